using System.Globalization;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>
/// From a key to the painted change of the preview, with the large design open; beside it the same for an empty page
/// of the same framework. Both take turns in short runs, so that a busy moment of the machine meets both.
/// </summary>
internal static class KeystrokeBenchmark
{
    private const int Rounds = 14;
    private const int KeysInRound = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    public static async Task RunAsync()
    {
        using var workspace = new TemporaryFolder();
        BenchmarkDesign.Large().WriteTo(workspace.Path);
        await using var echo = await ServedProgram.EchoAsync(workspace.Path);
        await using var designer = await ServedProgram.DesignerAsync(workspace.Path);
        await using var chromium = await Chromium.StartAsync();
        var profile = await chromium.NewProfileAsync(PageClock.Script);
        var pages = new (string Name, TypingPage Page, List<double> Times)[]
        {
            ("an empty page", await TypingPage.OpenAsync(profile, echo.Url, "echo-input"), []),
            // The title stands in the Containerfile, which has a line for each package; the host name in a file of one line.
            ("title, Containerfile", await TypingPage.OpenAsync(profile, At(designer, "image", "Containerfile"), "image.title"), []),
            ("host name, rootfs/etc/hostname", await TypingPage.OpenAsync(profile, At(designer, "system", "rootfs/etc/hostname"), "system.hostname"), []),
            ("title, design.toml", await TypingPage.OpenAsync(profile, At(designer, "image", "design.toml"), "image.title"), []),
        };
        foreach (var (_, page, _) in pages)
        {
            await page.TypeAsync(KeysInRound * 2, Pause);
            await page.TakeTimesAsync();
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (_, page, times) in pages)
            {
                await page.TypeAsync(KeysInRound, Pause);
                times.AddRange(await page.TakeTimesAsync());
            }
        }

        var empty = Quantiles.Of(pages[0].Times);
        var results = pages.Select(each => (each.Name, Result: Quantiles.Of(each.Times))).ToList();
        await Report.WriteAsync(
            "keystroke",
            results.ToDictionary(each => each.Name, each => each.Result, StringComparer.Ordinal),
            results.Select(each => (each.Name, string.Create(CultureInfo.InvariantCulture,
                $"p50 {each.Result.P50} ms, p95 {each.Result.P95} ms of {each.Result.Count} keys; p95 is {each.Result.P95 / empty.P95:F2} × the empty page"))));
    }

    private static Uri At(ServedProgram designer, string section, string document) =>
        new(designer.Url, $"/designs/large/{section}{designer.Url.Query}&doc={Uri.EscapeDataString(document)}");
}
