using System.Globalization;
using Microsoft.Playwright;
using Veilor.Designer.Benchmarks.Designs;

namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>
/// The page of a run while its build writes: how old a line is when it is painted, how fast the page and an editor beside it react, and what
/// the server holds.
/// The build is a script in podman's place, since only its output matters.
/// </summary>
internal static class RunPageBenchmark
{
    private const double Mebibyte = 1024 * 1024;
    private const int Reactions = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

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

    /// <summary>Where a build looks for the word to end.</summary>
    private const string Stop = "stop";

    /// <summary>Twenty lines a second, each with the time at which it was written, once the page is open.</summary>
    private const string Steady = "echo begin; sleep 3; i=0; until [ -e \"$(dirname \"$0\")/stop\" ]; do i=$((i+1)); echo \"at ${EPOCHREALTIME/,/.} line $i\"; sleep 0.05; done; sleep 2";

    private static readonly string Lines = AtFullSpeed("of a build, about as long as such lines are\\n", mostLines: 40_000_000);

    private static readonly string LongLines = AtFullSpeed("%s\\n", mostLines: 400_000);

    private static readonly string Progress = AtFullSpeed("of progress\\r", mostLines: 200_000_000);

    private const string PageScript =
        """
        (() => {
          const clock = window.runClock = { ages: [], arrivals: [], newest: 0, reactions: [] };
          let clickedAt = 0, element = null, was = null;
          const watch = target => { element = target; was = target.getAttribute("aria-pressed"); };
          addEventListener("keydown", event => {
            if (event.target.dataset?.testid !== "show-notes") return;
            watch(event.target);
            clickedAt = event.timeStamp;
          }, true);
          const afterPaint = then => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = then;
            channel.port2.postMessage(0);
          });
          clock.click = selector => {
            watch(document.querySelector(selector));
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
        var profile = await chromium.NewProfileAsync(PageScript + PageClock.Script);
        var page = await profile.NewPageAsync();
        await page.GotoAsync(designer.Url.AbsoluteUri);
        var editor = await TypingPage.OpenAsync(profile, new Uri(designer.Url, $"/designs/{design.Name}/image?doc=Containerfile"), "image.title");

        await BuildAsync(page, editor, designer, design, tools.Path, Steady);
        (string What, Outcome Value)[] outcomes =
        [
            ("twenty lines a second", await BuildAsync(page, editor, designer, design, tools.Path, Steady)),
            ("lines at full speed", await BuildAsync(page, editor, designer, design, tools.Path, Lines)),
            ("lines of 10 kB at full speed", await BuildAsync(page, editor, designer, design, tools.Path, LongLines)),
            ("carriage returns at full speed", await BuildAsync(page, editor, designer, design, tools.Path, Progress)),
        ];
        await Report.WriteAsync(
            "run-page",
            outcomes.Select(outcome => new { outcome.What, outcome.Value }),
            outcomes.Select(outcome => (outcome.What, Text(outcome.Value, outcomes[0].Value))));
    }

    /// <summary>Each line with its time, once the page is open, until the word to end comes.</summary>
    /// <param name="rest">What stands behind the number; %s is 9,960 characters.</param>
    /// <param name="mostLines">Ends it at the latest, so that no disk fills up.</param>
    private static string AtFullSpeed(string rest, int mostLines) => string.Create(
        CultureInfo.InvariantCulture,
        $"echo begin; sleep 3; perl -MTime::HiRes=time -e 'my $long = \"x\" x 9960; for my $n (1 .. {mostLines}) {{ last if $n % 500 == 0 && -e $ARGV[0]; printf \"at %.3f line %d {rest}\", time, $n, $long }}' \"$(dirname \"$0\")/{Stop}\"; echo; sleep 2");

    private static async Task<Outcome> BuildAsync(IPage page, TypingPage editor, ServedProgram designer, BenchmarkDesign design, string tools, string script)
    {
        var stop = Path.Combine(tools, Stop);
        File.Delete(stop);
        await File.WriteAllTextAsync(Path.Combine(tools, "build.sh"), script);
        await page.BringToFrontAsync();
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
        await page.WaitForFunctionAsync("() => window.runClock.newest > 0", null, new() { Timeout = 20_000 });
        var most = resident;
        using var over = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                most = Math.Max(most, designer.ResidentBytes);
                await Task.Delay(50);
            }
        });
        var clicks = await ReactionsAsync(page, () => page.EvaluateAsync("() => window.runClock.click('[data-testid=show-notes]')"));
        await page.GetByTestId("show-notes").FocusAsync();
        // Enter presses a button as it goes down. Space does so when it is let go, which would add the time for which it is held.
        var keys = await ReactionsAsync(page, () => page.Keyboard.PressAsync("Enter"));
        // Behind another page no frames are made, so that nothing is painted.
        var arrivals = await page.EvaluateAsync<double[]>("() => window.runClock.arrivals");
        var ages = await page.EvaluateAsync<double[]>("() => window.runClock.ages");
        await editor.TypeAsync(Reactions, Pause);
        var (typed, _) = await editor.TakeTimesAsync();
        await File.WriteAllTextAsync(stop, "");
        await page.BringToFrontAsync();
        await page.Locator("[data-testid=step][data-state=Succeeded]").WaitForAsync(new() { Timeout = 60_000 });
        await over.CancelAsync();
        await watch;

        var after = await designer.HeapBytesAsync();
        return new Outcome(
            Quantiles.Of(clicks), Quantiles.Of(keys), Quantiles.Of(typed), Quantiles.Of(arrivals), Quantiles.Of(ages), Math.Round((most - resident) / Mebibyte, 1), Math.Round((after - heap) / Mebibyte, 1));
    }

    /// <summary>Milliseconds from each act to the painted change of the pressed button.</summary>
    private static async Task<double[]> ReactionsAsync(IPage page, Func<Task> act)
    {
        for (var i = 0; i < Reactions; i++)
        {
            await act();
            await page.WaitForFunctionAsync("count => window.runClock.reactions.length > count", i, new() { Timeout = 20_000, PollingInterval = 20 });
            await Task.Delay(Pause);
        }

        return await page.EvaluateAsync<double[]>("() => window.runClock.reactions.splice(0)");
    }

    private static string Text(Outcome value, Outcome quiet) => string.Create(
        CultureInfo.InvariantCulture,
        $"click p50 {value.Click.P50} ms, p95 {value.Click.P95} ms ({value.Click.P95 / quiet.Click.P95:F2} × the first row); key p50 {value.Key.P50} ms, p95 {value.Key.P95} ms ({value.Key.P95 / quiet.Key.P95:F2} ×); key in the editor beside it p50 {value.EditorKey.P50} ms, p95 {value.EditorKey.P95} ms ({value.EditorKey.P95 / quiet.EditorKey.P95:F2} ×); age of a line in the page p50 {value.Arrival.P50} ms, p95 {value.Arrival.P95} ms, painted p50 {value.Age.P50} ms, p95 {value.Age.P95} ms of {value.Age.Count}; server +{value.ResidentGrowth} MiB resident at most, +{value.HeapGrowth} MiB heap after");

    /// <param name="Click">Milliseconds from a click to the painted change.</param>
    /// <param name="Key">Milliseconds from a key that presses a button of the page to the painted change.</param>
    /// <param name="EditorKey">Milliseconds from a key in the title of the design, on another page, to the painted change of the Containerfile.</param>
    /// <param name="Arrival">Milliseconds from the moment at which a line was written to its being in the page.</param>
    /// <param name="Age">Milliseconds from the moment at which a line was written to the frame that shows it.</param>
    /// <param name="ResidentGrowth">Mebibytes, the most seen during the build.</param>
    /// <param name="HeapGrowth">Mebibytes on the heap after a full collection at the end.</param>
    private sealed record Outcome(Quantiles Click, Quantiles Key, Quantiles EditorKey, Quantiles Arrival, Quantiles Age, double ResidentGrowth, double HeapGrowth);
}
