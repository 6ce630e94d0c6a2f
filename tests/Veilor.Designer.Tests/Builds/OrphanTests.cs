using System.Diagnostics;
using System.Globalization;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Processes;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

/// <summary>Not beside other builds: the run of a process without marks is told by being the only one of this program.</summary>
[CollectionDefinition(nameof(OrphanTests), DisableParallelization = true)]
[Collection(nameof(OrphanTests))]
public sealed class OrphanTests
{
    /// <summary>
    /// Forks twice at once, in a session of its own with an empty environment: nothing in it names the run. It does so between two looks at the
    /// run's processes, which are a second apart.
    /// </summary>
    private const string Daemon =
        "sleep 0.3; env -i setsid bash -c \"trap '' INT TERM; (trap '' INT TERM; echo daemon \\$BASHPID; while :; do sleep 0.2; done) & exit 0\"";

    [Fact]
    public async Task A_daemon_without_parent_session_or_environment_of_the_run_is_ended_by_a_cancel()
    {
        await using var build = await StartAsync();
        var queued = await build.QueueAsync(Bash($"{Daemon}; echo ready; sleep 300"));
        await build.WaitForLineAsync(queued.Id, "ready");
        var daemon = await DaemonAsync(build, queued.Id);
        await build.Service.CancelAsync(queued.Id).WaitAsync(Patience.Time);
        AssertIsGone(daemon);
    }

    [Fact]
    public async Task Such_a_daemon_does_not_outlive_its_step_and_leaves_no_zombie()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash($"{Daemon}; sleep 0.2"));
        Assert.Equal(RunState.Succeeded, run.State);
        var daemon = await DaemonAsync(build, run.Id);
        AssertIsGone(daemon);
        Assert.Null(ProcFileSystem.Read(daemon));
    }

    [Fact]
    public async Task What_this_program_starts_for_something_else_meanwhile_is_left_alone()
    {
        await using var build = await StartAsync();
        var queued = await build.QueueAsync(Bash("echo ready; sleep 300"));
        await build.WaitForLineAsync(queued.Id, "ready");
        using var other = Process.Start(new ProcessStartInfo("bash", ["-c", "setsid bash -c 'echo $$; exec sleep 300 > /dev/null' & exit 0"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var id = int.Parse((await other.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        try
        {
            await other.WaitForExitAsync();
            await build.Service.CancelAsync(queued.Id);
            Assert.False(ProcFileSystem.Read(id)?.IsZombie ?? true);
        }
        finally
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
    }

    [Fact]
    public async Task After_kill_9_a_daemon_that_began_between_two_looks_at_the_machine_is_found_and_removed()
    {
        using var folder = new TemporaryFolder();
        RunId id;
        using (var host = await RunHostProcess.StartAsync(folder.Path, [], ["bash", "-c", $"{Daemon}; sleep 300"]))
        {
            id = host.Run;
            var log = Path.Combine(folder.Path, id.Value, "log.txt");
            await WaitAsync(() => System.IO.File.Exists(log) && System.IO.File.ReadAllText(log).Contains("daemon", StringComparison.Ordinal));
            await Task.Delay(300);
            await host.CrashAsync();
        }

        await using var build = await StartAsync(folder.Path);
        var daemon = await DaemonAsync(build, id);
        var left = await build.Service.FindLeftoversAsync(build.Service.Find(id)!);
        Assert.Contains(left.Processes, process => process.Identity.Id == daemon);
        Assert.True((await build.Service.CleanUpAsync(build.Service.Find(id)!)).IsEmpty);
        AssertIsGone(daemon);
    }

    private static async Task<int> DaemonAsync(BuildFixture build, RunId run)
    {
        using var patience = new CancellationTokenSource(Patience.Time);
        while (true)
        {
            if (build.Lines(run).Select(line => line.Text.Split(' ')).FirstOrDefault(words => words is ["daemon", _]) is { } found)
            {
                return int.Parse(found[1], CultureInfo.InvariantCulture);
            }

            await Task.Delay(10, patience.Token);
        }
    }

    private static void AssertIsGone(int process) => Assert.False(ProcFileSystem.Read(process) is { IsZombie: false });
}
