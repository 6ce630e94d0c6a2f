using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>A program of its own with a design from a template, open in the browser at a section.</summary>
internal sealed record StartedEditor(TemporaryFolder Workspace, DesignerProcess Designer, Visit Visit, EditorWalk Walk) : IAsyncDisposable
{
    public static async Task<StartedEditor> StartAsync(
        Browser browser, string template, string section, ColorScheme colours = ColorScheme.Light, int width = 1280, int height = 720)
    {
        var workspace = new TemporaryFolder();
        var designer = await DesignerProcess.StartAsync(workspace.Path);
        var visit = await browser.OpenAsync(designer.Url, colours, width, height);
        var started = new StartedEditor(workspace, designer, visit, new EditorWalk(visit.Page));
        try
        {
            await EditorWalk.StartFromTemplateAsync(visit.Page, template);
            await started.Walk.OpenSectionAsync(section);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Visit.DisposeAsync();
        await Designer.DisposeAsync();
        Workspace.Dispose();
    }
}
