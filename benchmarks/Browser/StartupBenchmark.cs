using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>From the start of the published process to the first answer and to an editor that reacts, and what the first load transfers.</summary>
internal static class StartupBenchmark
{
    private const int Starts = 7;

    public static async Task RunAsync()
    {
        using var workspace = new TemporaryFolder();
        BenchmarkDesign.VeilorOs().WriteTo(workspace.Path);
        BenchmarkDesign.Large().WriteTo(workspace.Path);
        await using var chromium = await Chromium.StartAsync();
        var pages = new (string Name, Func<Task<ServedProgram>> Start, string Page, List<StartupTimes> Times)[]
        {
            ("an empty page", () => ServedProgram.EchoAsync(workspace.Path), "/", []),
            ("veilor-os", () => ServedProgram.DesignerAsync(workspace.Path), "/designs/veilor-os", []),
            ("the large design", () => ServedProgram.DesignerAsync(workspace.Path), "/designs/large", []),
        };
        for (var i = 0; i < Starts; i++)
        {
            foreach (var (_, start, page, times) in pages)
            {
                await using var program = await start();
                times.Add(await MeasureAsync(chromium, program, page));
            }
        }

        var results = pages.Select(each => (each.Name, Result: new StartupResult(
            Quantiles.Of(each.Times.Select(time => time.FirstAnswer)),
            Quantiles.Of(each.Times.Select(time => time.Interactive)),
            (long)Quantiles.Of(each.Times.Select(time => (double)time.TransferredBytes)).P50,
            (long)Quantiles.Of(each.Times.Select(time => (double)time.SocketBytes)).P50))).ToList();
        await Report.WriteAsync(
            "startup",
            results.ToDictionary(each => each.Name, each => each.Result, StringComparer.Ordinal),
            results.Select(each => (each.Name, string.Create(CultureInfo.InvariantCulture,
                $"first answer p50 {each.Result.FirstAnswer.P50} ms; interactive p50 {each.Result.Interactive.P50} ms, p95 {each.Result.Interactive.P95} ms of {each.Result.Interactive.Count} starts; {each.Result.TransferredBytes / 1024} KiB by requests, {each.Result.SocketBytes / 1024} KiB by the socket"))));
    }

    /// <summary>Opens the page in a fresh profile as soon as the program has printed its address.</summary>
    private static async Task<StartupTimes> MeasureAsync(Chromium chromium, ServedProgram program, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = true });
        var address = new Uri(program.Url, path + program.Url.Query);
        using (var answer = await http.GetAsync(address))
        {
            answer.EnsureSuccessStatusCode();
        }

        var firstAnswer = DateTimeOffset.UtcNow - program.StartedAt;
        var profile = await chromium.NewProfileAsync(PageClock.Script);
        await using (profile)
        {
            var page = await profile.NewPageAsync();
            var transfer = await Transfer.CountAsync(page);
            await page.GotoAsync(address.AbsoluteUri);
            await page.WaitForFunctionAsync("() => window.pageClock.shownAt > 0", null, new() { Timeout = 30_000 });
            var shownAt = await page.EvaluateAsync<double>("() => window.pageClock.shownAt");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            return new StartupTimes(
                firstAnswer.TotalMilliseconds,
                shownAt - program.StartedAt.ToUnixTimeMilliseconds(),
                transfer.RequestBytes,
                transfer.SocketBytes);
        }
    }
}
