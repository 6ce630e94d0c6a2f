using CliWrap;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Pipeline;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>The command line builds in the workspace of a server: its build is seen, waited for and cancelled in the browser.</summary>
public sealed class OtherProgramPageTests(Browser browser)
{
    private const int Interrupted = 130;

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_build_on_the_command_line_is_followed_waited_for_and_cancelled(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("for i in $(seq 3000); do echo \"installing package $i\"; sleep 0.2; done");
        folder.Write("workspace/designs/pipeline-sample/design.toml", PipelineDesign.Text());
        var workspace = Path.Combine(folder.Path, "workspace");
        await using var designer = await DesignerProcess.StartAsync(workspace, podman.Variables);
        var other = Cli.Wrap(DesignerProcess.Executable)
            .WithArguments(["build", Path.Combine(workspace, "designs", "pipeline-sample"), "--workspace", workspace])
            .WithEnvironmentVariables(podman.Variables)
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        await page.GotoAsync(new Uri(designer.Url, "/runs").AbsoluteUri);
        var rows = page.GetByTestId("run");
        await Assertions.Expect(rows.Nth(0).GetByTestId("other-program")).ToHaveTextAsync("by another program");

        await page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/build").AbsoluteUri);
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        await Assertions.Expect(page.Locator(".run-head").GetByTestId("queue-position")).ToHaveTextAsync(
            "place 1 in the queue, waits for the build of Pipeline sample by another program");
        await PictureAsync(page, $"run-waits-{theme}");

        await page.GotoAsync(new Uri(designer.Url, "/runs").AbsoluteUri);
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await PictureAsync(page, $"runs-other-{theme}");
        await rows.Nth(1).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByTestId("log")).ToContainTextAsync("installing package");
        await Assertions.Expect(page.GetByTestId("other-program")).ToBeVisibleAsync();
        await PictureAsync(page, $"run-other-{theme}");

        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step").First).ToHaveAttributeAsync("data-state", "Cancelled");
        await Assertions.Expect(page.GetByTestId("other-program")).ToHaveCountAsync(0);
        Assert.Equal(Interrupted, (await other).ExitCode);
        await page.GotoAsync(new Uri(designer.Url, "/runs").AbsoluteUri);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Running");
        await rows.Nth(0).GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Cancelled");
        visit.AssertClean();
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        await page.SetViewportSizeAsync(390, 844);
        await Screenshot.TakeAsync(page, $"{name}-narrow.png");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), name);
        await page.SetViewportSizeAsync(1280, 720);
        await Screenshot.TakeAsync(page, $"{name}.png");
    }
}
