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

    private const int MostShown = 1_500;

    /// <summary>A page that does not answer shall not keep a test from its end.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(10);

    private readonly IBrowserContext _context;
    private readonly string _authority;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly List<string> _left = [];
    private bool _isDisposed;

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

    /// <summary>Where the pages were when the visit ended, what they showed, and what had gone wrong in them.</summary>
    public string Describe() => string.Join('\n', ["The pages at the end of the visit:", .. _left, .. _problems]);

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        foreach (var page in _context.Pages)
            _left.Add($"{page.Url} shows: {await ShownAsync(page)}");
        await _context.DisposeAsync();
    }

    private static async Task<string> ShownAsync(IPage page)
    {
        try
        {
            var text = await page.EvaluateAsync<string>("() => document.body?.innerText ?? ''").WaitAsync(LastLook);
            return text.Length <= MostShown ? text : text[..MostShown] + "…";
        }
        catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
        {
            return problem.Message;
        }
    }

    /// <summary>Addresses without a host (data:, blob:, about:) stay on the machine.</summary>
    private void CheckHost(string url)
    {
        var address = new Uri(url);
        if (address.Authority.Length > 0 && !string.Equals(address.Authority, _authority, StringComparison.OrdinalIgnoreCase))
            _problems.Enqueue($"request to another host: {url}");
    }
}
