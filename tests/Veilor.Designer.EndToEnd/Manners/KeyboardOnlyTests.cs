using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>The main job without a pointer: nothing here clicks, hovers, or puts the focus anywhere by itself.</summary>
public sealed class KeyboardOnlyTests(Browser browser)
{
    private const int MostStops = 400;
    [Fact]
    public async Task A_person_without_a_pointer_goes_from_the_gallery_to_the_export()
    {
        using var workspace = new TemporaryFolder();
        await using var designer = await DesignerProcess.StartAsync(workspace.Path);
        await using var visit = await browser.OpenAsync(designer.Url, width: 1280, height: 720);
        var page = visit.Page;
        await page.GetByTestId("template").First.WaitForAsync();

        await TabToAsync(page, page.Locator("[data-testid=template][data-name='veilor-os']").GetByTestId("create"));
        await page.Keyboard.PressAsync("Enter");
        var walk = new EditorWalk(page);
        await walk.ReadyAsync();

        await EditAsync(page, walk);
        await ReorderAsync(page, walk);
        await MendAsync(page, walk);
        var names = await ExportAsync(page);

        Assert.Contains("Containerfile", names);
        Assert.Contains("design.toml", names);
    }

    /// <summary>A text, a switch, and an item that is added and taken away.</summary>
    private static async Task EditAsync(IPage page, EditorWalk walk)
    {
        await OpenSectionAsync(page, "system");
        await TabToAsync(page, page.Locator("[id='system.hostname']"));
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("by-keys");
        await OpenFileAsync(page, "rootfs/etc/hostname");
        await walk.SeesAsync("by-keys");

        await OpenSectionAsync(page, "users");
        var root = page.Locator("[id='users.lock_root']");
        await TabToAsync(page, root);
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(root).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(root).ToBeCheckedAsync();
        await Assertions.Expect(root).ToBeFocusedAsync();
    }

    /// <summary>A row goes down by keys, the keyboard goes with it, and it comes back.</summary>
    private static async Task ReorderAsync(IPage page, EditorWalk walk)
    {
        await OpenSectionAsync(page, "scripts");
        var rows = page.Locator("[data-field='scripts.run'] ul.rows > li .item-text");
        var before = await rows.AllInnerTextsAsync();
        Assert.True(before.Count > 1, "The template has fewer than two scripts.");
        await TabToAsync(page, page.Locator("[data-field='scripts.run'] ul.rows > li").First.Locator(".item-remove"));
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(rows.First).ToHaveTextAsync(before[1]);
        await Assertions.Expect(page.Locator("[data-field='scripts.run'] ul.rows > li").Nth(1).Locator(".item-remove")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(rows.First).ToHaveTextAsync(before[0]);

        await OpenSectionAsync(page, "storage");
        var subvolumes = page.Locator("table[aria-labelledby='storage.subvolumes:label'] tbody tr[id]");
        var first = await subvolumes.First.GetAttributeAsync("id");
        var second = await subvolumes.Nth(1).GetAttributeAsync("id");
        var name = page.Locator($"[id='{first}.name']");
        await TabToAsync(page, name);
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(subvolumes.First).ToHaveAttributeAsync("id", second!);
        await Assertions.Expect(name).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(subvolumes.First).ToHaveAttributeAsync("id", first!);
    }

    /// <summary>A problem is made, found in the list, gone to, fixed and brought back by undo.</summary>
    private static async Task MendAsync(IPage page, EditorWalk walk)
    {
        await OpenSectionAsync(page, "packages");
        await TabToAsync(page, page.Locator("[data-catalogue=packages] .skip-catalogue"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[id='packages.install']")).ToBeFocusedAsync();
        await TabToAsync(page, page.Locator("input[id='packages.remove']"));
        await page.Keyboard.TypeAsync("htop");
        await page.Keyboard.PressAsync("Enter");
        var toggle = page.GetByTestId("problems-toggle");
        await Assertions.Expect(toggle).ToContainTextAsync("1 error");
        await TabToAsync(page, toggle);
        await page.Keyboard.PressAsync("Enter");

        var problem = page.Locator("[data-testid=problem][data-code=VD2001]").First;
        await TabToAsync(page, problem.Locator("a.problem-text"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("*:focus")).ToHaveAttributeAsync("id", new Regex(@"^packages\.remove", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await TabToAsync(page, problem.GetByTestId("problem-fix"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(problem).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("body")).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(problem).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Control+Shift+z");
        await Assertions.Expect(problem).ToHaveCountAsync(0);
        await walk.SavedAsync();
    }

    private static async Task<List<string>> ExportAsync(IPage page)
    {
        await TabToAsync(page, page.GetByTestId("export-menu").Locator("button").First);
        await page.Keyboard.PressAsync("Enter");
        var zip = page.GetByTestId("export-zip");
        await zip.WaitForAsync();
        for (var step = 0; step < 5 && !await IsFocusedAsync(zip); step++)
        {
            // The menu moves the keyboard when the server has heard of the key.
            await page.EvaluateAsync("() => { window.before = document.activeElement; }");
            await page.Keyboard.PressAsync("ArrowDown");
            await page.WaitForFunctionAsync("() => document.activeElement !== window.before");
        }

        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync());
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static async Task OpenSectionAsync(IPage page, string id)
    {
        var link = page.GetByTestId($"section-{id}");
        await TabToAsync(page, link, back: true);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "page");
    }

    private static async Task OpenFileAsync(IPage page, string path)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(path);
        await Assertions.Expect(page.Locator("[data-testid=palette-row][aria-selected=true]")).ToHaveAttributeAsync("data-id", $"file:{path}");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Tab, or Shift+Tab, until the element has the keyboard.</summary>
    private static async Task TabToAsync(IPage page, ILocator target, bool back = false)
    {
        await target.WaitForAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await IsFocusedAsync(target))
                return;
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"{target} is not among the {MostStops} stops of the Tab key.");
    }

    private static Task<bool> IsFocusedAsync(ILocator element) => element.EvaluateAsync<bool>("each => each === document.activeElement");
}
