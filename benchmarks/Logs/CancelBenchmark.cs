using System.Diagnostics;
using System.Globalization;
using System.Text;
using Veilor.Designer.Benchmarks.Browser;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Processes;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Benchmarks.Logs;

/// <summary>
/// How long a cancel takes until nothing of the run lives, for steps that make it hard. podman needs what it needs to run here; see
/// <c>tests/stand-in/containers.conf</c>.
/// </summary>
internal static class CancelBenchmark
{
    private const int Rounds = 20;

    private const string Ignoring = "trap '' INT TERM HUP; echo ready; while :; do sleep 1; done";

    private const string Named = "veilor-designer-benchmark-cancel";

    private static readonly (string What, Func<string> Containerfile, BuildStep Step)[] Cases =
    [
        ("a program that listens", () => "", Bash("trap 'exit 0' INT; echo ready; while :; do sleep 0.1; done")),
        ("one that ignores INT and TERM", () => "", Bash(Ignoring)),
        ("a child that left its group and lost its parent", () => "", Bash($"(setsid bash -c \"{Ignoring}\" &); sleep 600")),
        ("podman build, its RUN ignores all", () => $"FROM {BenchmarkBase.Image}\nRUN {Ignoring}\n", new BuildStep("build", "Build", "podman", ["build", "--no-cache", "--tag", "localhost/veilor-designer-benchmark-cancel:1", "."], "nothing")),
        ("podman run of a named container that ignores all", () => "", new BuildStep("run", "Run", "podman", ["run", "--rm", "--name", Named, BenchmarkBase.Image, "sh", "-c", Ignoring.Replace("sleep", "busybox sleep", StringComparison.Ordinal)], "nothing") { ContainerName = Named }),
    ];

    public static async Task RunAsync()
    {
        using var folder = new TemporaryFolder();
        await BenchmarkBase.MakeAsync(folder.Path);
        try
        {
            await using var bench = await RunBench.StartAsync(Path.Combine(folder.Path, "runs"));
            List<(string, Quantiles)> times = [];
            foreach (var (what, containerfile, step) in Cases)
            {
                List<double> seconds = [];
                for (var round = 0; round < Rounds; round++)
                {
                    seconds.Add(await CancelAsync(bench, containerfile(), step));
                }

                times.Add((what, Quantiles.Of(seconds)));
            }

            await Report.WriteAsync("cancel", times.Select(time => new { What = time.Item1, Seconds = time.Item2 }),
                times.Select(time => (time.Item1, string.Create(CultureInfo.InvariantCulture, $"p50 {time.Item2.P50} s, p95 {time.Item2.P95} s, at most {time.Item2.Max} s of {time.Item2.Count}"))));
        }
        finally
        {
            await BenchmarkBase.RemoveAsync();
        }
    }

    /// <returns>Seconds from the request until it returns.</returns>
    /// <exception cref="InvalidOperationException">Something of the run still lived then.</exception>
    private static async Task<double> CancelAsync(RunBench bench, string containerfile, BuildStep step)
    {
        BundleEntry[] bundle = containerfile.Length == 0 ? [] : [BundleEntry.FromBytes("Containerfile", isExecutable: false, Encoding.UTF8.GetBytes(containerfile))];
        var run = await bench.QueueAsync(bundle, step);
        await bench.WaitForLineAsync(run.Id, "ready");
        var processes = new RunProcesses(run.Id);
        processes.Refresh();
        var clock = Stopwatch.StartNew();
        await bench.Service.CancelAsync(run.Id);
        var took = clock.Elapsed.TotalSeconds;
        var left = processes.Refresh();
        if (left.Count > 0)
        {
            throw new InvalidOperationException($"Still alive after the cancel: {string.Join(", ", left)}");
        }

        return took;
    }

    private static BuildStep Bash(string script) => new("step", "Step", "bash", ["-c", script], "nothing");
}
