using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Builds.Processes;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class CancelTests
{
    private const string IgnoresSignals = "trap '' INT TERM; echo ready; while :; do sleep 1; done";

    [Fact]
    public async Task A_program_that_listens_ends_at_the_first_rung()
    {
        // A program on a busy machine takes longer to hear the first rung than the second one waits.
        await using var build = await StartAsync(time: new SlowClock(20));
        // Not a shell: a shell cannot trap a signal that was ignored when it was started, as SIGINT is for what another shell runs in the background.
        var run = await CancelAsync(build, "exec python3 -uc \"import signal; signal.signal(signal.SIGINT, lambda *_: (print('bye'), exit())); print('ready'); signal.pause()\"");
        Assert.Equal(RunState.Cancelled, run.State);
        Assert.Contains("bye", build.Text(run.Id), StringComparison.Ordinal);
        Assert.Equal(["SIGINT"], Rungs(build, run.Id), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_program_that_ignores_INT_and_TERM_is_killed_and_each_rung_is_logged()
    {
        await using var build = await StartAsync();
        var run = await CancelAsync(build, IgnoresSignals);
        // The last rung has several steps, for what is slow to go.
        Assert.Equal(["SIGINT", "SIGTERM", "SIGKILL"], Rungs(build, run.Id).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(StepState.Cancelled, run.Steps[0].State);
    }

    [Fact]
    public async Task A_child_that_left_its_group_and_lost_its_parent_is_found_and_killed()
    {
        await using var build = await StartAsync();
        await CancelAsync(build, $"(setsid bash -c \"{IgnoresSignals}\" &); sleep 300");
    }

    [Fact]
    public async Task A_child_that_cleared_its_environment_is_found_by_its_descent()
    {
        await using var build = await StartAsync();
        var run = await CancelAsync(build, $"env -i setsid bash -c \"{IgnoresSignals}\" & sleep 300", (_, seen) =>
            Assert.Contains(seen, process => process.Name == "bash" && ProcFileSystem.FindEnvironment(process.Identity.Id, RunProcesses.Marker) is null));
        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public async Task A_step_whose_environment_does_not_show_the_run_is_ended_too()
    {
        await using var build = await StartAsync();
        var run = await CancelAsync(build, "echo $$; exec env -i sleep 300");
        var leader = int.Parse(build.Lines(run.Id)[0].Text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(ProcFileSystem.Read(leader) is { IsZombie: false, Name: "sleep" });
    }

    [Fact]
    public async Task A_process_left_behind_by_a_step_does_not_outlive_it()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("(setsid sleep 300 &); echo done"));
        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Empty(new RunProcesses(run.Id).Refresh());
    }

    [Fact]
    public async Task A_fast_writer_can_be_cancelled()
    {
        await using var build = await StartAsync();
        var run = await CancelAsync(build, "echo ready; exec yes");
        Assert.Equal(RunState.Cancelled, run.State);
    }

    /// <summary>Cancels when the script has written a line, and expects that none of the processes seen before lives on, whatever it carries.</summary>
    private static async Task<BuildRun> CancelAsync(
        BuildFixture build, string script, Action<RunId, IReadOnlyList<ProcessEntry>>? look = null)
    {
        var queued = await build.QueueAsync(Bash(script));
        await WaitAsync(() => HasLine(build, queued.Id));
        await Task.Delay(100);
        var seen = new RunProcesses(queued.Id).Refresh();
        look?.Invoke(queued.Id, seen);
        await build.Service.CancelAsync(queued.Id).WaitAsync(Patience.Time);
        Assert.All(seen, process => Assert.False(ProcFileSystem.IsAlive(process.Identity)));
        Assert.Empty(new RunProcesses(queued.Id).Refresh());
        return build.Service.Find(queued.Id)!;
    }

    private static bool HasLine(BuildFixture build, RunId id)
    {
        using var log = build.Service.OpenLog(id);
        return log?.LineCount > 0;
    }

    private static IEnumerable<string> Rungs(BuildFixture build, RunId id) =>
        build.Lines(id).Where(line => line.Stream == LogStream.Note).Select(line => line.Text.Split(' ')[0]);
}
