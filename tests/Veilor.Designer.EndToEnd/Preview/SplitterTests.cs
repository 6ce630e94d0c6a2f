using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Manners;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Preview;

/// <summary>The edge of the file list is drawn with the pointer and with the keyboard, and stays where it was drawn.</summary>
public sealed class SplitterTests(Browser browser)
{
    [Fact]
    public async Task The_file_list_gets_wider_with_the_keyboard_and_its_width_is_said()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image", width: 1440, height: 900);
        var page = started.Walk.Page;
        await page.GetByTestId("tree-toggle").ClickAsync();
        var edge = page.GetByRole(AriaRole.Separator, new() { Name = "Width of the file list" });
        var usual = await WidthAsync(page);
        await SaysAsync(edge, usual);

        await edge.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await SaysAsync(edge, usual + 16);
        Assert.Equal(usual + 16, await WidthAsync(page));
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await SaysAsync(edge, usual - 16);

        await page.Keyboard.PressAsync("End");
        var most = await NumberAsync(edge, "aria-valuemax");
        Assert.True(most > usual);
        Assert.Equal(most, await WidthAsync(page));
        await page.Keyboard.PressAsync("ArrowRight");
        await SaysAsync(edge, most);
        await page.Keyboard.PressAsync("Home");
        var least = await NumberAsync(edge, "aria-valuemin");
        Assert.True(least < usual);
        Assert.Equal(least, await WidthAsync(page));
        await page.Keyboard.PressAsync("ArrowRight");

        await page.ReloadAsync();
        await page.GetByTestId("tree-toggle").ClickAsync();
        await SaysAsync(edge, least + 16);
        Assert.Equal(least + 16, await WidthAsync(page));

        await edge.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await SaysAsync(edge, usual);
        Assert.Equal(usual, await WidthAsync(page));
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task The_pointer_draws_the_edge_and_a_double_click_brings_the_usual_width_back(ColorScheme colours, string theme)
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image", colours, 1440, 900);
        var page = started.Walk.Page;
        await page.GetByTestId("tree-toggle").ClickAsync();
        var edge = page.GetByTestId("splitter-files");
        var usual = await WidthAsync(page);
        await SaysAsync(edge, usual);

        await DrawAsync(page, edge, by: 80);
        await Screenshot.TakeAsync(page, $"splitter-drawn-{theme}.png");
        await page.Mouse.UpAsync();
        await SaysAsync(edge, usual + 80);

        // A list that is closed and opened again, and a page that is loaded again, have it.
        await page.GetByTestId("tree-toggle").ClickAsync();
        await Assertions.Expect(edge).ToHaveCountAsync(0);
        await page.GetByTestId("tree-toggle").ClickAsync();
        await SaysAsync(edge, usual + 80);
        await page.ReloadAsync();
        await page.GetByTestId("tree-toggle").ClickAsync();
        await SaysAsync(edge, usual + 80);

        // Escape takes a drag back that is under way.
        await DrawAsync(page, edge, by: -60);
        await SaysAsync(edge, usual + 20);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        await SaysAsync(edge, usual + 80);

        await edge.DblClickAsync();
        await SaysAsync(edge, usual);
        await page.ReloadAsync();
        await page.GetByTestId("tree-toggle").ClickAsync();
        await SaysAsync(edge, usual);
    }

    /// <summary>Presses the button on the edge and moves the pointer; the button stays down.</summary>
    private static async Task DrawAsync(IPage page, ILocator edge, int by)
    {
        var box = (await edge.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + by, y, new() { Steps = 4 });
    }

    private static Task SaysAsync(ILocator edge, int width) =>
        Assertions.Expect(edge).ToHaveAttributeAsync("aria-valuenow", width.ToString(CultureInfo.InvariantCulture));

    private static async Task<int> NumberAsync(ILocator edge, string attribute) =>
        int.Parse((await edge.GetAttributeAsync(attribute))!, CultureInfo.InvariantCulture);

    private static Task<int> WidthAsync(IPage page) =>
        page.GetByTestId("file-tree").EvaluateAsync<int>("tree => Math.round(tree.getBoundingClientRect().width)");
}
