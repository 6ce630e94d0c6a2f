using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Manners;

namespace Veilor.Designer.EndToEnd.Preview;

/// <summary>The keyboard in the preview is where the work is: on the tab that is shown, and never on a button that went.</summary>
public sealed class PreviewKeyboardTests(Browser browser)
{
    [Fact]
    public async Task Keys_that_follow_quickly_move_along_the_tabs_and_none_is_lost()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image");
        var page = started.Walk.Page;
        var tabs = page.Locator(".preview-tab");
        await tabs.First.FocusAsync();
        await page.EvaluateAsync(
            """
            () => {
                for (let i = 0; i < 3; i++)
                    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
            }
            """);
        await IsShownAsync(tabs.Nth(3));

        await page.Keyboard.PressAsync("End");
        await IsShownAsync(tabs.Last);
        await page.Keyboard.PressAsync("ArrowLeft");
        await IsShownAsync(tabs.Nth(await tabs.CountAsync() - 2));
        await page.Keyboard.PressAsync("Home");
        await IsShownAsync(tabs.First);
    }

    [Fact]
    public async Task A_button_that_goes_with_what_it_closes_hands_the_keyboard_on()
    {
        await using var started = await StartedEditor.StartAsync(browser, "veilor-os", "image");
        var page = started.Walk.Page;
        await page.GetByTestId("split").ClickAsync();
        await PressAsync(page, "close-beside");
        await Assertions.Expect(page.GetByTestId("document-beside")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("split")).ToBeFocusedAsync();

        await page.GetByLabel("Compare with").ClickAsync();
        await page.GetByText("When it was opened").ClickAsync();
        await PressAsync(page, "compare-stop");
        await Assertions.Expect(page.GetByTestId("compared")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Compare with")).ToBeFocusedAsync();

        await page.GotoAsync(new Uri(new Uri(page.Url), "?doc=nothing.conf").AbsoluteUri);
        await started.Walk.ReadyAsync();
        await PressAsync(page, "missing-close");
        await Assertions.Expect(page.GetByTestId("missing")).ToHaveCountAsync(0);
        await Assertions.Expect(started.Walk.Document).ToBeFocusedAsync();
    }

    private static async Task IsShownAsync(ILocator tab)
    {
        await Assertions.Expect(tab).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(tab).ToBeFocusedAsync();
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await page.GetByTestId(button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
