using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Veilor.Designer.Benchmarks.Browser;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Benchmarks.Logs;

/// <summary>
/// Programs that write as fast as they can, into the log of a run: how many lines a second arrive, whether each is there once and in its
/// place, how much memory that takes, and how fast the log is read and searched afterwards.
/// </summary>
internal static class LogBenchmark
{
    private const int Lines = 1_000_000;
    private const double Mebibyte = 1 << 20;

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var bench = await RunBench.StartAsync(folder.Path);
        await bench.RunAsync([], "bash", "-c", "seq 100000");

        var shortLines = await MeasureAsync(bench, folder.Path, "seq -f 'line %.0f of a build, as long as such lines are: installing package-1.2.3-4.fc43.x86_64' 1000000");
        var longLines = await MeasureAsync(bench, folder.Path, "p=$(head -c 9990 /dev/zero | tr '\\0' x); seq -f \"%08.0f $p\" 100000");
        var storm = await MeasureAsync(bench, folder.Path, "seq -f 'progress %.0f' 1000000 | tr '\\n' '\\r'; echo; seq 1000");

        using var log = bench.Service.OpenLog(shortLines.Run)!;
        var chance = new Random(5);
        var reach = Times(200, () => log.Read(chance.Next(1, Lines - 100), 100, 4_096));
        var megabytes = new FileInfo(bench.Service.LogPathOf(shortLines.Run)).Length / 1e6;
        var found = log.Search("line 987654 of").Count;
        var search = Times(9, () => log.Search("no such text"));
        var filter = Times(5, () => log.Select(new LogFilter(Least: LogSeverity.Error), 1, log.LineCount));
        var streams = Times(9, () => log.Select(new LogFilter(Output: false), 1, log.LineCount));

        await Report.WriteAsync("log", new { shortLines, longLines, storm, reach, megabytes, found, search, filter, streams },
        [
            Row("1 million lines", shortLines),
            Row("100,000 lines of 10 kB", longLines),
            Row("1 million carriage returns, then 1,000 lines", storm),
            ("100 lines anywhere in a million", Invariant($"p50 {reach.P50} ms, p95 {reach.P95} ms, at most {reach.Max} ms")),
            (Invariant($"search of {megabytes:F0} MB without a hit"), Invariant($"p50 {search.P50} ms, at most {search.Max} ms; for 100 MB p50 {search.P50 * 100 / megabytes:F0} ms")),
            (Invariant($"filter of {megabytes:F0} MB by level"), Invariant($"p50 {filter.P50} ms")),
            ("filter of a million lines by stream", Invariant($"p50 {streams.P50} ms")),
        ]);
    }

    private static (string What, string Value) Row(string what, Throughput value) => (what, Invariant(
        $"{value.LinesInSecond:N0} lines/s and {value.MegabytesInSecond:F0} MB/s into the store, {value.ShareOfFile:P0} of the speed into a file; {(value.IsExact ? "exact" : "NOT EXACT")}; memory +{value.HeapGrowth:F1} MiB heap at most, +{value.ResidentGrowth:F1} MiB resident at most"));

    /// <summary>The bare command writes into a file first and last, so that the two share what the machine does meanwhile.</summary>
    private static async Task<Throughput> MeasureAsync(RunBench bench, string folder, string script)
    {
        var bare = Path.Combine(folder, "bare");
        var before = await WriteFileAsync(script, bare);
        GC.Collect();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        var resident = Process.GetCurrentProcess().WorkingSet64;
        (long Heap, long Resident) most = (heap, resident);
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = (Math.Max(most.Heap, GC.GetTotalMemory(false)), Math.Max(most.Resident, Process.GetCurrentProcess().WorkingSet64));
                await Task.Delay(20);
            }
        });
        var clock = Stopwatch.StartNew();
        var run = await bench.RunAsync([], "bash", "-c", script);
        var seconds = clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await watch;
        var after = await WriteFileAsync(script, bare);

        using var log = bench.Service.OpenLog(run.Id)!;
        var text = bench.Service.LogPathOf(run.Id);
        var length = new FileInfo(bare).Length;
        return new Throughput(
            run.Id,
            Math.Round(Math.Max(log.LineCount, script.Contains("\\r", StringComparison.Ordinal) ? Lines : 0) / seconds),
            Math.Round(length / seconds / 1e6, 1),
            Math.Round((before + after) / 2 / seconds, 2),
            await IsExactAsync(bare, text, script),
            Math.Round((most.Heap - heap) / Mebibyte, 1),
            Math.Round((most.Resident - resident) / Mebibyte, 1));
    }

    private static async Task<double> WriteFileAsync(string script, string path)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start("bash", ["-c", $"({script}) | cat > {path}"]);
        await process.WaitForExitAsync();
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>Byte for byte what the program wrote; of carriage returns the last state alone stays.</summary>
    private static async Task<bool> IsExactAsync(string bare, string log, string script)
    {
        if (script.Contains("\\r", StringComparison.Ordinal))
        {
            var lines = await File.ReadAllLinesAsync(log);
            return lines.SequenceEqual(Enumerable.Range(1, 1_000).Select(n => n.ToString(CultureInfo.InvariantCulture)).Prepend("progress 1000000"), StringComparer.Ordinal);
        }

        await using var expected = File.OpenRead(bare);
        await using var actual = File.OpenRead(log);
        var (wanted, found) = (await SHA256.HashDataAsync(expected), await SHA256.HashDataAsync(actual));
        return wanted.AsSpan().SequenceEqual(found);
    }

    private static Quantiles Times(int count, Action action)
    {
        action();
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return Quantiles.Of(times);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Run">The run whose log it is.</param>
    /// <param name="LinesInSecond">From the request to the run's end; carriage returns count as lines.</param>
    /// <param name="MegabytesInSecond">Of what the program wrote.</param>
    /// <param name="ShareOfFile">The time that the bare command takes into a file through a pipe, over the time of the run.</param>
    /// <param name="IsExact">True when nothing is lost, doubled or in another order.</param>
    /// <param name="HeapGrowth">Mebibytes, the most seen.</param>
    /// <param name="ResidentGrowth">Mebibytes, the most seen.</param>
    private sealed record Throughput(
        RunId Run, double LinesInSecond, double MegabytesInSecond, double ShareOfFile, bool IsExact, double HeapGrowth, double ResidentGrowth);
}
