using System.Net;
using Veilor.Designer.Hosting;
using Veilor.Designer.Security;

namespace Veilor.Designer.Tests.Hosting;

/// <summary>A real server on a free port with a workspace of its own, and ways to ask it things.</summary>
public sealed class RunningDesigner : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    // Nothing is added to what a test sends: no followed redirects, no kept cookies.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public DesignerHost Host { get; private set; } = null!;

    /// <summary>The name and value of the cookie that lets a browser in.</summary>
    public string Cookie { get; private set; } = "";

    public BrowserAccess Access => (BrowserAccess)Host.Services.GetService(typeof(BrowserAccess))!;

    public Uri Url(string path) => new(Host.Address.Root, path);

    public async ValueTask InitializeAsync()
    {
        Host = await DesignerHost.StartAsync(new DesignerHostOptions
        {
            Port = 0,
            Workspace = WorkspaceLocation.Resolve(_folder.Path, _ => null),
        });
        using var answer = await GetAsync(Host.EntryUrl);
        Cookie = CookieOf(answer);
    }

    public Task<HttpResponseMessage> GetAsync(Uri url, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, url, headers);

    /// <summary>Asks as a browser that was let in.</summary>
    public Task<HttpResponseMessage> GetWithCookieAsync(string path, params (string Name, string Value)[] headers) =>
        GetAsync(Url(path), [("Cookie", Cookie), .. headers]);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        Uri url,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The first <c>name=value</c> that the answer sets.</summary>
    public static string CookieOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}
