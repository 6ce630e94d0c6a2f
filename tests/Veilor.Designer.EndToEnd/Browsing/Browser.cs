using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Veilor.Designer.EndToEnd.Browsing;

/// <summary>The distribution's Chromium, started once without a window. Each <see cref="Visit"/> has its own cookies and storage.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>
    /// How long a page may take to become what a test expects, and an element to come, in milliseconds. It is for machines that are slow and busy:
    /// how fast the product is, <c>benchmarks/</c> measures.
    /// </summary>
    public const float Patience = 60_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Nothing that talks to other machines, and no sandbox, which a container or root cannot set up.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = FindChromium(),
            Args = Arguments,
        });
    }

    /// <summary>Opens an address in a fresh profile.</summary>
    /// <param name="address">The first page; its origin is the only one the visit may talk to.</param>
    /// <param name="colours">Light or dark, as the page's style sheets see it.</param>
    /// <param name="width">Width of the viewport in CSS pixels.</param>
    /// <param name="height">Height of the viewport in CSS pixels.</param>
    public async Task<Visit> OpenAsync(Uri address, ColorScheme colours = ColorScheme.Light, int width = 1440, int height = 900)
    {
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = colours,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
            Locale = "en-US",
        });
        context.SetDefaultTimeout(Patience);
        return await Visit.StartAsync(context, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string FindChromium()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not on the PATH. tests/run installs it.");
    }
}
