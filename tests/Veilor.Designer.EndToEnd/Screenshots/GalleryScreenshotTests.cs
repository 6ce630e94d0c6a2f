using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Screenshots;

public sealed class GalleryScreenshotTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, "gallery-light.png")]
    [InlineData(ColorScheme.Dark, "gallery-dark.png")]
    [Trait("Category", "Screenshots")]
    public async Task The_gallery_shows_every_template_with_its_purpose(ColorScheme colours, string name)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours);
        var cards = visit.Page.GetByTestId("template");
        await cards.First.WaitForAsync();
        await Assertions.Expect(cards).ToHaveCountAsync(Directory.GetDirectories(RepositoryFiles.PathOf("templates")).Length);
        Assert.All(await cards.AllInnerTextsAsync(), text => Assert.DoesNotContain("cannot be read", text, StringComparison.Ordinal));

        var picture = await Screenshot.TakeAsync(visit.Page, name);

        Assert.Equal((1440, 900), Screenshot.SizeOf(picture));
        visit.AssertClean();
    }
}
