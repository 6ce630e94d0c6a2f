using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>What is half typed outlives a reload of the page, with its error, and goes when it is mended.</summary>
public sealed class DraftTests(Browser browser)
{
    [Fact]
    public async Task A_text_that_is_not_valid_yet_is_there_again_after_a_reload()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "system");
        var page = started.Walk.Page;
        var host = page.Locator("[id='system.hostname']");
        var before = await host.InputValueAsync();
        await host.FillAsync("not a host name");
        await host.BlurAsync();
        await Assertions.Expect(host).ToHaveAttributeAsync("aria-invalid", "true");
        await page.WaitForFunctionAsync("() => (sessionStorage.getItem('veilor-designer-drafts:veilor-os') ?? '').includes('not a host name')");

        await page.ReloadAsync();
        await Assertions.Expect(host).ToHaveValueAsync("not a host name");
        await Assertions.Expect(host).ToHaveAttributeAsync("aria-invalid", "true");
        await started.Walk.ShowAsync("rootfs/etc/hostname");
        await started.Walk.SeesAsync(before);

        await host.FillAsync("mended");
        await started.Walk.SeesAsync("mended");
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('veilor-designer-drafts:veilor-os') === null");
        await started.Walk.SavedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(host).ToHaveValueAsync("mended");
        await Assertions.Expect(host).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_row_that_is_half_filled_and_a_value_that_is_not_added_are_there_again_after_a_reload()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "storage");
        var page = started.Walk.Page;
        var row = await started.Walk.OpenRowAsync("storage.subvolumes", "Name");
        await row.GetByLabel("Name", new() { Exact = true }).FillAsync("containers");
        await row.GetByLabel("Mount point", new() { Exact = true }).FillAsync("not absolute");
        await page.WaitForFunctionAsync("() => (sessionStorage.getItem('veilor-designer-drafts:veilor-os') ?? '').includes('not absolute')");

        await page.ReloadAsync();
        await Assertions.Expect(row.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("containers");
        await Assertions.Expect(row.GetByLabel("Mount point", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");

        await started.Walk.OpenSectionAsync("packages");
        await page.Locator("[id='packages.install']").FillAsync("half-a-na");
        await page.WaitForFunctionAsync("() => (sessionStorage.getItem('veilor-designer-drafts:veilor-os') ?? '').includes('half-a-na')");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[id='packages.install']")).ToHaveValueAsync("half-a-na");
        await page.Locator("[id='packages.install']").FillAsync("");

        await started.Walk.OpenSectionAsync("storage");
        await row.GetByLabel("Mount point", new() { Exact = true }).FillAsync("/var/lib/containers");
        await row.GetByLabel("Volume", new() { Exact = true }).FillAsync("veilor");
        await row.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await started.Walk.ShowAsync("kickstart/iso.ks");
        await started.Walk.SeesAsync("--name=containers");
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('veilor-designer-drafts:veilor-os') === null");
    }

    [Fact]
    public async Task Pasted_lines_become_a_value_each_and_a_refused_one_stays_behind()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "kernel");
        var page = started.Walk.Page;
        var input = page.Locator("[id='kernel.sysctls']");

        await PasteAsync(input, "net.core.somaxconn = 1\nkernel.panic = 5\n# c\nbad line");
        await input.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[id='kernel.sysctls:error']")).ToContainTextAsync("2 were added. Line 3, “# c”, is a comment and is left out. Line 4, “bad line”: ");
        await Assertions.Expect(input).ToHaveValueAsync("bad line");

        await input.FillAsync("");
        await PasteAsync(input, "kernel.panic_on_oops = 1\r\n# the last\r\n");
        await input.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("left-out")).ToContainTextAsync("1 was added. Line 2, “# the last”, is a comment and is left out.");
        await Assertions.Expect(input).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[id='kernel.sysctls[kernel.panic_on_oops = 1]']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[id='kernel.sysctls[kernel.panic = 5]']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[id='kernel.sysctls[net.core.somaxconn = 1]']")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("packages.copr", "owner", "a/b/c", "x:y")]
    [InlineData("packages.flatpaks", "firefox", "org mozilla;firefox", "x:y")]
    [InlineData("packages.remove", "-abrt", "-b", "-c")]
    public async Task Each_refused_text_that_is_pasted_over_another_is_said_to_be_refused(string list, params string[] texts)
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "packages");
        var page = started.Walk.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var input = page.Locator($"[id='{list}']");

        foreach (var text in texts)
        {
            await input.FocusAsync();
            await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.PressAsync("Control+V");
            await Assertions.Expect(input).ToHaveValueAsync(text);
            await Assertions.Expect(input).Not.ToHaveAttributeAsync("aria-invalid", "true");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator($"[id='{list}:error']")).ToBeVisibleAsync();
            await Assertions.Expect(input).ToHaveAttributeAsync("aria-invalid", "true");
        }
    }

    [Theory]
    [InlineData("packages", "packages.repositories", "id", "tail scale")]
    [InlineData("packages", "packages.downloads", "name", "a b")]
    [InlineData("users", "users.groups", "name", "Two Words")]
    public async Task A_row_that_was_given_up_is_begun_again_with_the_first_click(string section, string list, string column, string text)
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", section);
        var page = started.Walk.Page;
        var cell = page.Locator($"[id='{list}:new.{column}']");
        var add = page.Locator($"[id='{list}:add']");

        foreach (var leaves in new[] { "Cancel", "Escape", "Cancel" })
        {
            await add.ClickAsync();
            await Assertions.Expect(cell).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator($"[id='{list}:new.{column}:error']")).ToBeVisibleAsync();
            await (leaves == "Escape" ? page.Keyboard.PressAsync("Escape") : page.Locator("tr.row-draft").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync());
            await Assertions.Expect(add).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task A_refused_row_that_is_mended_and_added_leaves_the_keyboard_at_the_button()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "packages");
        var page = started.Walk.Page;
        await started.Walk.OpenRowAsync("packages.downloads", "Name");
        var name = page.Locator("[id='packages.downloads:new.name']");
        await name.FillAsync("y q");
        await page.Locator("[id='packages.downloads:new.url']").FillAsync("https://example.org/yq");
        await page.Locator("[id='packages.downloads:new.sha256']").FillAsync("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(name).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("yq");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[id='packages.downloads[yq]']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[id='packages.downloads:add']")).ToBeFocusedAsync();
    }

    /// <summary>Pastes as the browser does it: an event with the text, which a page may take for itself.</summary>
    private static async Task PasteAsync(ILocator input, string text)
    {
        await input.FocusAsync();
        await input.EvaluateAsync("""
            (element, text) => {
                const data = new DataTransfer();
                data.setData('text/plain', text);
                const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
                if (element.dispatchEvent(event)) document.execCommand('insertText', false, text.replaceAll(/[\r\n]+/g, ' '));
            }
            """, text);
    }
}
