using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Runs;

/// <summary>The page of a run in Chromium: its log, cancel, reload, restart of the server, queue.</summary>
public sealed class RunPageTests(Browser browser)
{
    private static readonly string LongLine = "line 3000" + string.Concat(Enumerable.Repeat(" word", 300));

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_log_is_followed_searched_filtered_linked_to_and_copied_across_rows_that_are_not_there(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        var go = Path.Combine(folder.Path, "go");
        // One stream waits for the other: they are read apart, and lines of both at once may come in either order.
        podman.Build(
            $"for i in $(seq 2999); do echo \"line $i\"; done; echo \"line 3000\"$(printf ' word%.0s' $(seq 300)); until [ -e {go}1 ]; do sleep 0.05; done; echo 'Error: \x1b[31mred\x1b[0m trouble' >&2; until [ -e {go}2 ]; do sleep 0.05; done; for i in 10 50 90; do printf 'fetching %s%%\\r' $i; sleep 0.1; done; echo; echo last");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var id = await ScriptedRun.BuildAsync(page, designer);

        var log = page.GetByTestId("log");
        await Assertions.Expect(page.GetByTestId("log-count")).ToHaveTextAsync("3,000 lines");
        await File.WriteAllTextAsync(go + "1", "", TestContext.Current.CancellationToken);
        await Assertions.Expect(page.GetByTestId("log-count")).ToHaveTextAsync("3,001 lines");
        await File.WriteAllTextAsync(go + "2", "", TestContext.Current.CancellationToken);
        await Assertions.Expect(log).ToContainTextAsync("last");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^✔ Built · Pipeline sample", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(page.GetByTestId("log-count")).ToHaveTextAsync("3,003 lines");
        await Assertions.Expect(log).ToContainTextAsync("fetching 90%");
        await Assertions.Expect(log).Not.ToContainTextAsync("fetching 50%");
        await Assertions.Expect(log.Locator("[data-line='3001'] .ansi-fg-red")).ToHaveTextAsync("red");
        await Screenshot.TakeAsync(page, $"log-end-{theme}.png");


        await page.GetByTestId("to-start").ClickAsync();
        await Assertions.Expect(log.Locator("[data-heading='0']")).ToContainTextAsync("Step 1 of 1");
        await page.GetByLabel("Search the log").FillAsync("line 2345");
        await Assertions.Expect(page.GetByTestId("hits")).ToHaveTextAsync("1 of 1 line");
        await Assertions.Expect(log.Locator(".log-current")).ToHaveAttributeAsync("data-line", "2345");
        await Screenshot.TakeAsync(page, $"log-search-{theme}.png");
        await page.GetByLabel("Search the log").FillAsync("");

        await page.GetByTestId("log-level").SelectOptionAsync("Error");
        await Assertions.Expect(page.GetByTestId("log-count")).ToHaveTextAsync("1 of 3,003 lines");
        await Assertions.Expect(log.Locator("[data-line]")).ToHaveCountAsync(1);
        await Screenshot.TakeAsync(page, $"log-errors-{theme}.png");
        await page.GetByTestId("log-level").SelectOptionAsync("Ordinary");

        await page.GotoAsync(new Uri(designer.Url, $"/runs/{id}?line=1234").AbsoluteUri);
        await Assertions.Expect(log.Locator(".log-current")).ToHaveAttributeAsync("data-line", "1234");
        await Assertions.Expect(log.Locator("[data-line='1234']")).ToBeInViewportAsync();
        await log.Locator("[data-line='1236'] a.log-number").ClickAsync();
        await page.WaitForURLAsync($"**/runs/{id}?line=1236");
        await Assertions.Expect(log.Locator(".log-current")).ToHaveAttributeAsync("data-line", "1236");

        await log.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+c");
        var expected = string.Join('\n', [.. Enumerable.Range(1, 2999).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}")), LongLine, "Error: red trouble", "fetching 90%", "last"]);
        Assert.Equal(expected, await ScriptedRun.ClipboardAsync(page, text => text.EndsWith("last", StringComparison.Ordinal)));

        await DragAsync(page, log.Locator("[data-line='1234'] .log-text"), log);
        var dragged = await ScriptedRun.ClipboardAsync(page, text => text.StartsWith("e 1234\n", StringComparison.Ordinal));
        Assert.True(dragged.Split('\n').Length > 60, dragged);
        Assert.All(dragged.Split('\n').Skip(1).SkipLast(1).Index(), line => Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"line {1235 + line.Index}"), line.Item));

