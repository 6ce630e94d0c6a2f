using System.Net;
using Veilor.Designer.Security;
using Veilor.Designer.Tests.Hosting;

namespace Veilor.Designer.Tests.Security;

/// <summary>What the running server lets through and what it refuses.</summary>
public sealed class GateTests(RunningDesigner designer) : IClassFixture<RunningDesigner>
{
    private int Port => designer.Host.Address.Port;

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("attacker.example:{port}")]
    [InlineData("localhost.attacker.example:{port}")]
    [InlineData("localhost")]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.2:{port}")]
    [InlineData("0.0.0.0:{port}")]
    [InlineData("localhost.:{port}")]
    public async Task A_foreign_host_is_refused_even_with_the_cookie(string host)
    {
        using var answer = await designer.GetWithCookieAsync("/", ("Host", Filled(host)));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains($"http://localhost:{Port}/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("LocalHost")]
    public async Task Each_loopback_name_is_served(string name)
    {
        using var answer = await designer.GetWithCookieAsync("/", ("Host", $"{name}:{Port}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Only_loopback_addresses_are_listened_on()
    {
        var outside = (await Dns.GetHostAddressesAsync(Dns.GetHostName()))
            .Where(address => !IPAddress.IsLoopback(address))
            .Append(IPAddress.Parse("127.0.0.2"));
        foreach (var address in outside)
        {
            using var socket = new System.Net.Sockets.Socket(address.AddressFamily,
                System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await Assert.ThrowsAsync<System.Net.Sockets.SocketException>(
                async () => await socket.ConnectAsync(address, Port));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/not-found")]
    [InlineData("/nowhere")]
    [InlineData("/app.css")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_blazor/initializers")]
    [InlineData("/favicon.ico")]
    public async Task Nothing_is_served_without_the_cookie(string path)
    {
        using var answer = await designer.GetAsync(designer.Url(path), ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("printed in the terminal", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.css", "text/css")]
    [InlineData("/fonts/inter-latin-wght-normal.woff2", "font/woff2")]
    [InlineData("/veilor-designer.styles.css", "text/css")]
    [InlineData("/Components/Layout/MainLayout.razor.js", "text/javascript")]
    [InlineData("/_framework/blazor.web.js", "text/javascript")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", "text/css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js", "text/javascript")]
    public async Task Pages_and_files_are_served_with_the_cookie(string path, string type)
    {
        using var answer = await designer.GetWithCookieAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("veilor-designer-{port}=")]
    [InlineData("veilor-designer-{port}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("veilor-designer-1={secret}")]
    [InlineData("veilor-designer={secret}")]
    [InlineData("veilor-designer-{port}={token}")]
    public async Task Another_cookie_is_no_key(string cookie)
    {
        using var answer = await designer.GetAsync(designer.Url("/"), ("Cookie", Filled(cookie)));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_cookie_of_another_server_is_no_key()
    {
        await using var other = new RunningDesigner();
        await other.InitializeAsync();

        using var answer = await designer.GetAsync(designer.Url("/"), ("Cookie", other.Cookie));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_missing_page_is_a_404_that_carries_the_shell()
    {
        using var answer = await designer.GetWithCookieAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("blazor.web", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_holds_no_inline_script_and_names_no_other_host()
    {
        using var answer = await designer.GetWithCookieAsync("/");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<script", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=)", page);
        Assert.DoesNotMatch(@"\son[a-z]+\s*=", page);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Methods_that_nothing_uses_are_refused(string method)
    {
        using var answer = await designer.SendAsync(new HttpMethod(method), designer.Url("/"), ("Cookie", designer.Cookie));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://attacker.example")]
    [InlineData("http://localhost:1")]
    [InlineData("https://localhost:{port}")]
    [InlineData("http://127.0.0.1:{port}")]
    [InlineData("http://localhost:{port}.attacker.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_request_of_another_origin_is_refused(string origin)
    {
        using var answer = await designer.SendAsync(HttpMethod.Post, designer.Url("/_blazor/negotiate?negotiateVersion=1"),
            ("Cookie", designer.Cookie), ("Origin", Filled(origin)));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_of_our_own_origin_is_served()
    {
        using var answer = await designer.SendAsync(HttpMethod.Post, designer.Url("/_blazor/negotiate?negotiateVersion=1"),
            ("Cookie", designer.Cookie), ("Origin", $"http://localhost:{Port}"), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "script")]
    [InlineData("cross-site", "no-cors", "image")]
    [InlineData("cross-site", "cors", "empty")]
    [InlineData("cross-site", "navigate", "iframe")]
    [InlineData("same-site", "no-cors", "script")]
    [InlineData("same-site", "navigate", "iframe")]
    [InlineData("same-site", "websocket", "websocket")]
    [InlineData("invented", "navigate", "document")]
    public async Task What_another_sites_page_loads_is_refused(string site, string mode, string destination)
    {
        using var answer = await designer.GetWithCookieAsync("/app.css",
            ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_another_site_posts_is_refused()
    {
        using var answer = await designer.SendAsync(HttpMethod.Post, designer.Url("/"), ("Cookie", designer.Cookie),
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("none", "navigate", "document")]
    [InlineData("same-origin", "no-cors", "script")]
    [InlineData("cross-site", "navigate", "document")]
    public async Task A_visit_and_our_own_pages_requests_are_served(string site, string mode, string destination)
    {
        using var answer = await designer.GetWithCookieAsync("/",
            ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static TheoryData<string, string, string, string> EveryKindOfAnswer => new()
    {
        { "page", "GET", "/", "" },
        { "missing page", "GET", "/nowhere", "" },
        { "script", "GET", "/_framework/blazor.web.js", "" },
        { "package file", "GET", "/_content/MudBlazor/MudBlazor.min.css", "" },
        { "circuit", "POST", "/_blazor/negotiate?negotiateVersion=1", "" },
        { "foreign host", "GET", "/", "Host: attacker.example" },
        { "foreign origin", "GET", "/", "Origin: http://attacker.example" },
        { "other site", "GET", "/", "Sec-Fetch-Site: cross-site" },
        { "method", "DELETE", "/", "" },
        { "no cookie", "GET", "/", "Cookie: none=1" },
        { "wrong token", "GET", "/?token=wrong", "Cookie: none=1" },
        { "right token", "GET", "/?token={token}", "Cookie: none=1" },
    };

    [Theory]
    [MemberData(nameof(EveryKindOfAnswer))]
    public async Task Every_answer_has_the_security_headers(string kind, string method, string path, string header)
    {
        var headers = new List<(string, string)> { ("Cookie", designer.Cookie) };
        if (header.Split(": ", 2) is [var name, var value])
        {
            headers.RemoveAll(_ => name is "Cookie");
            headers.Add((name, value));
        }

        using var answer = await designer.SendAsync(new HttpMethod(method), designer.Url(Filled(path)), [.. headers]);

        Assert.Equal(SecurityHeadersMiddleware.ContentSecurityPolicy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.False(answer.Headers.Contains("Server"), kind);
        if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "text/plain")
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    [Fact]
    public void The_policy_allows_no_foreign_source_and_no_inline_script()
    {
        var policy = SecurityHeadersMiddleware.ContentSecurityPolicy.Split("; ");

        Assert.Contains("default-src 'self'", policy, StringComparer.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparer.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparer.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparer.Ordinal);
        Assert.DoesNotContain(policy, directive => directive.Contains("http", StringComparison.Ordinal));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        Assert.Single(answer.Headers.GetValues(name));

    private string Filled(string text) => text
        .Replace("{port}", $"{Port}", StringComparison.Ordinal)
        .Replace("{secret}", designer.Access.CookieValue, StringComparison.Ordinal)
        .Replace("{token}", designer.Access.Token, StringComparison.Ordinal);
}
