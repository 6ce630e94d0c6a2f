using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Editing;

/// <summary>Each section of the editor as it opens for veilor-os, in both themes, without a complaint of the page.</summary>
public sealed class SectionPictureTests(Browser browser)
{
    private static readonly string[] Sections =
        ["image", "packages", "kernel", "services", "users", "system", "branding", "installer", "outputs", "publish", "workflow", "extra"];

    public static TheoryData<ColorScheme> Themes => [ColorScheme.Light, ColorScheme.Dark];

    [Theory]
    [MemberData(nameof(Themes))]
    [Trait("Category", "Screenshots")]
    public async Task Every_section_opens_and_fits_its_width(ColorScheme colours)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        foreach (var section in Sections)
        {
            await walk.Page.GotoAsync(new Uri(designer.Url, $"/designs/veilor-os/{section}").AbsoluteUri);
            await Assertions.Expect(walk.Page.Locator(".section-form .field").First).ToBeVisibleAsync();

            if (section is "image")
            {
                await walk.Page.Locator(".bases").ScrollIntoViewIfNeededAsync();
            }

            var picture = await Screenshot.TakeAsync(walk.Page, $"section-{section}-{(colours == ColorScheme.Light ? "light" : "dark")}.png");

            Assert.Equal((1280, 720), Screenshot.SizeOf(picture));
            var overflow = await walk.Page.Locator(".section-form").EvaluateAsync<int>("form => form.scrollWidth - form.clientWidth");
            Assert.True(overflow <= 0, $"{section} is {overflow} pixels too wide");
        }

        visit.AssertClean();
    }
}
