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
        // Each page has a design of its own: a second tab on one design would render every key as well.
        string[] slugs = ["large-title", "large-host", "large-file"];
        foreach (var slug in slugs)
        {
            (BenchmarkDesign.Large() with { Name = slug }).WriteTo(workspace.Path);
        }

        await using var echo = await ServedProgram.EchoAsync(workspace.Path);
        await using var designer = await ServedProgram.DesignerAsync(workspace.Path);
        await using var chromium = await Chromium.StartAsync();
        var profile = await chromium.NewProfileAsync(PageClock.Script);
        KeystrokePage[] pages =
        [
            new("an empty page", await TypingPage.OpenAsync(profile, echo.Url, "echo-input")),
            // The title stands in the Containerfile, which has a line for each package; the host name in a file of one line.
            new("title, Containerfile", await TypingPage.OpenAsync(profile, At(designer, slugs[0], "image", "Containerfile"), "image.title")),
            new("host name, rootfs/etc/hostname", await TypingPage.OpenAsync(profile, At(designer, slugs[1], "system", "rootfs/etc/hostname"), "system.hostname")),
            new("title, design.toml", await TypingPage.OpenAsync(profile, At(designer, slugs[2], "image", "design.toml"), "image.title")),
        ];
        foreach (var each in pages)
        {
            await each.Page.TypeAsync(KeysInRound * 2, Pause);
            await each.Page.TakeTimesAsync();
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var each in pages)
            {
                await each.Page.TypeAsync(KeysInRound, Pause);
                await each.TakeAsync();
            }
        }

        var results = pages.Select(each => (each.Name, Painted: Quantiles.Of(each.Painted), Answered: Quantiles.Of(each.Answered))).ToList();
        var empty = results[0].Painted;
        await Report.WriteAsync(
            "keystroke",
            results.ToDictionary(each => each.Name, each => new { each.Painted, each.Answered }, StringComparer.Ordinal),
            results.Select(each => (each.Name, string.Create(CultureInfo.InvariantCulture,
                $"p50 {each.Painted.P50} ms, p95 {each.Painted.P95} ms of {each.Painted.Count} keys; p95 is {each.Painted.P95 / empty.P95:F2} × the empty page; the server's answer came after p50 {each.Answered.P50} ms, p95 {each.Answered.P95} ms"))));
    }

    private static Uri At(ServedProgram designer, string slug, string section, string document) =>
        new(designer.Url, $"/designs/{slug}/{section}{designer.Url.Query}&doc={Uri.EscapeDataString(document)}");
}
