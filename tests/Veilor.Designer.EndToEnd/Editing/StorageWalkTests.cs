using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Editing;

/// <summary>The disk is drawn, and its parts are resized with the pointer and with the keyboard.</summary>
public sealed class StorageWalkTests(Browser browser)
{
    [Fact]
    public async Task A_partition_is_resized_by_drag_and_by_keys_and_undo_takes_each_back_at_once()
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, width: 1280, height: 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "minimal");
        await walk.OpenSectionAsync("storage");
        await walk.Page.Locator("details:has([data-preset]) > summary").ClickAsync();
        await walk.Page.Locator("[data-preset='btrfs-encrypted']").ClickAsync();
        var handle = walk.Page.Locator("[data-partition='boot']");
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-valuenow", "1024");

        await walk.Page.Locator(".disk[data-ready]").WaitForAsync();
        await DragAsync(walk.Page, handle, 120);
        await Assertions.Expect(walk.Page.GetByTestId("undo")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("size of partition boot", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        var dragged = int.Parse((await handle.GetAttributeAsync("aria-valuenow"))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(dragged > 2048, $"boot has {dragged} MiB after the drag");
        await walk.Page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-valuenow", "1024");

        await Assertions.Expect(walk.Page.Locator("[id='storage.partitions[boot].size']")).ToBeFocusedAsync();

        await handle.FocusAsync();
        await walk.Page.Keyboard.PressAsync("ArrowRight");
        await walk.Page.Keyboard.PressAsync("ArrowRight");
        await walk.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-valuenow", "1216");
        await Assertions.Expect(handle).ToBeFocusedAsync();
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-valuetext", "1216 MiB of 32 GiB");
        await walk.SavedAsync();
        Assert.Contains("size = \"1216 MiB\"", await File.ReadAllTextAsync(Path.Combine(workspace.Path, "designs", "minimal", "design.toml")), StringComparison.Ordinal);
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "storage-light.png")]
    [InlineData(ColorScheme.Dark, 1280, "storage-dark.png")]
    [InlineData(ColorScheme.Light, 820, "storage-tablet.png")]
    [Trait("Category", "Screenshots")]
    public async Task The_disk_is_drawn_with_its_rows(ColorScheme colours, int width, string name)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, width, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.Page.GotoAsync(new Uri(designer.Url, "/designs/veilor-os/storage").AbsoluteUri);
        await Assertions.Expect(walk.Page.Locator(".disk-bar")).ToBeVisibleAsync();

        var picture = await Screenshot.TakeAsync(walk.Page, name);

        Assert.Equal((width, 720), Screenshot.SizeOf(picture));
        visit.AssertClean();
    }

    /// <summary>Drags with the pointer in several moves, as a hand does.</summary>
    private static async Task DragAsync(IPage page, ILocator handle, float by)
    {
        await handle.ScrollIntoViewIfNeededAsync();
        var box = await handle.BoundingBoxAsync() ?? throw new InvalidOperationException("The handle is not on the page.");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + by, y, new MouseMoveOptions { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