        await page.GetByTestId("goto-line").FillAsync("3000");
        await page.GetByTestId("goto-line").PressAsync("Enter");
        var longRow = log.Locator("[data-line='3000']");
        await Assertions.Expect(longRow).ToBeInViewportAsync();
        Assert.Equal(20, (await longRow.BoundingBoxAsync())!.Height);
        Assert.True(await log.EvaluateAsync<bool>("pane => pane.scrollWidth > pane.clientWidth"));
        await page.GetByTestId("wrap").ClickAsync();
        await Assertions.Expect(page.GetByTestId("log-window")).ToBeVisibleAsync();
        await Assertions.Expect(longRow).ToBeInViewportAsync();
        Assert.True((await longRow.BoundingBoxAsync())!.Height > 60);
        Assert.False(await log.EvaluateAsync<bool>("pane => pane.scrollWidth > pane.clientWidth"));
        await Screenshot.TakeAsync(page, $"log-wrapped-{theme}.png");
        visit.AssertClean();
    }

    [Fact]
    public async Task A_log_that_is_left_at_its_end_shows_its_rows_while_only_progress_comes()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("for i in $(seq 3000); do echo \"line $i\"; done; for i in $(seq 1200); do printf 'progress %s\\r' $i; sleep 0.25; done");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url);
        var page = visit.Page;
        await ScriptedRun.BuildAsync(page, designer);
        var log = page.GetByTestId("log");
        await Assertions.Expect(log.Locator("[data-line='3000']")).ToBeInViewportAsync();
        // Three seconds of progress and no line: nothing makes the page read its rows again by itself.
        await page.WaitForFunctionAsync("() => { const now = Number(document.querySelector('[data-testid=log]').innerText.match(/progress (\\d+)/)?.[1]); window.first ??= now || undefined; return now >= window.first + 12; }");

        await log.HoverAsync();
        await page.Mouse.WheelAsync(0, -200);
        await Assertions.Expect(log.Locator("[data-line='2985']")).ToBeInViewportAsync();
        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Cancelled");
        visit.AssertClean();
    }

    [Fact]
    public async Task A_build_goes_on_through_a_reload_and_is_cancelled_with_what_it_started()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("trap '' INT TERM; echo started; i=0; while :; do echo \"tick $((i++))\"; sleep 0.2; done");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url);
        var page = visit.Page;
        await ScriptedRun.BuildAsync(page, designer);
        var log = page.GetByTestId("log");
        await Assertions.Expect(log).ToContainTextAsync("tick 3");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^▶ 1 of 1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.ReloadAsync();
        await Assertions.Expect(log).ToContainTextAsync("tick 8");
        await page.GetByTestId("to-start").ClickAsync();
        await Assertions.Expect(log).ToContainTextAsync("started");
        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Cancelled");
        await Assertions.Expect(page.GetByTestId("reason")).ToContainTextAsync("It was cancelled.");
        visit.AssertClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "light")]
    [InlineData(ColorScheme.Dark, "dark")]
    public async Task A_known_failure_is_told_as_soon_as_its_line_is_in_the_log(ColorScheme colours, string theme)
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        // The file keeps the two streams in this order: a heading behind the line would begin anew.
        var go = Path.Combine(folder.Path, "go");
        podman.Build($"echo 'STEP 2/3: RUN dnf install'; until [ -e {go} ]; do sleep 0.05; done; echo 'No match for argument: htpo' >&2; sleep 300");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url, colours, 1280, 720);
        var page = visit.Page;
        await ScriptedRun.BuildAsync(page, designer);
        await Assertions.Expect(page.GetByTestId("log")).ToContainTextAsync("STEP 2/3");
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        var told = page.GetByTestId("early-failure");
        await Assertions.Expect(told).ToContainTextAsync("Did you mean htop");
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Running");
        await Screenshot.TakeAsync(page, $"run-early-{theme}.png");
        await told.GetByRole(AriaRole.Button, new() { Name = "Show line 2" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("log").Locator(".log-current")).ToHaveAttributeAsync("data-line", "2");
        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Cancelled");
        visit.AssertClean();
    }

    [Fact]
    public async Task The_desktop_is_told_of_the_end_when_the_person_allowed_it_and_looks_elsewhere()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        var go = Path.Combine(folder.Path, "go");
        podman.Build($"echo started; until [ -e {go} ]; do sleep 0.05; done");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url);
        var page = visit.Page;
        // A headless browser shows no notification and always has the focus, so both are taken down here.
        await page.AddInitScriptAsync(
            "window.told = []; document.hasFocus = () => false; window.Notification = class { static permission = 'default'; static async requestPermission() { return this.permission = 'granted'; } constructor(title, options) { window.told.push(title + '|' + options.tag); } };");
        var id = await ScriptedRun.BuildAsync(page, designer);
        await page.GetByTestId("notify").ClickAsync();
        await Assertions.Expect(page.GetByText("You will be notified")).ToBeVisibleAsync();
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Succeeded");
        await page.WaitForFunctionAsync("() => window.told.length > 0");
        Assert.Equal([$"Pipeline sample is built.|{id}"], await page.EvaluateAsync<string[]>("() => window.told"));
        visit.AssertClean();
    }

    [Fact]
    public async Task After_a_crash_of_the_server_the_run_is_interrupted_and_what_it_left_is_cleaned_up()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("trap '' INT TERM HUP PIPE; echo started; sleep 305; sleep 305");
        string id;
        await using (var designer = await ScriptedRun.StartAsync(folder, podman))
        {
            await using var visit = await browser.OpenAsync(designer.Url);
            id = await ScriptedRun.BuildAsync(visit.Page, designer);
            await Assertions.Expect(visit.Page.GetByTestId("log")).ToContainTextAsync("started");
            await designer.CrashAsync();
            // The page says on the console that its server is gone, as it must.
            await visit.DisposeAsync();
            visit.TakeProblems();
        }

        await using var again = await ScriptedRun.StartAsync(folder, podman);
        await using var later = await browser.OpenAsync(again.Url);
        var page = later.Page;
        await page.GotoAsync(new Uri(again.Url, $"/runs/{id}").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("step")).ToHaveAttributeAsync("data-state", "Interrupted");
        await Assertions.Expect(page.GetByTestId("log")).ToContainTextAsync("started");
        await Assertions.Expect(page.GetByTestId("leftovers")).ToContainTextAsync("sleep");
        await Screenshot.TakeAsync(page, "leftovers-light.png");
        await page.GetByTestId("clean-up").ClickAsync();
        await Assertions.Expect(page.GetByTestId("cleaned")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("leftovers")).ToHaveCountAsync(0);
        later.AssertClean();
    }

    [Fact]
    public async Task Builds_wait_in_a_queue_with_positions_and_any_can_be_cancelled()
    {
        using var folder = new TemporaryFolder();
        var podman = new ScriptedPodman(folder);
        podman.Build("echo started; sleep 300");
        await using var designer = await ScriptedRun.StartAsync(folder, podman);
        await using var visit = await browser.OpenAsync(designer.Url);
        var page = visit.Page;
        var first = await ScriptedRun.BuildAsync(page, designer);
        await Assertions.Expect(page.GetByTestId("log")).ToContainTextAsync("started");
        await ScriptedRun.BuildAsync(page, designer);
        var third = await ScriptedRun.BuildAsync(page, designer);
        // The build page, which lists the builds that wait, may still be there.
        await Assertions.Expect(page.Locator(".run-head").GetByTestId("queue-position")).ToHaveTextAsync("place 2 in the queue, waits for the build of Pipeline sample");

        await page.GotoAsync(new Uri(designer.Url, "/runs").AbsoluteUri);
        var rows = page.GetByTestId("run");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Screenshot.TakeAsync(page, "runs-queue-light.png");
        await rows.Nth(1).GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Cancelled");
        await Assertions.Expect(rows.Nth(0).GetByTestId("queue-position")).ToHaveTextAsync("place 1 in the queue, waits for the build of Pipeline sample");
        podman.Build("echo quick");
        await rows.Nth(2).GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Succeeded");

        await rows.Nth(0).GetByTestId("delete").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        Assert.True(Directory.Exists(Path.Combine(folder.Path, "workspace", "runs", third)));
        Assert.NotEqual(first, third);
        visit.AssertClean();
    }

    /// <summary>Drags from the fourth character of a row down over the edge, until the pane has scrolled far, then copies.</summary>
    private static async Task DragAsync(IPage page, ILocator from, ILocator pane)
    {
        await from.ScrollIntoViewIfNeededAsync();
        await page.RestAsync();
        var start = (await from.BoundingBoxAsync())!;
        var box = (await pane.BoundingBoxAsync())!;
        var four = await from.EvaluateAsync<float>("text => { const range = document.createRange(); const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode(); range.setStart(node, 0); range.setEnd(node, 3); return range.getBoundingClientRect().width; }");
        await page.Mouse.MoveAsync(start.X + four, start.Y + (start.Height / 2));
        await page.Mouse.DownAsync();
        var top = await pane.EvaluateAsync<double>("pane => pane.scrollTop");
        for (var i = 0; i < 12; i++)
        {
            await page.Mouse.MoveAsync(start.X + 60 + i, box.Y + box.Height - 30);
            await page.Mouse.WheelAsync(0, 200);
            await Task.Delay(120);
        }

        // It has rolled as far as the wheel was turned, and rows are there under the pointer.
        await page.WaitForFunctionAsync(
            "([top, x, y]) => document.querySelector('[data-testid=log]').scrollTop >= top + 2000 && document.elementFromPoint(x, y)?.closest('[data-line]')",
            new[] { top, start.X + 80, box.Y + box.Height - 40 });
        await page.Mouse.MoveAsync(start.X + 80, box.Y + box.Height - 40);
        await page.Mouse.UpAsync();
        await page.Keyboard.PressAsync("Control+c");
    }
}
