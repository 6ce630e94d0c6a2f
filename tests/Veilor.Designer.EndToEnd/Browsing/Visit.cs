using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Veilor.Designer.EndToEnd.Browsing;

/// <summary>
/// One page and everything that went wrong in it: errors on the console, uncaught exceptions, violations of the
/// content security policy, requests to other hosts. <see cref="CleanVisitsAttribute"/> fails the test for each of them.
/// </summary>
/// <remarks>It listens to the whole profile, so a tab that the page opens counts too.</remarks>
public sealed class Visit : IAsyncDisposable
{
    private const string PolicyListener = """
        document.addEventListener('securitypolicyviolation', event =>
            console.error(`content security policy: ${event.violatedDirective} blocked ${event.blockedURI}`));
        """;

    /// <summary>
    /// A page that is being left may still have a message of its server to answer. Blazor has said goodbye by then and
    /// throws this sentence, and nobody can see it. While the page is open, the same sentence is a problem like any other.
    /// </summary>
    private const string Farewell = """
        addEventListener('pagehide', () => {
            const farewell = 'The circuit associated with this dispatcher is no longer available.';
            for (const kind of ['error', 'unhandledrejection'])
                addEventListener(kind, event => {
                    if ((event.error ?? event.reason)?.message === farewell) event.preventDefault();
                });
        });
        """;

    private readonly IBrowserContext _context;
    private readonly string _authority;
    private readonly ConcurrentQueue<string> _problems = new();

    private Visit(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        _authority = address.Authority;
        Page = page;
        _context.Console += (_, message) =>
        {
            if (string.Equals(message.Type, "error", StringComparison.Ordinal))
                _problems.Enqueue($"console: {message.Text} ({message.Location})");
        };
        _context.WebError += (_, error) => _problems.Enqueue($"uncaught: {error.Error}");
        Page.WebSocket += (_, socket) => CheckHost(socket.Url);
        _context.Page += (_, opened) => opened.WebSocket += (_, socket) => CheckHost(socket.Url);
        _context.Request += (_, request) => CheckHost(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What went wrong so far, in order.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    internal static async Task<Visit> StartAsync(IBrowserContext context, Uri address)
    {
        await context.AddInitScriptAsync(PolicyListener);
        await context.AddInitScriptAsync(Farewell);
        var visit = new Visit(context, await context.NewPageAsync(), address);
        CleanVisitsAttribute.Watch(visit);
        await visit.Page.GotoAsync(address.AbsoluteUri);
        return visit;
    }

    public void AssertClean() => Assert.True(_problems.IsEmpty, string.Join('\n', _problems));

    /// <summary>Forgets the problems so far and returns them: for a test that causes them, by ending the server for instance.</summary>
    public IReadOnlyList<string> TakeProblems()
    {
        var taken = new List<string>();
        while (_problems.TryDequeue(out var problem))
            taken.Add(problem);
        return taken;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>Addresses without a host (data:, blob:, about:) stay on the machine.</summary>
    private void CheckHost(string url)
    {
        var address = new Uri(url);
        if (address.Authority.Length > 0 && !string.Equals(address.Authority, _authority, StringComparison.OrdinalIgnoreCase))
            _problems.Enqueue($"request to another host: {url}");
    }
}
