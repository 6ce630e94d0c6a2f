using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Browsing;

public sealed class BrowserTests(Browser browser)
{
    [Fact]
    public async Task Chromium_shows_a_page_and_takes_a_picture_of_the_size_asked_for()
    {
        await using var page = await LocalPage.StartAsync("<h1>Hello</h1>");
        await using var visit = await browser.OpenAsync(page.Address);

        Assert.Equal("Hello", await visit.Page.Locator("h1").InnerTextAsync());
        var picture = await visit.Page.ScreenshotAsync();
        Assert.Equal((1440, 900), Screenshot.SizeOf(picture));
        visit.AssertClean();
    }

    [Theory]
    [InlineData("<script nonce=own>console.error('broken')</script>", "console: broken")]
    [InlineData("<script nonce=own>throw new Error('thrown')</script>", "uncaught: Error: thrown")]
    [InlineData("<script>document.title = 'x'</script>", "console: content security policy: script-src-elem blocked inline")]
    [InlineData("<img src='http://127.0.0.1:9/pixel.png' alt=''>", "request to another host: http://127.0.0.1:9/pixel.png")]
    public async Task A_visit_collects_what_goes_wrong(string body, string problem)
    {
        await using var page = await LocalPage.StartAsync(body);
        await using var visit = await browser.OpenAsync(page.Address);

        await SeesAsync(visit, problem);
        Assert.NotEmpty(visit.TakeProblems());
        visit.AssertClean();
    }

    [Fact]
    public async Task A_visit_that_has_ended_says_where_it_was_what_was_shown_there_and_what_went_wrong()
    {
        await using var page = await LocalPage.StartAsync("<h1>Hello</h1><script nonce=own>console.error('broken')</script>");
        await using var visit = await browser.OpenAsync(page.Address);

        await SeesAsync(visit, "console: broken");
        await visit.DisposeAsync();

        Assert.Contains($"{page.Address.AbsoluteUri} shows: Hello\nconsole: broken", visit.Describe(), StringComparison.Ordinal);
        visit.TakeProblems();
    }

    [Theory]
    [InlineData("unload", "gone")]
    [InlineData("load", "The circuit associated with this dispatcher is no longer available.")]
    public async Task A_page_that_is_left_may_say_that_its_circuit_is_gone_and_nothing_else(string when, string sentence)
    {
        await using var page = await LocalPage.StartAsync(Failing(when, sentence));
        await using var visit = await browser.OpenAsync(page.Address);

        await visit.Page.ReloadAsync();
        await visit.DisposeAsync();

        await SeesAsync(visit, $"uncaught: Error: {sentence}");
        visit.TakeProblems();
    }

    [Fact]
    public async Task A_page_that_is_left_after_its_circuit_is_clean()
    {
        await using var page = await LocalPage.StartAsync(Failing("unload", "The circuit associated with this dispatcher is no longer available."));
        await using var visit = await browser.OpenAsync(page.Address);

        await visit.Page.ReloadAsync();
        await visit.Page.GotoAsync("about:blank");

        visit.AssertClean();
    }

    /// <summary>The browser tells of a problem on its own way, which may be later than the answer to what caused it.</summary>
    private static async Task SeesAsync(Visit visit, string problem)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Browser.Patience));
        while (!visit.Problems.Any(found => found.StartsWith(problem, StringComparison.Ordinal)))
            await Task.Delay(20, patience.Token);
    }

    /// <summary>A page that fails in both ways a script can, when the event comes.</summary>
    private static string Failing(string when, string sentence) => $$"""
        <script nonce=own>
          addEventListener('{{when}}', () => { Promise.reject(new Error('{{sentence}}')); throw new Error('{{sentence}}'); });
        </script>
        """;
}
