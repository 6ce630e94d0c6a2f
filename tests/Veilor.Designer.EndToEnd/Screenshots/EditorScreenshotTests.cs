using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;

namespace Veilor.Designer.EndToEnd.Screenshots;

public sealed class EditorScreenshotTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, "editor-light.png")]
    [InlineData(ColorScheme.Dark, "editor-dark.png")]
    [Trait("Category", "Screenshots")]
    public async Task The_editor_shows_form_and_preview_side_by_side(ColorScheme colours, string name)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.OpenSectionAsync("kernel");
        await walk.ShowAsync("rootfs/usr/lib/bootc/kargs.d/10-veilor-os-hardening.toml");
        await walk.Page.GetByLabel("Search: Kernel arguments", new() { Exact = true }).ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(walk.Page.GetByText("init_on_alloc=1").First).ToBeVisibleAsync();

        var picture = await Screenshot.TakeAsync(walk.Page, name);

        Assert.Equal((1440, 900), Screenshot.SizeOf(picture));
        visit.AssertClean();
    }
}
