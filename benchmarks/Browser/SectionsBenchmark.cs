using System.Globalization;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>With the large design open: from the click on a section to its painted form, and a key in a form that is long.</summary>
internal static class SectionsBenchmark
{
    private const int Rounds = 6;

    private static readonly string[] Sections =
        ["packages", "kernel", "services", "users", "system", "storage", "overlay", "scripts", "outputs", "image"];

    public static async Task RunAsync()
    {
        using var workspace = new TemporaryFolder();
        BenchmarkDesign.Large().WriteTo(workspace.Path);
        await using var designer = await ServedProgram.DesignerAsync(workspace.Path);
        await using var chromium = await Chromium.StartAsync();
        var profile = await chromium.NewProfileAsync(PageClock.Script);
        var page = await profile.NewPageAsync();
        await page.GotoAsync(new Uri(designer.Url, $"/designs/large/image{designer.Url.Query}").AbsoluteUri);
        await page.GetByTestId("document").WaitForAsync(new() { Timeout = 60_000 });
        var times = Sections.ToDictionary(section => section, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var section in Sections)
            {
                var link = page.GetByTestId("section-" + section);
                var title = await link.Locator(".section-title").InnerTextAsync();
                await page.EvaluateAsync("title => window.pageClock.waitForTitle(title)", title);
                await link.ClickAsync();
                await page.WaitForFunctionAsync("() => window.pageClock.opened > 0", null, new() { Timeout = 30_000 });
                if (round > 0)
                {
                    times[section].Add(await page.EvaluateAsync<double>("() => window.pageClock.opened"));
                }

                await Task.Delay(150);
            }
        }

        var results = times.ToDictionary(each => each.Key, each => Quantiles.Of(each.Value), StringComparer.Ordinal);
        await Report.WriteAsync("sections", results, results.Select(each =>
            (each.Key, string.Create(CultureInfo.InvariantCulture, $"p50 {each.Value.P50} ms, at most {each.Value.Max:F0} ms"))));
    }
}
