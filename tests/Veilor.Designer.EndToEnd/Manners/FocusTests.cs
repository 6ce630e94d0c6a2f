using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>The keyboard stays where the work is when rows move and when a problem is followed.</summary>
public sealed class FocusTests(Browser browser)
{
    [Fact]
    public async Task A_row_that_moves_keeps_the_keyboard()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "storage");
        var page = started.Walk.Page;
        var rows = page.Locator("[id='storage.partitions'] tbody tr[id]");
        var id = await rows.Nth(2).GetAttributeAsync("id");
        var up = page.Locator($"[id='{id}:up']");

        await up.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rows.Nth(1)).ToHaveAttributeAsync("id", id!);
        await Assertions.Expect(up).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rows.Nth(0)).ToHaveAttributeAsync("id", id!);
        await Assertions.Expect(up).ToBeFocusedAsync();
        await Assertions.Expect(up).ToHaveAttributeAsync("aria-disabled", "true");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("is now 1 of")).ToHaveCountAsync(1);
        await Assertions.Expect(rows.Nth(0)).ToHaveAttributeAsync("id", id!);
        await Assertions.Expect(up).ToBeFocusedAsync();

        await page.Locator($"[id='{id}.size']").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(rows.Nth(1)).ToHaveAttributeAsync("id", id!);
        await Assertions.Expect(page.Locator($"[id='{id}.size']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_new_row_does_not_take_the_keyboard_from_a_person_who_went_on()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "storage");
        var page = started.Walk.Page;
        var size = page.Locator("[id='storage.partitions:new.size']");

        // The person is in another cell as soon as the row is there; what the server asks for comes later.
        await page.EvaluateAsync(
            """
            () => {
                const find = document.getElementById;
                document.getElementById = function (id) {
                    if (id.startsWith('storage.partitions:')) window.isAsked = true;
                    return find.call(document, id);
                };
                new MutationObserver((_, observer) => {
                    const cell = find.call(document, 'storage.partitions:new.size');
                    if (!cell) return;
                    observer.disconnect();
                    cell.focus();
                }).observe(document.body, { childList: true, subtree: true });
            }
            """);
        await page.Locator("[id='storage.partitions:add']").ClickAsync();
        await page.WaitForFunctionAsync("() => window.isAsked");

        await page.Keyboard.TypeAsync("2 GiB");
        await Assertions.Expect(size).ToHaveValueAsync("2 GiB");
        await Assertions.Expect(size).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[id='storage.partitions:new.name']")).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[id='storage.partitions:add']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_script_that_moves_or_gets_another_moment_keeps_the_keyboard()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "scripts");
        var page = started.Walk.Page;
        var rows = page.Locator("[data-field='scripts.run'] .row-item");
        var script = await rows.Nth(1).GetAttributeAsync("data-item");

        await page.Locator($"[id='scripts.run[{script}]:up']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rows.Nth(0)).ToHaveAttributeAsync("data-item", script!);
        await Assertions.Expect(page.Locator($"[id='scripts.run[{script}]:up']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rows.Nth(0)).ToHaveAttributeAsync("data-item", script!);
        await Assertions.Expect(page.Locator($"[id='scripts.run[{script}]:up']")).ToBeFocusedAsync();

        await page.Locator($"[id='scripts.run[{script}]:moment']").FocusAsync();
        await page.Locator($"[id='scripts.run[{script}]:moment']").SelectOptionAsync("scripts.first_boot");
        await Assertions.Expect(page.Locator($"[id='scripts.first_boot[{script}]:moment']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_problem_of_a_file_leads_to_the_file()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "overlay");
        var page = started.Walk.Page;
        var folder = Path.Combine(started.Workspace.Path, "designs", "minimal", "overlay", "etc");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "shadow"), "x", TestContext.Current.CancellationToken);
        await started.Walk.OpenSectionAsync("image");
        await page.GetByTestId("problems-toggle").ClickAsync();
        var problem = page.GetByTestId("problem").Filter(new() { HasText = "overlay/etc/shadow" }).First;

        await problem.Locator("a.problem-text").ClickAsync();

        await Assertions.Expect(page.GetByTestId("file-details").Locator("input").First).ToHaveValueAsync("overlay/etc/shadow");
        await Assertions.Expect(page.Locator("[id='overlay.files']")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByTestId("file-details")).ToContainTextAsync("overlay/etc/shadow");
    }

    [Fact]
    public async Task A_column_that_no_row_has_yet_opens_a_new_row()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "image");
        var page = started.Walk.Page;

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByTestId("palette-input").FillAsync("gpg key");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("[id='packages.repositories:new.gpg_key']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_help_from_the_form_and_leaves_the_keyboard_there()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "system");
        var page = started.Walk.Page;
        var host = page.Locator("[id='system.hostname']");
        await host.FocusAsync();
        await page.Keyboard.PressAsync("F1");
        await Assertions.Expect(page.GetByTestId("help-panel")).ToBeVisibleAsync();

        await host.FocusAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByTestId("help-panel")).ToHaveCountAsync(0);
        await Assertions.Expect(host).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_before_help_has_taken_the_keyboard_leaves_it_in_the_form()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "system");
        var page = started.Walk.Page;
        var host = page.Locator("[id='system.hostname']");
        await host.FocusAsync();
        await page.EvaluateAsync(
            """
            () => new MutationObserver((_, observer) => {
                if (!document.querySelector('.help-panel')) return;
                observer.disconnect();
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
                window.isPressed = true;
            }).observe(document.body, { childList: true, subtree: true })
            """);
        await page.Keyboard.PressAsync("F1");

        await page.WaitForFunctionAsync("() => window.isPressed && !document.querySelector('.help-panel')");
        await Assertions.Expect(host).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("x");
        await Assertions.Expect(host).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("x", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
