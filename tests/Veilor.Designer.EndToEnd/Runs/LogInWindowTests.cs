using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>What of the log is seen in a window of 1280×720: the line that was asked for, the newest one, and the same one in another form.</summary>
public sealed class LogInWindowTests(Browser browser)
{
    private static readonly LocatorAssertionsToBeInViewportOptions Seen = new() { Ratio = 1 };

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task The_newest_line_is_seen_while_it_is_followed_and_the_page_stands_still(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        var go = Path.Combine(folder.Path, "go");
        podman.Build($"for i in $(seq 200); do echo \"line $i\"; done; while [ ! -e {go} ]; do sleep 0.05; done; echo 'No match for argument: htpo' >&2; for i in $(seq 202 230); do echo \"line $i\"; sleep 0.05; done; sleep 300");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        await ScriptedRun.BuildWithAllStepsAsync(page, designer);
        await Assertions.Expect(Row(page, 200)).ToBeInViewportAsync(Seen);
        await Screenshot.TakeAsync(page, $"follow-{theme}.png");
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        // What is told of the failure takes room above the log.
        await Assertions.Expect(page.GetByTestId("early-failure")).ToBeVisibleAsync();
        await Assertions.Expect(Row(page, 230)).ToBeInViewportAsync(Seen);
        await Screenshot.TakeAsync(page, $"follow-told-{theme}.png");
        Assert.Equal(0, await page.EvaluateAsync<double>("() => scrollY"));

        await page.SetViewportSizeAsync(390, 844);
        await Screenshot.TakeAsync(page, $"follow-narrow-{theme}.png");
        await page.SetViewportSizeAsync(1280, 400);
        await Assertions.Expect(Row(page, 230)).Not.ToBeInViewportAsync();
        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step").First).ToHaveAttributeAsync("data-state", "Cancelled");
        Assert.Equal(0, await page.EvaluateAsync<double>("() => scrollY"));
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light", 844)]
    [InlineData(ColorScheme.Dark, "dark", 844)]
    [InlineData(ColorScheme.Light, "short-light", 560)]
    public async Task A_failure_is_seen_on_a_narrow_page_whose_log_is_followed(ColorScheme colours, string theme, int height)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        var go = Path.Combine(folder.Path, "go");
        podman.Build($"for i in $(seq 200); do echo \"line $i\"; done; while [ ! -e {go} ]; do sleep 0.05; done; echo 'Error: No match for argument: htpo' >&2; exit 1");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 390, height);
        var page = visit.Page;
        await ScriptedRun.BuildWithAllStepsAsync(page, designer);
        await Assertions.Expect(Row(page, 200)).ToBeVisibleAsync();
        await page.EvaluateAsync("() => scrollTo(0, document.documentElement.scrollHeight)");
        await Assertions.Expect(Row(page, 200).Locator(".log-number")).ToBeInViewportAsync(Seen);
        await Screenshot.TakeAsync(page, $"narrow-follow-{theme}.png");

        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        await Assertions.Expect(page.GetByTestId("step-failure")).ToBeInViewportAsync(Seen);
        await Screenshot.TakeAsync(page, $"narrow-follow-failed-{theme}.png");
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_line_that_is_asked_for_is_in_the_window(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        var go = Path.Combine(folder.Path, "go");
        podman.Build($"for i in $(seq 3053); do echo \"line $i\"; done; until [ -e {go} ]; do sleep 0.05; done; echo 'Error: No match for argument: htpo' >&2; exit 1");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        var id = await ScriptedRun.BuildWithAllStepsAsync(page, designer);
        await Assertions.Expect(page.GetByTestId("log-count")).ToHaveTextAsync("3,053 lines");
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        await Assertions.Expect(page.GetByTestId("step-failure")).ToBeVisibleAsync();
        await Screenshot.TakeAsync(page, $"failed-{theme}.png");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show line 3054" }).ClickAsync();
        await Assertions.Expect(Row(page, 3054)).ToBeInViewportAsync(Seen);
        await Screenshot.TakeAsync(page, $"failed-line-{theme}.png");

        await page.GotoAsync(new Uri(designer.Url, $"/runs/{id}?line=100").AbsoluteUri);
        await Assertions.Expect(Row(page, 100)).ToBeInViewportAsync(Seen);
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.GetByLabel("Search the log").FillAsync("line 2000");
        await Assertions.Expect(Row(page, 2000)).ToBeInViewportAsync(Seen);
        await Assertions.Expect(page.GetByTestId("hits")).ToHaveTextAsync("1 of 1 line");

        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync(new Uri(designer.Url, $"/runs/{id}?line=1500").AbsoluteUri);
        await Assertions.Expect(Row(page, 1500).Locator(".log-number")).ToBeInViewportAsync(Seen);
        await Screenshot.TakeAsync(page, $"failed-line-narrow-{theme}.png");
        visit.AssertClean();
    }

