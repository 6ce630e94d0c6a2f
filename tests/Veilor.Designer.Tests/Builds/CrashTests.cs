using System.Globalization;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Builds.Processes;

namespace Veilor.Designer.Tests.Builds;

public sealed class CrashTests
{
    private const int StepCount = 3;

    /// <summary>Writes its lines beside the log as well; its child ignores what ends it politely and left its group.</summary>
    private const string Script =
        """
        trap '' PIPE
        setsid bash -c "trap '' INT TERM HUP PIPE; exec sleep 300" > /dev/null 2>&1 &
        for ((i = 1; i <= ROUNDS; i++)); do
            echo "NAME $i" >> "WITNESS" 2> /dev/null || true
            echo "NAME $i"
            sleep 0.01
        done
        kill -KILL $!
        """;

    public static bool IsFull => Environment.GetEnvironmentVariable("VEILOR_TESTS_FULL") == "1";

    [Fact]
    public async Task After_kill_9_in_any_step_the_run_is_interrupted_its_log_whole_and_its_leftovers_can_be_removed()
    {
        using var folder = new TemporaryFolder();
        RunId other;
        await using (var build = await BuildFixture.StartAsync(folder.Path))
        {
            other = (await build.RunAsync(BuildFixture.Bash("echo other; exit 3"))).Id;
        }

        var untouched = Snapshot(Path.Combine(folder.Path, other.Value));
        var chance = new Random(7);
        var rounds = IsFull ? 50 : StepCount;
        for (var round = 0; round < rounds; round++)
        {
            await CrashAsync(folder.Path, round % StepCount, TimeSpan.FromMilliseconds(chance.Next(0, 400)));
            Assert.Equal(untouched, Snapshot(Path.Combine(folder.Path, other.Value)));
        }
    }

    private static async Task CrashAsync(string runs, int crashedStep, TimeSpan later)
    {
        using var outside = new TemporaryFolder();
        var witness = Path.Combine(outside.Path, "witness");
        var steps = Enumerable.Range(0, StepCount).Select(step => new[]
        {
            "bash", "-c",
            Script.Replace("WITNESS", witness, StringComparison.Ordinal)
                .Replace("NAME", string.Create(CultureInfo.InvariantCulture, $"step{step}"), StringComparison.Ordinal)
                .Replace("ROUNDS", step < crashedStep ? "5" : "100000", StringComparison.Ordinal),
        });
        RunId id;
        int seen;
        using (var host = await RunHostProcess.StartAsync(runs, [], steps))
        {
            id = host.Run;
            var log = LogFiles.TextPath(Path.Combine(runs, id.Value));
            var begun = string.Create(CultureInfo.InvariantCulture, $"step{crashedStep} 1\n");
            await BuildFixture.WaitAsync(() => File.Exists(log) && File.ReadAllText(log).Contains(begun, StringComparison.Ordinal));
            await Task.Delay(later);
            seen = (await File.ReadAllTextAsync(log)).Split('\n')[..^1].Count(line => line.StartsWith("step", StringComparison.Ordinal));
            await host.CrashAsync();
        }

        await using var build = await BuildFixture.StartAsync(runs);
        var run = build.Service.Find(id)!;
        Assert.Equal(RunState.Interrupted, run.State);
        Assert.Equal("The program that ran it ended while it was under way.", run.Reason);
        Assert.Equal(
            Enumerable.Range(0, StepCount).Select(step =>
                step < crashedStep ? StepState.Succeeded : step == crashedStep ? StepState.Interrupted : StepState.Skipped),
            run.Steps.Select(step => step.State));
        AssertLogIsWhole(build, id, await File.ReadAllLinesAsync(witness), seen);

        var left = await build.Service.FindLeftoversAsync(run);
        Assert.Contains(left.Processes, process => process.Name is "sleep" or "bash");
        Assert.True((await build.Service.CleanUpAsync(run)).IsEmpty);
        Assert.Empty(new RunProcesses(id).Refresh());
        Assert.All(left.Processes, process => Assert.False(ProcFileSystem.IsAlive(process.Identity)));
    }

    /// <summary>The log is the beginning of what was written, without a gap, and nothing is lost that was seen in it before the end.</summary>
    private static void AssertLogIsWhole(BuildFixture build, RunId id, string[] written, int seen)
    {
        var logged = build.Lines(id).Where(line => line.Stream == LogStream.Output).Select(line => line.Text).ToList();
        Assert.Equal(written.Take(logged.Count), logged, StringComparer.Ordinal);
        Assert.InRange(logged.Count, seen, written.Length);
    }

    private static string Snapshot(string folder) => string.Join('\n', Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}"));
}
