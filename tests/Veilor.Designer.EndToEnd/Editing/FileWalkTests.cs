using System.IO.Compression;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Editing;

/// <summary>Files come in by choice and by drop, are edited, deleted and brought back, and the export has them.</summary>
public sealed class FileWalkTests(Browser browser)
{
    /// <summary>Which row of the tree is the current one, whether it is open, and whether a file is shown.</summary>
    private const string CurrentRow =
        "() => { const row = document.querySelector('[role=treeitem][aria-selected=true]'); return `${row?.dataset.path} ${row?.ariaExpanded} ${Boolean(document.getElementById('file-text'))}`; }";

    [Fact]
    public async Task Files_and_folders_are_uploaded_edited_deleted_and_exported()
    {
        using var workspace = new TemporaryFolder();
        using var files = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, width: 1280, height: 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "minimal");
        await walk.OpenSectionAsync("overlay");
        await walk.Page.Locator("[data-testid=content-browser][data-ready]").WaitForAsync();
        var page = walk.Page;
        var overlay = Path.Combine(workspace.Path, "designs", "minimal", "overlay");

        await page.Locator("[id='overlay.files:folder']").FillAsync("overlay/etc/");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByTestId("upload-files").SetInputFilesAsync(new FilePayload { Name = "motd", MimeType = "text/plain", Buffer = "hello\n"u8.ToArray() });
        await SeesRowAsync(page, "overlay/etc/motd");
        Assert.Equal("hello\n", await File.ReadAllTextAsync(Path.Combine(overlay, "etc/motd")));

        var big = new byte[12 * 1024 * 1024];
        new Random(2).NextBytes(big);
        Directory.CreateDirectory(Path.Combine(files.Path, "tool/share"));
        await File.WriteAllBytesAsync(Path.Combine(files.Path, "tool/share/big.bin"), big);
        await File.WriteAllTextAsync(Path.Combine(files.Path, "tool/run"), "#!/bin/sh\ntrue\n");
        await page.Locator("[id='overlay.files:folder']").FillAsync("overlay/usr/libexec/");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByTestId("upload-folder").SetInputFilesAsync(Path.Combine(files.Path, "tool"));
        await SeesRowAsync(page, "overlay/usr/libexec/tool/share/big.bin");
        Assert.Equal(big, await File.ReadAllBytesAsync(Path.Combine(overlay, "usr/libexec/tool/share/big.bin")));
        await page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(page.Locator("[data-path='overlay/usr/libexec/tool/run']")).ToHaveCountAsync(0);
        Assert.False(Directory.Exists(Path.Combine(overlay, "usr")));
        await page.GetByTestId("redo").ClickAsync();
        await SeesRowAsync(page, "overlay/usr/libexec/tool/run");

        Directory.CreateDirectory(Path.Combine(files.Path, "app.d/deep/empty"));
        await File.WriteAllTextAsync(Path.Combine(files.Path, "app.d/a.conf"), "a = 1\n");
        await File.WriteAllTextAsync(Path.Combine(files.Path, "app.d/deep/b.conf"), "b = 2\n");
        await File.WriteAllTextAsync(Path.Combine(files.Path, "dropped.conf"), "c = 3\n");
        await DropAsync(page, "overlay/etc/", Path.Combine(files.Path, "app.d"), Path.Combine(files.Path, "dropped.conf"));
        await SeesRowAsync(page, "overlay/etc/app.d/deep/b.conf");
        await SeesRowAsync(page, "overlay/etc/dropped.conf");
        Assert.Equal("a = 1\n", await File.ReadAllTextAsync(Path.Combine(overlay, "etc/app.d/a.conf")));
        Assert.Equal("c = 3\n", await File.ReadAllTextAsync(Path.Combine(overlay, "etc/dropped.conf")));
        await page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(page.Locator("[data-path='overlay/etc/app.d/a.conf']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-path='overlay/etc/dropped.conf']")).ToHaveCountAsync(0);
        await page.GetByTestId("redo").ClickAsync();
        await SeesRowAsync(page, "overlay/etc/dropped.conf");