    [Fact]
    public async Task Wrapping_leaves_the_eye_where_it_is()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("for i in $(seq 3000); do printf \"line $i\"; printf ' word%.0s' $(seq $((i % 7 * 60))); echo; done");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, ColorScheme.Light, 1280, 720);
        var page = visit.Page;
        var id = await ScriptedRun.BuildAsync(page, designer);
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Succeeded");

        await page.GotoAsync(new Uri(designer.Url, $"/runs/{id}?line=1500").AbsoluteUri);
        await Assertions.Expect(Row(page, 1500)).ToBeInViewportAsync();
        await SwitchAsync(page, "Later lines", isShown: true);
        await Assertions.Expect(Row(page, 1500)).ToBeInViewportAsync();
        await SwitchAsync(page, "Later lines", isShown: false);
        await Assertions.Expect(Row(page, 1500)).ToBeInViewportAsync();

        // No line is marked in view: the first that is seen stays the first.
        await page.GetByTestId("log").HoverAsync();
        // The wheel rolls on for a while, and the list moves its rows to their places later still: what is first is told by the place.
        await page.GetByTestId("log").EvaluateAsync("pane => { window.rests = false; pane.addEventListener('scrollend', () => { window.rests = true; }, { once: true }); }");
        await page.Mouse.WheelAsync(0, 3000);
        await page.WaitForFunctionAsync("() => window.rests");
        var first = await page.GetByTestId("log").EvaluateAsync<int>("pane => Math.floor((pane.scrollTop + 1) / 20)");
        Assert.True(first > 1600, $"The wheel stopped at line {first}.");
        await page.WaitForFunctionAsync($"first => ({FirstSeen})() === first", first);
        await SwitchAsync(page, "Later lines", isShown: true);
        await page.WaitForFunctionAsync($"first => ({FirstSeen})() === first", first);
        await SwitchAsync(page, "Later lines", isShown: false);
        await page.WaitForFunctionAsync($"first => ({FirstSeen})() === first", first);
        visit.AssertClean();
    }

    [Fact]
    public async Task A_row_whose_third_line_was_the_first_seen_stays_the_first_when_rows_are_unwrapped()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("for i in $(seq 200); do printf \"line $i\"; printf ' word%.0s' $(seq $((i % 7 * 60))); echo; done");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, ColorScheme.Light, 1280, 720);
        var page = visit.Page;
        var id = await ScriptedRun.BuildAsync(page, designer);
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Succeeded");
        await page.GotoAsync(new Uri(designer.Url, $"/runs/{id}").AbsoluteUri);
        await Assertions.Expect(Row(page, 1)).ToBeInViewportAsync();
        await page.GetByTestId("wrap").ClickAsync();
        await Assertions.Expect(page.GetByTestId("log")).ToHaveClassAsync(new Regex("log-wrapped", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // 600 characters take six lines or more; the first two and a half of them are above the edge.
        await Row(page, 90).EvaluateAsync("row => { const pane = row.closest('[data-testid=log]'); pane.scrollTop += row.getBoundingClientRect().top - pane.getBoundingClientRect().top + 50; }");
        await page.WaitForFunctionAsync($"first => ({FirstSeen})() === first", 90);
        await page.GetByTestId("wrap").ClickAsync();
        await Assertions.Expect(page.GetByTestId("log")).Not.ToHaveClassAsync(new Regex("log-wrapped", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.WaitForFunctionAsync($"first => ({FirstSeen})() === first", 90);
        visit.AssertClean();
    }

    [Fact]
    public async Task What_a_click_with_shift_marks_is_copied_over_rows_that_are_not_there()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("for i in $(seq 9000); do echo \"line $i\"; done");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, ColorScheme.Light, 1280, 720);
        var page = visit.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var id = await ScriptedRun.BuildAsync(page, designer);
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Succeeded");
        await page.GotoAsync(new Uri(designer.Url, $"/runs/{id}?line=5000").AbsoluteUri);

        await ClickAsync(page, 5000);
        await page.GetByTestId("log").HoverAsync();
        for (var i = 0; i < 8; i++)
        {
            await page.Mouse.WheelAsync(0, 1000);
            await Task.Delay(50);
        }

        await Assertions.Expect(Row(page, 5400)).ToBeInViewportAsync();
        await Assertions.Expect(Row(page, 5000)).ToHaveCountAsync(0);
        await ClickAsync(page, 5400, isExtending: true);
        Assert.Equal(Lines(5000, 5400), await CopyAsync(page));

        // A drag, then a jump by the field for a line, then a click with shift: it reaches from where the drag began.
        await page.GetByTestId("to-start").ClickAsync();
        await DragAsync(page, 4, 7);
        Assert.Equal(Lines(4, 7), await CopyAsync(page));
        await page.GetByTestId("goto-line").FillAsync("2000");
        await page.GetByTestId("goto-line").PressAsync("Enter");
        await Assertions.Expect(Row(page, 2000)).ToBeInViewportAsync();
        await ClickAsync(page, 2000, isExtending: true);
        Assert.Equal(Lines(4, 2000), await CopyAsync(page));

        // Back again before the anchor, and on by the keyboard.
        await page.GetByTestId("to-start").ClickAsync();
        await ClickAsync(page, 2, isExtending: true);
        Assert.Equal("\nline 3\n", await CopyAsync(page));
        await page.Keyboard.PressAsync("Shift+ArrowUp");
        Assert.Equal("\nline 2\nline 3\n", await CopyAsync(page));

        // A double click marks a word.
        await page.RestAsync();
        await Row(page, 5).Locator(".log-text").DblClickAsync(new() { Position = new() { X = 5, Y = 8 } });
        Assert.Equal("line", (await CopyAsync(page)).Trim());
        visit.AssertClean();
    }

    private const string FirstSeen =
        "() => { const pane = document.querySelector('[data-testid=log]').getBoundingClientRect(); return Number([...document.querySelectorAll('[data-line]')].find(row => row.getBoundingClientRect().bottom > pane.top + 10)?.dataset.line); }";

    private static ILocator Row(IPage page, int line) =>
        page.GetByTestId("log").Locator(string.Create(CultureInfo.InvariantCulture, $"[data-line='{line}']"));

    private static string Lines(int first, int last) =>
        string.Join('\n', Enumerable.Range(first, last - first + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}")));

    private static async Task SwitchAsync(IPage page, string button, bool isShown)
    {
        await page.GetByTestId("wrap").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(isShown ? 1 : 0);
    }

    /// <summary>Clicks before the first character of a line, or behind its last one when that extends what is marked downwards.</summary>
    private static async Task ClickAsync(IPage page, int line, bool isExtending = false)
    {
        await Assertions.Expect(Row(page, line)).ToBeInViewportAsync(Seen);
        await page.RestAsync();
        var text = (await Row(page, line).Locator(".log-text").BoundingBoxAsync())!;
        var end = isExtending ? await EndAsync(page, line) : 1;
        if (isExtending)
            await page.Keyboard.DownAsync("Shift");
        await page.Mouse.ClickAsync(text.X + end, text.Y + 10);
        if (isExtending)
            await page.Keyboard.UpAsync("Shift");
    }

    private static async Task DragAsync(IPage page, int first, int last)
    {
        await Assertions.Expect(Row(page, last)).ToBeInViewportAsync(Seen);
        await page.RestAsync();
        var (from, to) = ((await Row(page, first).Locator(".log-text").BoundingBoxAsync())!, (await Row(page, last).Locator(".log-text").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + 1, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + await EndAsync(page, last), to.Y + 10, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Width of a line's characters in pixels.</summary>
    private static Task<float> EndAsync(IPage page, int line) => Row(page, line).Locator(".log-text").EvaluateAsync<float>(
        "text => { const range = document.createRange(); range.selectNodeContents(text); return range.getBoundingClientRect().width; }");

    private static async Task<string> CopyAsync(IPage page)
    {
        await page.EvaluateAsync("() => navigator.clipboard.writeText('nothing yet')");
        await page.Keyboard.PressAsync("Control+c");
        return await ScriptedRun.ClipboardAsync(page, text => text is not ("" or "nothing yet"));
    }
}
