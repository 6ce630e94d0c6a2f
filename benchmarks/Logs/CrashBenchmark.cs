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
/// polite signal. Where podman is there, the second step is a <c>podman build</c> whose RUN ignores the polite signals; podman needs what it needs to
/// run here, see <c>tests/stand-in/containers.conf</c>. A new server looks at what is left.
/// </summary>
internal static class CrashBenchmark
{
    private const int Rounds = 50;
    private const int PodmanStep = 1;
    private const string Image = "localhost/veilor-designer-benchmark-crash:1";

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

    /// <summary>
    /// The same in a container; the witness lies in a folder that is mounted. busybox alone has no finer clock than the hundredths of a second since
    /// the start of the machine.
    /// </summary>
    private const string Containerfile =
        """
        FROM BASE
        RUN trap '' INT TERM HUP PIPE; i=1; while [ $i -le ROUNDS ]; do read now _ < /proc/uptime; echo "$now NAME $i" >> /witness/WITNESS; echo "NAME $i" || true; i=$((i+1)); sleep 0.01; done

        """;

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        var withPodman = await HasPodmanAsync();
        if (withPodman)
        {
            await BenchmarkBase.MakeAsync(folder.Path);
        }

        try
        {
            await RunAsync(folder.Path, withPodman);
        }
        finally
        {
            if (withPodman)
            {
                await BenchmarkBase.RemoveAsync(Image);
            }
        }
    }

    private static async Task RunAsync(string folder, bool withPodman)
    {
        var steps = withPodman ? 4 : 3;
        var chance = new Random(7);
        List<Crash> crashes = [];
        for (var round = 0; round < Rounds; round++)
        {
            crashes.Add(await CrashAsync(folder, round, steps, withPodman, TimeSpan.FromMilliseconds(chance.Next(0, 400))));
        }

        var groups = crashes.GroupBy(crash => crash.IsPodman).OrderBy(group => group.Key).ToList();
        await Report.WriteAsync("crash", crashes,
        [
            ("runs that are Interrupted, with a log that is a beginning of what was written and nothing left after the clean-up", string.Create(CultureInfo.InvariantCulture, $"{crashes.Count} of {Rounds}")),
            .. groups.Select(group => (group.Key ? "killed in podman build" : "killed in a script", Text([.. group]))),
        ]);
    }

    private static string Text(IReadOnlyList<Crash> crashes)
    {
        var (lost, found, removed) = (Quantiles.Of(crashes.Select(crash => crash.LostMilliseconds)), Quantiles.Of(crashes.Select(crash => crash.FindSeconds)), Quantiles.Of(crashes.Select(crash => crash.RemoveSeconds)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{crashes.Count} rounds; lost of the log p50 {lost.P50} ms, p95 {lost.P95} ms, at most {lost.Max} ms; what is left is known after p50 {found.P50} s, at most {found.Max} s; it is removed after p50 {removed.P50} s, at most {removed.Max} s");
    }

    private static async Task<bool> HasPodmanAsync()
    {
        try
        {
            await BenchmarkBase.CommandAsync("/", "podman", ["info"]);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine($"Without podman, so no step is one of its builds: {exception.Message}");
            return false;
        }
    }

    private static async Task<Crash> CrashAsync(string folder, int round, int steps, bool withPodman, TimeSpan later)
    {
        var runs = Path.Combine(folder, "runs");
        var witness = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"witness{round}"));
        var crashed = round % steps;
        var isPodman = withPodman && crashed == PodmanStep;
        var (id, killedAt) = await KillAsync(runs, witness, crashed, steps, withPodman, later);

        var clock = Stopwatch.StartNew();
        await using var bench = await RunBench.StartAsync(runs);
        var run = bench.Service.Find(id)!;
        var left = await bench.Service.FindLeftoversAsync(run);
        var find = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var rest = await bench.Service.CleanUpAsync(run);
        var remove = clock.Elapsed.TotalSeconds;
        var isOver = await IsOverAsync(witness);

        using var log = bench.Service.OpenLog(id)!;
        var logged = log.Read(1, int.MaxValue).Where(line => line.Stream == LogStream.Output && line.Text.StartsWith("step", StringComparison.Ordinal)).Select(line => line.Text).ToList();
        var written = File.ReadLines(witness).Select(line => line.Split(' ', 2)).ToList();
        if (run.State != RunState.Interrupted || run.Steps[crashed].State != StepState.Interrupted || left.Processes.Count == 0 || !rest.IsEmpty || new RunProcesses(id).Refresh().Count > 0
            || !isOver
            || !written.Take(logged.Count).Select(line => line[1]).SequenceEqual(logged, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"Round {round}: {run.State}, {left.Processes.Count} processes and {left.Containers.Count} containers left, {rest.Processes.Count} processes after the clean-up, {(isOver ? "nobody writes" : "somebody still writes")}, {logged.Count} of {written.Count} lines.");
        }

        // The oldest line that was written before the end of the server and is not in the log.
        var missing = written.Skip(logged.Count).Select(line => MomentOf(line[0])).Where(at => at < killedAt).DefaultIfEmpty(killedAt).Min();
        return new Crash(isPodman, (killedAt - missing) / 1_000.0, find, remove);
    }

    /// <summary>True when nobody writes any more, whatever is known of processes.</summary>
    private static async Task<bool> IsOverAsync(string witness)
    {
        var length = new FileInfo(witness).Length;
        await Task.Delay(200);
        return new FileInfo(witness).Length == length;
    }

    /// <summary>Microseconds of Unix time: bash writes them, busybox the seconds since the start of the machine.</summary>
    private static long MomentOf(string text) => text.Contains('.', StringComparison.Ordinal)
        ? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000 - (long)((double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture) - double.Parse(text, CultureInfo.InvariantCulture)) * 1e6)
        : long.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<(RunId Id, long KilledAt)> KillAsync(string runs, string witness, int crashed, int steps, bool withPodman, TimeSpan later)
    {
        string Filled(string text, string file, int step) => text.Replace("WITNESS", file, StringComparison.Ordinal)
            .Replace("BASE", BenchmarkBase.Image, StringComparison.Ordinal)
            .Replace("NAME", string.Create(CultureInfo.InvariantCulture, $"step{step}"), StringComparison.Ordinal)
            .Replace("ROUNDS", step < crashed ? "5" : "1000000", StringComparison.Ordinal);
        IEnumerable<string> file = withPodman ? ["--file", "Containerfile", Filled(Containerfile, Path.GetFileName(witness), PodmanStep)] : [];
        var commands = Enumerable.Range(0, steps).SelectMany(step => withPodman && step == PodmanStep
            ? new[] { "--", "podman", "build", "--no-cache", "--volume", $"{Path.GetDirectoryName(witness)}:/witness", "--tag", Image, "." }
            : ["--", "bash", "-c", Filled(Script, witness, step)]);
        var host = Repository.PathOf("tests", "Veilor.Designer.RunHost", "bin", "Release", "net10.0", "Veilor.Designer.RunHost");
        using var server = Process.Start(new ProcessStartInfo(host, [runs, .. file, .. commands]) { RedirectStandardOutput = true, UseShellExecute = false })!;
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

    /// <param name="IsPodman">True when the step was a build of podman's.</param>
    /// <param name="LostMilliseconds">From the oldest line that was written and is not in the log to the end of the server.</param>
    /// <param name="FindSeconds">From the start of the new server until what is left is known.</param>
    /// <param name="RemoveSeconds">What the clean-up took.</param>
    private sealed record Crash(bool IsPodman, double LostMilliseconds, double FindSeconds, double RemoveSeconds);
}
