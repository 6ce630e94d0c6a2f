using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>
/// The page of a run while its build writes: how old a line is when it is painted, how fast the page reacts, and what the server holds.
/// The build is a script in podman's place, since only its output matters.
/// </summary>
internal static class RunPageBenchmark
{
    private const double Mebibyte = 1024 * 1024;

    private const string Podman =
        """
        #!/bin/bash
        case $1 in
            --version) echo 'podman version 5.0.0' ;;
            info) echo '/tmp, overlay' ;;
            image) echo 1000000000 ;;
            build) exec bash "$(dirname "$0")/build.sh" ;;
        esac

        """;

    /// <summary>Twenty lines a second, each with the time at which it was written, once the page is open.</summary>
    private const string Steady = "echo begin; sleep 3; for i in $(seq 200); do echo \"at ${EPOCHREALTIME/,/.} line $i\"; sleep 0.05; done; sleep 2";

    /// <summary>Four million lines as fast as the log takes them, each with its time, once the page is open.</summary>
    private const string Flood = "echo begin; sleep 3; perl -MTime::HiRes=time -e 'for (1 .. 4e6) { printf \"at %.3f line %d of a build, about as long as such lines are\\n\", time, $_ }'; sleep 2";

    private const string PageScript =
        """
        (() => {
          const clock = window.runClock = { ages: [], arrivals: [], newest: 0, reactions: [] };
          let clickedAt = 0, element = null, was = null;
          const afterPaint = then => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = then;
            channel.port2.postMessage(0);
          });
          clock.click = selector => {
            element = document.querySelector(selector);
            was = element.getAttribute("aria-pressed");
            clickedAt = performance.now();
            element.click();
          };
          new MutationObserver(() => {
            if (clickedAt && element.getAttribute("aria-pressed") !== was) {
              const since = clickedAt;
              clickedAt = 0;
              afterPaint(() => clock.reactions.push(performance.now() - since));
            }
            const texts = document.querySelectorAll("[data-line] .log-text");
            const last = texts[texts.length - 1];
            const match = /^at ([0-9.]+) line ([0-9]+)/.exec(last?.textContent ?? "");
            if (!match || Number(match[2]) <= clock.newest) return;
            const from = clock.newest;
            clock.newest = Number(match[2]);
            const times = [...texts].map(text => /^at ([0-9.]+) line ([0-9]+)/.exec(text.textContent)).filter(found => found && Number(found[2]) > from).map(found => Number(found[1]) * 1000);
            const arrived = Date.now();
            clock.arrivals.push(...times.map(time => arrived - time));
            afterPaint(() => { const now = Date.now(); clock.ages.push(...times.map(time => now - time)); });
          }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-pressed"] });
        })();
        """;

    public static async Task RunAsync()
    {
        using var workspace = new TemporaryFolder();
        using var tools = new TemporaryFolder();
        var design = BenchmarkDesign.VeilorOs();
        design.WriteTo(workspace.Path);
        var podman = Path.Combine(tools.Path, "podman");
        await File.WriteAllTextAsync(podman, Podman);
        File.SetUnixFileMode(podman, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var designer = await ServedProgram.DesignerAsync(workspace.Path, tools.Path);
        await using var chromium = await Chromium.StartAsync();
        var page = await (await chromium.NewProfileAsync(PageScript)).NewPageAsync();
        await page.GotoAsync(designer.Url.AbsoluteUri);

        await BuildAsync(page, designer, design, tools.Path, Steady, clicks: 20);
        var steady = await BuildAsync(page, designer, design, tools.Path, Steady, clicks: 40);
        var flood = await BuildAsync(page, designer, design, tools.Path, Flood, clicks: 40);
        await Report.WriteAsync("run-page", new { steady, flood },
        [
            ("twenty lines a second", Text(steady)),
            ("four million lines at full speed", Text(flood)),
        ]);
    }

    private static async Task<Outcome> BuildAsync(IPage page, ServedProgram designer, BenchmarkDesign design, string tools, string script, int clicks)
    {
        await File.WriteAllTextAsync(Path.Combine(tools, "build.sh"), script);
        await page.GotoAsync(new Uri(designer.Url, $"/designs/{design.Name}/build").AbsoluteUri);
        foreach (var choice in (string[])["Check it with bootc container lint", "Check in the image what the design promises", "Write manifest and SBOM"])
        {
            await page.GetByLabel(choice).UncheckAsync();
        }

        var heap = await designer.HeapBytesAsync();
        await Task.Delay(500);
        var resident = designer.ResidentBytes;
        await page.GetByTestId("build").ClickAsync();
        await page.WaitForURLAsync("**/runs/*");
        await page.Locator("[data-line]").First.WaitForAsync();
        var most = resident;
        var isDone = false;
        for (var i = 0; i < clicks || !isDone; i++)
        {
            if (i < clicks)
            {
                await page.EvaluateAsync("() => window.runClock.click('[data-testid=show-notes]')");
                await page.WaitForFunctionAsync("count => window.runClock.reactions.length > count", i, new() { Timeout = 20_000, PollingInterval = 20 });
            }

            most = Math.Max(most, designer.ResidentBytes);
            await Task.Delay(50);
            isDone = await page.Locator("[data-testid=step][data-state=Succeeded]").CountAsync() > 0;
        }

        var after = await designer.HeapBytesAsync();
        var reactions = await page.EvaluateAsync<double[]>("() => window.runClock.reactions");
        var arrivals = await page.EvaluateAsync<double[]>("() => window.runClock.arrivals");
        var ages = await page.EvaluateAsync<double[]>("() => window.runClock.ages");
        return new Outcome(
            Quantiles.Of(reactions), Quantiles.Of(arrivals), Quantiles.Of(ages), Math.Round((most - resident) / Mebibyte, 1), Math.Round((after - heap) / Mebibyte, 1));
    }

    private static string Text(Outcome value) => string.Create(
        CultureInfo.InvariantCulture,
        $"reaction p50 {value.Reaction.P50} ms, p95 {value.Reaction.P95} ms; age of a line in the page p50 {value.Arrival.P50} ms, p95 {value.Arrival.P95} ms, painted p50 {value.Age.P50} ms, p95 {value.Age.P95} ms of {value.Age.Count}; server +{value.ResidentGrowth} MiB resident at most, +{value.HeapGrowth} MiB heap after");

    /// <param name="Reaction">Milliseconds from a click to the painted change.</param>
    /// <param name="Arrival">Milliseconds from the moment at which a line was written to its being in the page.</param>
    /// <param name="Age">Milliseconds from the moment at which a line was written to the frame that shows it.</param>
    /// <param name="ResidentGrowth">Mebibytes, the most seen during the build.</param>
    /// <param name="HeapGrowth">Mebibytes on the heap after a full collection at the end.</param>
    private sealed record Outcome(Quantiles Reaction, Quantiles Arrival, Quantiles Age, double ResidentGrowth, double HeapGrowth);
}