        await page.Locator("[data-path='overlay/etc/motd']").ClickAsync();
        await page.Locator("#file-text").FillAsync("Welcome\n");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByTestId("undo")).ToHaveAttributeAsync("title", "Undo: edit overlay/etc/motd (Ctrl+Z)");
        Assert.Equal("Welcome\n", await File.ReadAllTextAsync(Path.Combine(overlay, "etc/motd")));
        await page.GetByTestId("file-mode").FillAsync("0640");
        await page.GetByTestId("file-mode").BlurAsync();
        await walk.SeesAsync("COPY --chmod=0640 --chown=root:root overlay/etc/motd /etc/motd");

        await page.Locator("[data-upload=replace]").SetInputFilesAsync(new FilePayload { Name = "other", MimeType = "text/plain", Buffer = "Replaced\n"u8.ToArray() });
        await Assertions.Expect(page.Locator("#file-text")).ToHaveValueAsync("Replaced\n");
        Assert.Equal("Replaced\n", await File.ReadAllTextAsync(Path.Combine(overlay, "etc/motd")));
        await page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(page.Locator("#file-text")).ToHaveValueAsync("Welcome\n");

        await page.Locator("[role=tree]").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("[data-path='overlay/etc/motd']")).ToHaveCountAsync(0);
        await page.GetByTestId("undo").ClickAsync();
        await SeesRowAsync(page, "overlay/etc/motd");
        await walk.SavedAsync();

        using var archive = await ExportAsync(page);
        using var text = new StreamReader(archive.GetEntry("overlay/etc/motd")!.Open());
        Assert.Equal("Welcome\n", await text.ReadToEndAsync());
        Assert.Equal(big.Length, archive.GetEntry("overlay/usr/libexec/tool/share/big.bin")!.Length);
        Assert.NotNull(archive.GetEntry("overlay/etc/dropped.conf"));
        Assert.NotNull(archive.GetEntry("overlay/etc/app.d/deep/b.conf"));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.Contains(".undo", StringComparison.Ordinal));
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "files-light.png")]
    [InlineData(ColorScheme.Dark, 1280, "files-dark.png")]
    [InlineData(ColorScheme.Light, 820, "files-tablet.png")]
    [Trait("Category", "Screenshots")]
    public async Task The_files_are_shown_with_one_of_them_open(ColorScheme colours, int width, string name)
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, colours, width, 720);
        var walk = await EditorWalk.StartFromTemplateAsync(visit.Page, "veilor-os");
        await walk.OpenSectionAsync("overlay");
        await walk.Page.Locator("[data-testid=content-browser][data-ready]").WaitForAsync();
        await walk.Page.Locator("[role=tree]").FocusAsync();
        await PressAsync(walk.Page, "End");
        for (var i = 0; i < 12 && await walk.Page.Locator("#file-text").CountAsync() == 0; i++)
            await PressAsync(walk.Page, "ArrowRight");
        await walk.Page.Locator("#file-text").WaitForAsync();
        var picture = await Screenshot.TakeAsync(walk.Page, name);

        Assert.Equal((width, 720), Screenshot.SizeOf(picture));
        visit.AssertClean();
    }

    /// <summary>Presses a key that moves or opens the current row of the tree, and waits until it has.</summary>
    private static async Task PressAsync(IPage page, string key)
    {
        var before = await page.EvaluateAsync<string>(CurrentRow);
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync($"before => ({CurrentRow})() !== before", before);
    }

    private static Task SeesRowAsync(IPage page, string path) =>
        Assertions.Expect(page.Locator($"[data-path='{path}'][role=treeitem]")).ToBeVisibleAsync();

    /// <summary>Drags files and folders of the disk over a folder's row and drops them, as the browser's own debugger does: it makes real directory entries.</summary>
    private static async Task DropAsync(IPage page, string folder, params string[] paths)
    {
        var row = page.Locator($"[data-path='{folder}'][role=treeitem]");
        await row.ScrollIntoViewIfNeededAsync();
        var box = (await row.BoundingBoxAsync())!;
        await using var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in (string[])["dragEnter", "dragOver", "drop"])
        {
            await session.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["type"] = type,
                ["x"] = box.X + (box.Width / 2),
                ["y"] = box.Y + (box.Height / 2),
                ["data"] = new { items = Array.Empty<object>(), files = paths, dragOperationsMask = 1 },
            });
        }
    }

    private static async Task<ZipArchive> ExportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export-zip").ClickAsync());
        return new ZipArchive(File.OpenRead(await download.PathAsync()));
    }
}
