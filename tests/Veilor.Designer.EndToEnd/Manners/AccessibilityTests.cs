using System.Reflection;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>Every page in both themes, with what opens over it, judged by axe: no serious and no critical finding.</summary>
public sealed class AccessibilityTests(Browser browser)
{
    private const string Podman =
        """
        #!/bin/bash
        case $1 in
            --version) echo 'podman version 5.0.0' ;;
            info) echo '/tmp, overlay' ;;
            image) echo 1000000000 ;;
            ps) ;;
            build) printf 'STEP 1/2: FROM base\n\033[31mError: nothing is there\033[0m\n'; exit 1 ;;
        esac

        """;

    private static readonly string[] Grave = ["serious", "critical"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_pages_of_a_design_have_no_grave_finding(ColorScheme colours)
    {
        // The smallest template: axe looks at every line of the preview, and those of a large design differ in nothing but number.
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "image", colours);
        var page = started.Walk.Page;
        var audit = new Audit(page);
        foreach (var section in DesignFields.Sections)
        {
            await started.Walk.OpenSectionAsync(section.Id);
            await Assertions.Expect(page.Locator("#section-title")).ToHaveTextAsync(section.Title);
            await audit.LookAsync($"section {section.Id}", part: ".editor-form");
        }

        await audit.LookAsync("editor");

        await page.GetByTestId("problems-toggle").ClickAsync();
        await page.GetByTestId("problem").First.WaitForAsync();
        await audit.LookAsync("problems");
        foreach (var panel in new[] { "changes", "snapshots", "routes" })
        {
            await page.GetByTestId("review-menu").Locator("button").First.ClickAsync();
            await page.GetByTestId($"review-{panel}").ClickAsync();
            await page.GetByTestId($"dock-{panel}").WaitForAsync();
            await audit.LookAsync($"panel {panel}");
        }

        await page.Keyboard.PressAsync("F1");
        await page.GetByTestId("help-panel").WaitForAsync();
        await audit.LookAsync("help");
        await page.GetByTestId("help-close").ClickAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByTestId("palette-row").First.WaitForAsync();
        await audit.LookAsync("palette");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("export-menu").Locator("button").First.ClickAsync();
        await page.GetByTestId("export-folder").WaitForAsync();
        await audit.LookAsync("export menu");
        await page.GetByTestId("export-folder").ClickAsync();
        await page.GetByTestId("export-path").WaitForAsync();
        await audit.LookAsync("export dialog");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("review-menu").Locator("button").First.ClickAsync();
        await page.GetByTestId("review-share").ClickAsync();
        await page.GetByTestId("share-link").WaitForAsync();
        await audit.LookAsync("share dialog");

        Assert.Empty(audit.Findings);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_other_page_has_no_grave_finding(ColorScheme colours)
    {
        using var workspace = new TemporaryFolder();
        File.SetUnixFileMode(workspace.Write("bin/podman", Podman), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        workspace.Write("designs/broken/design.toml", "format = 1\n[image\n");
        await using var designer = await DesignerProcess.StartAsync(workspace.Path, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{Path.Combine(workspace.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        });
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        var audit = new Audit(page);
        await page.GetByTestId("template").First.WaitForAsync();
        await audit.LookAsync("gallery without a design", "/");
        await EditorWalk.StartFromTemplateAsync(page, "minimal");
        await GoAsync("/", "[data-testid=template]", "gallery");
        await GoAsync("/designs/minimal/build", "[data-testid=build]", "build", "/designs/{Slug}/build");
        await Assertions.Expect(page.GetByTestId("build")).ToBeEnabledAsync();
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        await Assertions.Expect(page.GetByTestId("step").First).ToHaveAttributeAsync("data-state", "Failed");
        await audit.LookAsync("run", "/runs/{Id}");
        await GoAsync("/runs", "h1", "runs", "/runs");
        await GoAsync("/designs/minimal/gate", "h1", "gate", "/designs/{Slug}/gate");
        await GoAsync("/designs/minimal/preflight", "[data-testid=check]", "preflight of a design", "/designs/{Slug}/preflight");
        await GoAsync("/preflight", "[data-testid=check]", "preflight", "/preflight");
        await GoAsync("/open", "h1", "open", "/open");
        await GoAsync("/open?design=nonsense", "h1", "open nonsense");
        await GoAsync("/help", "[data-topic-shown]", "help", "/help/{*Topic}");
        await GoAsync("/help/guide/keyboard", "[data-topic-shown]", "help of the keys");
        await GoAsync("/designs/minimal", "[data-testid=document]", "editor", "/designs/{Slug}/{SectionId?}");
        await GoAsync("/designs/broken", "[data-testid=unreadable]", "unreadable design");
        await GoAsync("/designs/gone", "h1", "design that is not there");
        await GoAsync("/not-found", "h1", "nothing", "/not-found");

        var routes = typeof(Veilor.Designer.Components.App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);
        Assert.Equal(routes.Order(StringComparer.Ordinal), audit.Routes.Order(StringComparer.Ordinal));
        Assert.Empty(audit.Findings);

        async Task GoAsync(string address, string shown, string name, string? route = null)
        {
            await page.GotoAsync(new Uri(designer.Url, address).AbsoluteUri);
            await page.Locator(shown).First.WaitForAsync();
            await audit.LookAsync(name, route);
        }
    }

    /// <summary>What axe finds on the states of a page that it is shown.</summary>
    private sealed class Audit(IPage page)
    {
        private readonly HashSet<string> _routes = new(StringComparer.Ordinal);

        /// <summary>The routes that were looked at.</summary>
        public IReadOnlyCollection<string> Routes => _routes;

        public List<string> Findings { get; } = [];

        /// <summary>Judges what is shown now.</summary>
        /// <param name="name">What it is, for the findings.</param>
        /// <param name="route">The route of the page, when it is looked at for the first time.</param>
        /// <param name="part">A selector of the part that is new since the last look; null for the whole page.</param>
        public async Task LookAsync(string name, string? route = null, string? part = null)
        {
            if (route is not null)
                _routes.Add(route);
            await page.StandStillAsync();
            var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
            var result = part is null
                ? await page.RunAxe(options)
                : await page.RunAxe(new AxeRunContext { Include = [new AxeSelector(part)] }, options);
            foreach (var violation in result.Violations)
            {
                foreach (var node in violation.Nodes)
                {
                    var finding = $"{name}: {violation.Impact} {violation.Id} at {node.Target} {node.Html} {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}";
                    if (Grave.Contains(violation.Impact, StringComparer.Ordinal))
                        Findings.Add(finding);
                    else
                        TestContext.Current.TestOutputHelper?.WriteLine(finding);
                }
            }
        }
    }
}
