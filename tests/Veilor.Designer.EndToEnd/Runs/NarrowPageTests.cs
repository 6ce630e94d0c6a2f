using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Pipeline;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>The pages of builds on a window as narrow as a telephone's: nothing reaches over its edge.</summary>
public sealed class NarrowPageTests(Browser browser)
{
    /// <summary>What sticks out to the right of the page, but what scrolls in a pane of its own.</summary>
    private const string Overhang = """
        () => [...document.querySelectorAll('main *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.log-pane, .mud-table-container') && getComputedStyle(element).position !== 'absolute')
            .map(element => `${element.tagName}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`)
        """;

    /// <summary>Brings the log to the bottom of the window and says whether the mark of its cut line is seen there.</summary>
    private const string EndInView = """
        () => {
            document.querySelector('[data-testid=log]').scrollIntoView({ block: 'end' });
            const box = document.querySelector('[data-testid=shortened]')?.getBoundingClientRect();
            return Boolean(box) && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
        }
        """;

    /// <summary>Which of the texts that are read have less than two thirds of the window's width.</summary>
    private const string Squeezed =
        "texts => [...document.querySelectorAll(texts)].filter(text => text.getBoundingClientRect().width < innerWidth * 2 / 3).map(text => `${text.className} ${text.getBoundingClientRect().width}`)";

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task The_pages_of_builds_fit_into_390_pixels(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build(
            "mkdir -p ../artifacts/qcow2; echo disk > ../artifacts/qcow2/disk.qcow2; echo '{}' > ../artifacts/notes.json; seq 200; head -c 5000 /dev/zero | tr '\\0' x; echo; echo 'Error: No match for argument: htpo' >&2; exit 1");
        folder.Write("designs/pipeline-sample/design.toml", PipelineDesign.Text());
        await using var designer = await DesignerProcess.StartAsync(folder.Path, podman.Variables);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 390, 844);
        var page = visit.Page;

        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/build").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("build")).ToBeEnabledAsync();
        await page.GetByTestId("commands").Locator("summary").ClickAsync();
        await CheckAsync(page, $"narrow-build-{theme}.png");
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        await Assertions.Expect(page.GetByTestId("step").First).ToHaveAttributeAsync("data-state", "Failed");
        await Assertions.Expect(page.GetByTestId("proof").Filter(new() { HasText = "as it was built" })).ToHaveCountAsync(2);
        // All that pushes the log down is there before the log is brought into view.
        await Assertions.Expect(page.GetByTestId("step-failure")).ToBeVisibleAsync();
        await CheckAsync(page, $"narrow-run-{theme}.png");
        await page.GetByTestId("artifacts").ScrollIntoViewIfNeededAsync();
        await CheckAsync(page, $"narrow-run-results-{theme}.png");
        await page.GetByTestId("log").ScrollIntoViewIfNeededAsync();
        await page.GetByTestId("to-end").ClickAsync();
        await page.WaitForFunctionAsync(EndInView);
        await Assertions.Expect(page.GetByTestId("shortened")).ToBeInViewportAsync();
        await CheckAsync(page, $"narrow-run-log-{theme}.png");
        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/preflight").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("check").First).ToBeVisibleAsync();
        await CheckAsync(page, $"narrow-preflight-{theme}.png");
        await page.GotoAsync(new Uri(designer.Url, "/runs").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("run")).ToHaveCountAsync(1);
        await CheckAsync(page, $"narrow-runs-{theme}.png");
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task The_start_page_and_the_gate_are_read_on_390_pixels(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        folder.Write("designs/pipeline-sample/design.toml", PipelineDesign.Text());
        await using var designer = await DesignerProcess.StartAsync(folder.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 390, 844);
        var page = visit.Page;

        await page.GetByTestId("template").First.WaitForAsync();
        await CheckAsync(page, $"narrow-start-{theme}.png");
        Assert.Empty(await page.EvaluateAsync<string[]>(Squeezed, "h1, .gallery-lead"));

        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/gate").AbsoluteUri);
        await page.GetByTestId("part").First.WaitForAsync();
        await CheckAsync(page, $"narrow-gate-{theme}.png");
        await page.GetByTestId("risk").First.ScrollIntoViewIfNeededAsync();
        await CheckAsync(page, $"narrow-risks-{theme}.png");
        Assert.Empty(await page.EvaluateAsync<string[]>(Squeezed, ".part-claim, .risk-text"));
        visit.AssertClean();
    }

    private static async Task CheckAsync(IPage page, string picture)
    {
        await Screenshot.TakeAsync(page, picture);
        Assert.Empty(await page.EvaluateAsync<string[]>(Overhang));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), picture);
    }
}
