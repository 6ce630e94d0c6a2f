using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>Twenty tabs on one design: how long an edit in one takes to reach each other, and what the server holds for them.</summary>
internal static class TabsBenchmark
{
    private const int Tabs = 20;
    private const int Edits = 15;
    private const double Mebibyte = 1024 * 1024;

    public static async Task RunAsync()
    {
        foreach (var design in new[] { BenchmarkDesign.VeilorOs(), BenchmarkDesign.Large() })
        {
            await RunAsync(design);
        }
    }

    private static async Task RunAsync(BenchmarkDesign design)
    {
        using var workspace = new TemporaryFolder();
        design.WriteTo(workspace.Path);
        await using var designer = await ServedProgram.DesignerAsync(workspace.Path);
        await using var chromium = await Chromium.StartAsync();
        var profile = await chromium.NewProfileAsync(PageClock.Script);
        var address = new Uri(designer.Url, $"/designs/{design.Name}/image{designer.Url.Query}&doc=Containerfile").AbsoluteUri;

        // One tab comes and goes first, so that what is loaded once is not counted for a tab.
        await (await OpenAsync(profile, address)).CloseAsync();
        await Task.Delay(1000);
        var before = await MemoryAsync(designer);

        var pages = new List<IPage>();
        for (var i = 0; i < Tabs; i++)
        {
            pages.Add(await OpenAsync(profile, address));
        }

        var arrivals = new List<double>();
        var slowest = new List<double>();
        for (var i = 0; i < Edits; i++)
        {
            var times = await EditAsync(pages, string.Create(CultureInfo.InvariantCulture, $"Title {i}"));
            arrivals.AddRange(times);
            slowest.Add(times.Max());
        }

        var open = await MemoryAsync(designer);
        foreach (var page in pages)
        {
            await page.CloseAsync();
        }

        await Task.Delay(3000);
        var after = await MemoryAsync(designer);
        var result = new TabsResult(
            Tabs,
            Quantiles.Of(arrivals),
            Quantiles.Of(slowest),
            Math.Round((open.Heap - before.Heap) / Mebibyte / Tabs, 2),
            Math.Round((open.Resident - before.Resident) / Mebibyte / Tabs, 2),
            Math.Round((after.Heap - before.Heap) / Mebibyte, 2),
            Math.Round((after.Resident - before.Resident) / Mebibyte, 2));
        await Report.WriteAsync("tabs-" + design.Name, result,
        [
            ("an edit reaches the last tab", string.Create(CultureInfo.InvariantCulture, $"p50 {result.SlowestTab.P50} ms, p95 {result.SlowestTab.P95} ms, at most {result.SlowestTab.Max:F0} ms of {Edits} edits")),
            ("an edit reaches any tab", string.Create(CultureInfo.InvariantCulture, $"p50 {result.AnyTab.P50} ms, p95 {result.AnyTab.P95} ms")),
            ("server memory for a tab", string.Create(CultureInfo.InvariantCulture, $"{result.HeapMebibytesForTab} MiB of heap, {result.ResidentMebibytesForTab} MiB resident")),
            ("left after closing all", string.Create(CultureInfo.InvariantCulture, $"{result.HeapMebibytesLeft} MiB of heap, {result.ResidentMebibytesLeft} MiB resident")),
        ]);
    }

    private static async Task<IPage> OpenAsync(IBrowserContext profile, string address)
    {
        var page = await profile.NewPageAsync();
        await page.GotoAsync(address);
        await page.GetByTestId("document").WaitForAsync(new() { Timeout = 60_000 });
        return page;
    }

    /// <summary>Types a title into the first tab at once; returns the milliseconds until the document of each tab had changed.</summary>
    private static async Task<double[]> EditAsync(List<IPage> pages, string title)
    {
        foreach (var page in pages)
        {
            await page.EvaluateAsync("() => window.pageClock.firstChange = 0");
        }

        await Task.Delay(300);
        var editedAt = await pages[0].EvaluateAsync<double>(
            """
            title => {
              const field = document.getElementById("image.title");
              field.value = title;
              const now = performance.timeOrigin + performance.now();
              field.dispatchEvent(new Event("input", { bubbles: true }));
              return now;
            }
            """,
            title);
        var times = new double[pages.Count];
        for (var i = 0; i < times.Length; i++)
        {
            await pages[i].WaitForFunctionAsync("() => window.pageClock.firstChange > 0", null, new() { Timeout = 20_000, PollingInterval = 20 });
            times[i] = await pages[i].EvaluateAsync<double>("() => window.pageClock.firstChange") - editedAt;
        }

        return times;
    }

    private static async Task<(long Heap, long Resident)> MemoryAsync(ServedProgram designer)
    {
        var heap = await designer.HeapBytesAsync();
        await Task.Delay(500);
        return (heap, designer.ResidentBytes);
    }
}
