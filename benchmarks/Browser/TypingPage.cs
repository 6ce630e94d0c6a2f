using Microsoft.Playwright;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>A page with a field that is typed into, and the times that the keys took.</summary>
internal sealed class TypingPage
{
    private static readonly PageWaitForFunctionOptions Soon = new() { Timeout = 10_000 };
    private readonly IPage _page;
    private readonly string _input;
    private int _typed;

    private TypingPage(IPage page, string input)
    {
        _page = page;
        _input = input;
    }

    /// <summary>Opens a page and puts the keyboard into a field.</summary>
    /// <param name="profile">The browser's profile.</param>
    /// <param name="address">The page.</param>
    /// <param name="input">The id of the field.</param>
    public static async Task<TypingPage> OpenAsync(IBrowserContext profile, Uri address, string input)
    {
        var page = await profile.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        await page.GetByTestId("document").First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 60_000 });
        var opened = new TypingPage(page, input);
        await page.Locator($"[id='{input}']").WaitForAsync(new() { Timeout = 60_000 });
        return opened;
    }

    /// <summary>Types a run of keys at the pace of a quick typist, each after the last was shown.</summary>
    /// <param name="count">An even number: the second half deletes the first.</param>
    /// <param name="pause">The rest after each key.</param>
    public async Task TypeAsync(int count, TimeSpan pause)
    {
        await _page.BringToFrontAsync();
        var field = _page.Locator($"[id='{_input}']");
        await field.FocusAsync();
        await _page.Keyboard.PressAsync("End");
        await Task.Delay(200);
        for (var i = 0; i < count; i++)
        {
            await _page.Keyboard.PressAsync(i < count / 2 ? "x" : "Backspace");
            _typed++;
            await _page.WaitForFunctionAsync("count => window.pageClock.keyTimes.length >= count", _typed, Soon);
            await Task.Delay(pause);
        }
    }

    /// <summary>Milliseconds from key to painted change, and from key to the first of the server's answer, in the order of the keys, since the last call.</summary>
    public async Task<(double[] Painted, double[] Answered)> TakeTimesAsync()
    {
        _typed = 0;
        var times = await _page.EvaluateAsync<double[][]>("() => [window.pageClock.keyTimes.splice(0), window.pageClock.answerTimes.splice(0)]");
        return (times[0], times[1]);
    }
}
