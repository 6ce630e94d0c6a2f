using System.Diagnostics;
using System.Globalization;
using Veilor.Designer.Benchmarks.Browser;
using Veilor.Designer.Benchmarks.Designs;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Builds.Processes;

namespace Veilor.Designer.Benchmarks.Logs;

/// <summary>
/// A server is ended by SIGKILL in each step in turn, while its run writes a line every ten milliseconds and has a child that ignores every
/// polite signal. A new one looks at what is left.
/// </summary>
internal static class CrashBenchmark
{
    private const int Rounds = 50;
    private const int Steps = 3;

    private const string Script =
        """
        trap '' PIPE
        setsid bash -c "trap '' INT TERM HUP PIPE; exec sleep 600" > /dev/null 2>&1 &
        for ((i = 1; i <= ROUNDS; i++)); do
            printf '%s NAME %s\n' "${EPOCHREALTIME/[.,]/}" "$i" >> "WITNESS" 2> /dev/null || true
            echo "NAME $i"
            sleep 0.01
        done
        kill -KILL $!
        """;

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        var chance = new Random(7);
        List<double> lost = [], found = [], removed = [];
        for (var round = 0; round < Rounds; round++)
        {
            var (lostMilliseconds, findSeconds, removeSeconds) = await CrashAsync(folder.Path, round, TimeSpan.FromMilliseconds(chance.Next(0, 400)));
            lost.Add(lostMilliseconds);
            found.Add(findSeconds);
            removed.Add(removeSeconds);
        }

        var (lostOf, foundOf, removedOf) = (Quantiles.Of(lost), Quantiles.Of(found), Quantiles.Of(removed));
        await Report.WriteAsync("crash", new { Rounds, LostMilliseconds = lostOf, FoundSeconds = foundOf, RemovedSeconds = removedOf },
        [
            ("runs that are Interrupted, with a log that is a beginning of what was written and nothing left after the clean-up", string.Create(CultureInfo.InvariantCulture, $"{Rounds} of {Rounds}")),
            ("the newest part of the log that is lost", string.Create(CultureInfo.InvariantCulture, $"p50 {lostOf.P50} ms, p95 {lostOf.P95} ms, at most {lostOf.Max} ms")),
            ("from the start of the new server until what is left is known", string.Create(CultureInfo.InvariantCulture, $"p50 {foundOf.P50} s, at most {foundOf.Max} s")),
            ("until it is removed", string.Create(CultureInfo.InvariantCulture, $"p50 {removedOf.P50} s, at most {removedOf.Max} s")),
        ]);
    }

    private static async Task<(double LostMilliseconds, double FindSeconds, double RemoveSeconds)> CrashAsync(string folder, int round, TimeSpan later)
    {
        var runs = Path.Combine(folder, "runs");
        var witness = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"witness{round}"));
        var crashed = round % Steps;
        var (id, killedAt) = await KillAsync(runs, witness, crashed, later);

        var clock = Stopwatch.StartNew();
        await using var bench = await RunBench.StartAsync(runs);
        var run = bench.Service.Find(id)!;
        var left = await bench.Service.FindLeftoversAsync(run);
        var find = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var rest = await bench.Service.CleanUpAsync(run);
        var remove = clock.Elapsed.TotalSeconds;

        using var log = bench.Service.OpenLog(id)!;
        var logged = log.Read(1, int.MaxValue).Where(line => line.Stream == LogStream.Output).Select(line => line.Text).ToList();
        var written = File.ReadLines(witness).Select(line => line.Split(' ', 2)).ToList();
        if (run.State != RunState.Interrupted || run.Steps[crashed].State != StepState.Interrupted || left.Processes.Count == 0 || !rest.IsEmpty || new RunProcesses(id).Refresh().Count > 0
            || !written.Take(logged.Count).Select(line => line[1]).SequenceEqual(logged, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"Round {round}: {run.State}, {left.Processes.Count} processes left, {rest.Processes.Count} after the clean-up, {logged.Count} of {written.Count} lines.");
        }

        // The oldest line that was written before the end of the server and is not in the log.
        var missing = written.Skip(logged.Count).Select(line => long.Parse(line[0], CultureInfo.InvariantCulture)).Where(at => at < killedAt).DefaultIfEmpty(killedAt).Min();
        return ((killedAt - missing) / 1_000.0, find, remove);
    }

    private static async Task<(RunId Id, long KilledAt)> KillAsync(string runs, string witness, int crashed, TimeSpan later)
    {
        var steps = Enumerable.Range(0, Steps).SelectMany(step => new[]
        {
            "--", "bash", "-c",
            Script.Replace("WITNESS", witness, StringComparison.Ordinal)
                .Replace("NAME", string.Create(CultureInfo.InvariantCulture, $"step{step}"), StringComparison.Ordinal)
                .Replace("ROUNDS", step < crashed ? "5" : "1000000", StringComparison.Ordinal),
        });
        var host = Repository.PathOf("tests", "Veilor.Designer.RunHost", "bin", "Release", "net10.0", "Veilor.Designer.RunHost");
        using var server = Process.Start(new ProcessStartInfo(host, [runs, .. steps]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        if (!RunId.TryParse(await server.StandardOutput.ReadLineAsync(), out var id))
        {
            throw new InvalidOperationException("The server did not start a run.");
        }

        var begun = string.Create(CultureInfo.InvariantCulture, $"step{crashed} 1");
        while (!File.Exists(witness) || !(await File.ReadAllTextAsync(witness)).Contains(begun, StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        await Task.Delay(later);
        var killedAt = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000;
        server.Kill();
        await server.WaitForExitAsync();
        return (id, killedAt);
    }
}
