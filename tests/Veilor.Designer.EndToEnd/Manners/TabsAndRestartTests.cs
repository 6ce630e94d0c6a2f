using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Paths;

namespace Veilor.Designer.EndToEnd.Manners;

/// <summary>Several tabs of one design, the file changing under it, and a server that goes and comes back.</summary>
public sealed class TabsAndRestartTests(Browser browser)
{
    [Fact]
    public async Task Two_tabs_follow_each_other_and_undo_goes_through_both()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "system");
        var first = started.Walk.Page;
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        var other = new EditorWalk(second);
        await other.ReadyAsync();
        await started.Walk.ShowAsync("design.toml");
        await other.ShowAsync("design.toml");

        await started.Walk.FillAsync("system.hostname", "from-the-first");
        await Assertions.Expect(second.Locator("[id='system.hostname']")).ToHaveValueAsync("from-the-first");
        await other.SeesAsync("from-the-first");
        await other.FillAsync("system.hostname", "from-the-second");
        await started.Walk.SeesAsync("from-the-second");

        await Assertions.Expect(first.GetByTestId("undo")).ToHaveAttributeAsync("aria-label", "Undo: set host name (Ctrl+Z)");
        await first.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(second.Locator("[id='system.hostname']")).ToHaveValueAsync("from-the-first");
        await Assertions.Expect(first.Locator("[id='system.hostname']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_tab_keeps_what_the_other_one_is_not_typing()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "system");
        var first = started.Walk.Page;
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        var other = new EditorWalk(second);
        await other.ReadyAsync();

        var draft = first.Locator("[id='system.hostname']");
        await draft.FillAsync("not a name");
        await draft.BlurAsync();
        await Assertions.Expect(first.Locator("[id='system.hostname:error']")).ToBeVisibleAsync();
        await other.FillAsync("system.time_zone", "Europe/Berlin");

        await Assertions.Expect(first.Locator("[id='system.time_zone']")).ToHaveValueAsync("Europe/Berlin");
        await Assertions.Expect(draft).ToHaveValueAsync("not a name");
        await Assertions.Expect(draft).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_file_that_changes_under_the_page_is_a_choice_and_a_broken_one_shows_its_place_at_once()
    {
        await using var started = await StartedEditor.StartAsync(browser, "minimal", "system");
        var page = started.Walk.Page;
        await started.Walk.FillAsync("system.hostname", "mine");
        var file = Path.Combine(started.Workspace.Path, "designs", "minimal", "design.toml");
        var text = await ReadWhenItHoldsAsync(file, "hostname = \"mine\"");

        await File.WriteAllTextAsync(file, text.Replace("hostname = \"mine\"", "hostname = = \"theirs\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var line = text[..text.IndexOf("hostname = \"mine\"", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        var conflict = page.GetByTestId("conflict");
        await Assertions.Expect(conflict.GetByTestId("conflict-problem").First).ToContainTextAsync($"line {line}");
        await Assertions.Expect(conflict.GetByTestId("conflict-load")).ToBeDisabledAsync();

        await File.WriteAllTextAsync(file, text.Replace("hostname = \"mine\"", "hostname = \"theirs\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Assertions.Expect(conflict.GetByTestId("conflict-problem")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToHaveValueAsync("mine");
        await conflict.GetByTestId("conflict-load").ClickAsync();

        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToHaveValueAsync("theirs");
        await Assertions.Expect(conflict).ToHaveCountAsync(0);
        await page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToHaveValueAsync("mine");
    }

    [Fact]
    public async Task After_a_restart_of_the_server_the_page_is_back_at_its_place_with_everything_that_was_typed()
    {
        using var workspace = new TemporaryFolder();
        var port = FreePort.Find();
        var designer = await DesignerProcess.StartAtAsync(workspace.Path, port);
        await using var visit = await browser.OpenAsync(designer.Url, width: 1280, height: 720);
        var page = visit.Page;
        var walk = await EditorWalk.StartFromTemplateAsync(page, "minimal");
        await walk.OpenSectionAsync("system");
        await walk.FillAsync("system.hostname", "kept");
        await ReadWhenItHoldsAsync(Path.Combine(workspace.Path, "designs", "minimal", "design.toml"), "hostname = \"kept\"");
        var address = page.Url;

        Assert.Equal(0, await designer.StopAsync());
        await designer.DisposeAsync();
        var dialog = page.Locator("#components-reconnect-modal");
        await Assertions.Expect(dialog).ToBeVisibleAsync();

        await using var again = await DesignerProcess.StartAtAsync(workspace.Path, port);
        // A server that was started again knows no browser: its page says so, and its printed link lets this one in.
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("token", new() { IgnoreCase = true });
        Assert.Equal(address, page.Url);
        await page.GotoAsync(new Uri(again.Url, new Uri(address).PathAndQuery + "?" + again.Url.Query[1..]).AbsoluteUri);

        await Assertions.Expect(page.GetByTestId("section-system")).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(page.Locator("[id='system.hostname']")).ToHaveValueAsync("kept");
        // While nobody answered, the browser wrote so on its console, again and again.
        Assert.NotEmpty(visit.TakeProblems());
        await walk.FillAsync("system.hostname", "kept-too");
        await ReadWhenItHoldsAsync(Path.Combine(workspace.Path, "designs", "minimal", "design.toml"), "hostname = \"kept-too\"");
        // Before the server goes for good.
        await visit.DisposeAsync();
    }

    /// <summary>Waits for the autosave, and gives the file.</summary>
    private static async Task<string> ReadWhenItHoldsAsync(string file, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMilliseconds(Browser.Patience));
        while (true)
        {
            var content = await File.ReadAllTextAsync(file, patience.Token);
            if (content.Contains(text, StringComparison.Ordinal))
                return content;
            await Task.Delay(50, patience.Token);
        }
    }
}
