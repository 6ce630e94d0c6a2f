using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>The palette as a person uses it: everything by name, without a pointer.</summary>
public sealed class PaletteWalkTests(Browser browser)
{
    [Fact]
    public async Task A_field_a_package_an_argument_a_file_and_a_command_are_found_and_the_keyboard_is_there()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image");
        var page = started.Walk.Page;

        await FindAsync(page, "hostn", "field:system.hostname");
        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToBeFocusedAsync();

        await FindAsync(page, "htop", "package:Package:htop");
        var htop = page.Locator("[id='catalogue:package:htop']");
        await Assertions.Expect(htop).ToBeFocusedAsync();
        await Assertions.Expect(htop).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Space");
        await started.Walk.MissesAsync("htop");

        await FindAsync(page, "init on free", "Argument:init_on_free");
        await Assertions.Expect(page.Locator("input:focus")).ToHaveAttributeAsync("id", new Regex("^catalogue:CatalogueArgument:init_on_free", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await FindAsync(page, "etc/hostname", "file:rootfs/etc/hostname");
        await Assertions.Expect(started.Walk.Document).ToHaveAttributeAsync("data-path", "rootfs/etc/hostname");

        await FindAsync(page, "undo", "command:undo");
        await started.Walk.ShowAsync("Containerfile");
        await started.Walk.SeesAsync("htop");
    }

    [Fact]
    public async Task An_argument_and_a_package_are_switched_without_leaving_the_field_and_undone()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "system");
        var page = started.Walk.Page;
        var host = page.Locator("[id='system.hostname']");
        await host.FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        var row = await WalkToAsync(page, "strace", "package:Package:strace");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(row).ToContainTextAsync("· on");
        await Assertions.Expect(page.GetByTestId("palette")).ToBeVisibleAsync();
        await page.GetByTestId("palette-input").FillAsync("");
        row = await WalkToAsync(page, "nosmt", "Argument:nosmt");
        await row.ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Assertions.Expect(row).ToContainTextAsync("· on");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(host).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByTestId("undo")).ToHaveAttributeAsync("aria-label", new Regex("^Undo: add argument nosmt", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await started.Walk.ShowAsync("Containerfile");
        await started.Walk.SeesAsync("strace");
        await page.GetByTestId("undo").ClickAsync();
        await page.GetByTestId("undo").ClickAsync();
        await started.Walk.ShowAsync("Containerfile");
        await started.Walk.MissesAsync("strace");
    }

    [Fact]
    public async Task What_was_chosen_lately_comes_first_also_after_a_reload()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image");
        var page = started.Walk.Page;
        await FindAsync(page, "time zone", "field:system.time_zone");
        await Assertions.Expect(page.GetByTestId("section-system")).ToHaveAttributeAsync("aria-current", "page");

        await page.ReloadAsync();
        await started.Walk.ReadyAsync();
        await page.Keyboard.PressAsync("Control+k");

        var first = page.GetByTestId("palette-row").First;
        await Assertions.Expect(first).ToHaveAttributeAsync("data-id", "field:system.time_zone");
        await Assertions.Expect(first).ToContainTextAsync("recent");
    }

    [Fact]
    public async Task Escape_gives_the_keyboard_back_and_the_page_behind_keeps_still()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "system");
        var page = started.Walk.Page;
        var host = page.Locator("[id='system.hostname']");
        await host.FocusAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByTestId("palette-input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("stor");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByTestId("palette")).ToBeHiddenAsync();
        await Assertions.Expect(host).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByTestId("palette-row")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_the_start_page_it_leads_to_designs_pages_and_help()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image");
        var page = started.Walk.Page;
        await FindAsync(page, "start page", "command:home");
        await page.GetByTestId("template").First.WaitForAsync();

        await page.GetByTestId("palette-open").ClickAsync();
        await ChooseAsync(page, "veilor-os", "design:veilor-os");
        await started.Walk.ReadyAsync();
    }

    private static async Task FindAsync(IPage page, string text, string id)
    {
        await page.Keyboard.PressAsync("Control+k");
        await ChooseAsync(page, text, id);
    }

    /// <summary>Types, walks down to the entry, and takes it.</summary>
    private static async Task ChooseAsync(IPage page, string text, string id)
    {
        await WalkToAsync(page, text, id);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("palette")).ToBeHiddenAsync();
    }

    private static async Task<ILocator> WalkToAsync(IPage page, string text, string id)
    {
        await Assertions.Expect(page.GetByTestId("palette-input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);

        // The rows of the last letter, not those of the letters before it: a step down among those would count among these.
        await page.Locator($".palette-list[data-text='{text}']").WaitForAsync();
        var row = page.Locator($"[data-testid=palette-row][data-id^='{id}']").First;
        await row.WaitForAsync();
        for (var step = 0; step < 40 && await row.GetAttributeAsync("aria-selected") != "true"; step++)
            await PaletteWalk.StepDownAsync(page);

        await Assertions.Expect(row).ToHaveAttributeAsync("aria-selected", "true");
        return row;
    }
}
