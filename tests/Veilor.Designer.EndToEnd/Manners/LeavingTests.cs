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
}
