using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Pipeline;

/// <summary>The pipeline as a person sees it: choosing steps, preflight, results, a failure in words.</summary>
[Collection(PodmanCollection.Name)]
public sealed partial class BuildPageTests(PodmanEnvironment podman, Browser browser)
{
    private const float BuildPatience = 3 * 60 * 1000;

    [GeneratedRegex(@"^(?:Everything that the chosen steps need is here\.|The chosen steps can work\. There is one thing to know:)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ready { get; }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task Chosen_steps_run_and_their_results_are_on_the_run_page(ColorScheme colours, string theme)
    {
        await StandInBuilders.EnsureAsync(podman);
        using var workspace = new TemporaryFolder();
        workspace.Write("designs/pipeline-sample/design.toml", PipelineDesign.Text());
        await using var designer = await DesignerProcess.StartAsync(workspace.Path, podman.Variables);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;

        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/build").AbsoluteUri);
        await page.GetByLabel("Virtual machine disk for QEMU (qcow2)").CheckAsync();
        // The calendar may bring the end of the base's updates near. Nothing else is to be known, and nothing is in the way.
        await Assertions.Expect(page.GetByTestId("preflight-verdict")).ToHaveTextAsync(Ready);
        await Assertions.Expect(page.GetByTestId("preflight").GetByTestId("check").Filter(new() { HasNotText = "updates until" })).ToHaveCountAsync(0);
        await page.GetByTestId("commands").Locator("summary").ClickAsync();
        await Assertions.Expect(page.GetByTestId("commands")).ToContainTextAsync("--type qcow2 --rootfs xfs localhost/pipeline-sample:0.1.0");
        await page.GetByTestId("commands").Locator("summary").ClickAsync();
        await Screenshot.TakeAsync(page, $"build-{theme}.png");
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");

        await Assertions.Expect(page.GetByTestId("artifacts")).ToContainTextAsync("qcow2/disk.qcow2", new() { Timeout = BuildPatience });
        await Assertions.Expect(page.GetByTestId("lint")).ToContainTextAsync("14 passed, 0 warnings, 0 fatal");
        await Assertions.Expect(page.GetByTestId("smoke")).ToContainTextAsync("16 of 16 hold");
        await Assertions.Expect(page.GetByTestId("artifacts")).ToContainTextAsync("sbom.spdx.json", new() { Timeout = BuildPatience });
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "manifest.json", Exact = true }).ClickAsync());
        Assert.Contains("localhost/pipeline-sample:0.1.0", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await Screenshot.TakeAsync(page, $"run-{theme}.png");
        await page.GetByTestId("artifacts").ScrollIntoViewIfNeededAsync();
        await Screenshot.TakeAsync(page, $"run-results-{theme}.png");

        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/preflight").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("check").Filter(new() { HasText = "podman version" })).ToHaveAttributeAsync("data-state", "Good");
        await Assertions.Expect(page.GetByTestId("check").Filter(new() { HasText = StandInBuilders.BootcImageBuilder })).ToHaveAttributeAsync("data-state", "Good");
        await Screenshot.TakeAsync(page, $"preflight-{theme}.png");
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_failure_is_told_with_its_cause_and_leads_to_the_field(ColorScheme colours, string theme)
    {
        using var workspace = new TemporaryFolder();
        workspace.Write("designs/pipeline-sample/design.toml", PipelineDesign.Text().Replace("\"tree\"", "\"htpo\"", StringComparison.Ordinal));
        await using var designer = await DesignerProcess.StartAsync(workspace.Path, podman.Variables);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;

        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/build").AbsoluteUri);
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        var explanation = page.GetByTestId("explanation");
        await Assertions.Expect(explanation).ToHaveAttributeAsync("data-failure", "package-not-found", new() { Timeout = BuildPatience });
        await Assertions.Expect(explanation).ToContainTextAsync("Did you mean htop");
        await Screenshot.TakeAsync(page, $"run-failed-{theme}.png");
        await explanation.GetByTestId("field-link").ClickAsync();
        await page.WaitForURLAsync("**/designs/pipeline-sample/packages?focus=packages.install*");
        visit.AssertClean();
    }
}
