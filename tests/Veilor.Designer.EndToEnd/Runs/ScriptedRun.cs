using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Pipeline;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>A run of a <see cref="ScriptedPodman"/>, started on the build page as a person does.</summary>
internal static class ScriptedRun
{
    /// <summary>A server with the sample design in its workspace.</summary>
    public static Task<DesignerProcess> StartAsync(TemporaryFolder folder, ScriptedPodman podman)
    {
        if (!Directory.Exists(Path.Combine(folder.Path, "workspace")))
            folder.Write("workspace/designs/pipeline-sample/design.toml", PipelineDesign.Text());
        return DesignerProcess.StartAsync(Path.Combine(folder.Path, "workspace"), podman.Variables);
    }

    /// <summary>Starts a container build alone and gives the run's id.</summary>
    public static async Task<string> BuildAsync(IPage page, DesignerProcess designer)
    {
        await OpenAsync(page, designer);
        foreach (var choice in (string[])["Check it with bootc container lint", "Check in the image what the design promises", "Write manifest and SBOM"])
            await page.GetByLabel(choice).UncheckAsync();
        return await PressBuildAsync(page);
    }

    /// <summary>Starts a build with every step that is chosen from the start and gives the run's id.</summary>
    public static async Task<string> BuildWithAllStepsAsync(IPage page, DesignerProcess designer)
    {
        await OpenAsync(page, designer);
        return await PressBuildAsync(page);
    }

    /// <summary>What the clipboard holds, as soon as it is what is expected; when it never is, what it holds at last.</summary>
    public static async Task<string> ClipboardAsync(IPage page, Func<string, bool> isExpected)
    {
        var text = "";
        for (var i = 0; i < Browser.Patience / 100 && !isExpected(text); i++)
        {
            await Task.Delay(100);
            text = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        }

        return text.ReplaceLineEndings("\n");
    }

    private static Task OpenAsync(IPage page, DesignerProcess designer) =>
        page.GotoAsync(new Uri(designer.Url, "/designs/pipeline-sample/build").AbsoluteUri);

    private static async Task<string> PressBuildAsync(IPage page)
    {
        await Assertions.Expect(page.GetByTestId("build")).ToBeEnabledAsync();
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        return new Uri(page.Url).Segments[^1];
    }
}
