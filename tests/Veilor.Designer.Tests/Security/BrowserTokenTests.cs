using System.Net;
using Veilor.Designer.Security;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.Security;

/// <summary>How a browser comes in by the token.</summary>
public sealed class BrowserTokenTests(RunningDesigner designer) : IClassFixture<RunningDesigner>
{
    [Theory]
    [InlineData("?token=")]
    [InlineData("?token=wrong")]
    [InlineData("?token={token}x")]
    [InlineData("?token={token}&token={token}")]
    [InlineData("?token={cookie}")]
    [InlineData("?t={token}")]
    public async Task A_wrong_token_is_refused_in_words_and_gives_no_cookie(string query)
    {
        using var answer = await designer.GetAsync(designer.Url(Filled(query)), ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("Open the link that Veilor Designer printed", await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refusal_repeats_no_token()
    {
        using var answer = await designer.GetAsync(designer.Url("?token=some-old-token&x=1"), ("Accept", "text/html"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("some-old-token", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?x=1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_token_becomes_a_strict_cookie_and_leaves_the_url()
    {
        using var answer = await designer.GetAsync(designer.Host.EntryUrl);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"veilor-designer-{designer.Host.Address.Port}=", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(designer.Access.Token, cookie, StringComparison.Ordinal);

        using var page = await designer.GetWithCookieAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/designs/veilor-os?token={token}", "/designs/veilor-os")]
    [InlineData("/designs/a%20b?section=users&token={token}&tab=Containerfile", "/designs/a%20b?section=users&tab=Containerfile")]
    [InlineData("/?token={token}&q=%26%3D%2F%2F", "/?q=%26%3D%2F%2F")]
    [InlineData("/?token={token}&returnUrl=http://attacker.example/", "/?returnUrl=http%3A%2F%2Fattacker.example%2F")]
    public async Task The_redirect_keeps_path_and_query(string from, string to)
    {
        using var answer = await designer.GetAsync(designer.Url(Filled(from)));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("//attacker.example/")]
    [InlineData("///attacker.example/")]
    [InlineData("/\\attacker.example/")]
    [InlineData("/%5Cattacker.example/")]
    [InlineData("/.//attacker.example/")]
    [InlineData("/%09/attacker.example/")]
    [InlineData("/%0d%0aLocation:%20http://attacker.example/")]
    public async Task The_redirect_never_leaves_this_server(string path)
    {
        // Sent as it stands: the client's URL type would clean it up.
        var answer = await RawHttp.GetAsync(designer.Host.Address.Port, $"{path}?token={designer.Access.Token}");

        Assert.Contains("\r\nLocation: /\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("attacker", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_in_may_come_by_an_old_link()
    {
        using var answer = await designer.GetWithCookieAsync("/designs?token=old&a=b");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/designs?a=b", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_link_on_another_sites_page_goes_on_by_a_page_of_ours()
    {
        using var answer = await designer.GetAsync(designer.Url(Filled("/designs?token={token}")),
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("0; url=/designs", Assert.Single(answer.Headers.GetValues("Refresh")));
        Assert.True(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_foreign_host_gets_no_cookie_for_the_right_token()
    {
        using var answer = await designer.GetAsync(designer.Host.EntryUrl, ("Host", "attacker.example"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void A_token_has_256_bits_and_differs_from_start_to_start()
    {
        var access = Enumerable.Range(0, 20).Select(_ => BrowserAccess.Generate(5180)).ToList();

        Assert.All(access, one => Assert.Matches("^[A-Za-z0-9_-]{43}$", one.Token));
        var secrets = access.SelectMany(one => new[] { one.Token, one.LaunchToken, one.CookieValue }).ToList();
        Assert.Equal(secrets.Count, secrets.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_launchers_token_works_once_and_the_printed_one_always()
    {
        var access = BrowserAccess.Generate(5180);

        Assert.True(access.Redeem(access.LaunchToken));
        Assert.False(access.Redeem(access.LaunchToken));
        Assert.True(access.Redeem(access.Token));
        Assert.True(access.Redeem(access.Token));
    }

    private string Filled(string text) => text
        .Replace("{token}", designer.Access.Token, StringComparison.Ordinal)
        .Replace("{cookie}", designer.Access.CookieValue, StringComparison.Ordinal);
}
