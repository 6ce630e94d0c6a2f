using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>Pages that are left before they were complete.</summary>
public sealed class LeavingTests(Browser browser)
{
    [Fact]
    public async Task A_design_that_is_left_before_its_scripts_came_does_not_fail_the_next_page()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "scripts");
        var page = started.Walk.Page;
        var gone = new TaskCompletionSource();
        var held = 0;
        await page.RouteAsync(url => url.EndsWith(".razor.js", StringComparison.Ordinal) && !url.Contains("/Layout/", StringComparison.Ordinal) && !url.Contains("/Palette/", StringComparison.Ordinal), async route =>
        {
            Interlocked.Increment(ref held);
            await gone.Task;
            await route.ContinueAsync();
        });
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.GetByTestId("gate-link").ClickAsync();
        var verdict = page.GetByTestId("verdict");
        await Assertions.Expect(verdict).ToBeVisibleAsync();

        var answered = page.WaitForResponseAsync(response => response.Url.Contains("PreviewPane.razor.js", StringComparison.Ordinal));
        gone.SetResult();
        await answered;
        await page.GetByTestId("back-to-design").ClickAsync();
        await started.Walk.ReadyAsync();
        await started.Walk.FillAsync("image.title", "Still there");
        await Assertions.Expect(page.GetByTestId("design-title")).ToHaveTextAsync("Still there");
        await started.Walk.SavedAsync();
        Assert.True(held > 2);
        await Assertions.Expect(page.GetByText("This part of the page has failed")).ToHaveCountAsync(0);
    }

    /// <summary>The message of the click and the goodbye of the page reach the server together.</summary>
    [Fact]
    public async Task A_page_that_is_left_while_a_menu_opens_or_closes_fails_nothing_on_the_server()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "image");
        var page = started.Walk.Page;
        var address = page.Url;
        foreach (var menu in new[] { "[data-testid=review-menu] button", "button[aria-label='Compare with']" })
        {
            foreach (var (how, delay) in new[] { ("open", 0), ("open", 15), ("choose", 0), ("choose", 15), ("escape", 0), ("escape", 15) })
            {
                await page.GotoAsync(address);
                await started.Walk.Document.WaitForAsync();
                if (how != "open")
                {
                    await page.Locator(menu).First.ClickAsync();
                    await page.Locator(".mud-popover-open .mud-menu-item").First.WaitForAsync();
                }

                await page.EvaluateAsync("""
                    ([how, menu, delay]) => {
                        if (how === 'open') document.querySelector(menu).click();
                        else if (how === 'choose') document.querySelector('.mud-popover-open .mud-menu-item').click();
                        else document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
                        setTimeout(() => { location.href = '/runs'; }, delay);
                    }
                    """, new object[] { how, menu, delay });
                await page.WaitForURLAsync("**/runs");
            }
        }

        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        var output = started.Designer.Output;
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", output, StringComparison.Ordinal);
    }
}
