using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

/// <summary>Two programs build in one workspace: each has its own build service over the same folder, and some are real processes.</summary>
public sealed class OtherProgramTests
{
    [Fact]
    public async Task A_build_of_another_program_is_followed_to_its_end_and_its_log_goes_on()
    {
        using var folder = new TemporaryFolder();
        var go = Path.Combine(folder.Path, "go");
        await using var other = await StartAsync(folder.Path);
        var run = await other.QueueAsync(Bash($"echo one; until [ -e '{go}' ]; do sleep 0.05; done; echo two"));
        await other.WaitForLineAsync(run.Id, "one");
        await using var server = await StartAsync(folder.Path);
        Assert.True(server.Service.IsOfAnotherProgram(run.Id));
        await server.WaitForLineAsync(run.Id, "one");
        var heard = new TaskCompletionSource();
        using var token = server.Service.Subscribe(run.Id, () =>
        {
            if (server.Lines(run.Id).Any(line => line.Text == "two"))
            {
                heard.TrySetResult();
            }
        });
        await System.IO.File.WriteAllTextAsync(go, "");
        await heard.Task.WaitAsync(Patience.Time);
        Assert.Equal(RunState.Succeeded, (await server.EndAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_build_that_another_program_begins_later_appears()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder.Path);
        await using var other = await StartAsync(folder.Path);
        var run = await other.RunAsync(Bash("sleep 2"));
        await AppearsAsync(server, run.Id);
        Assert.Equal(RunState.Succeeded, (await server.EndAsync(run.Id)).State);
    }

    [Fact]
    public async Task A_build_of_another_program_that_ended_before_anybody_looked_appears_and_goes_when_it_is_deleted_there()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder.Path);
        RunId id;
        await using (var other = await StartAsync(folder.Path))
        {
            id = (await other.RunAsync(Bash("true"))).Id;
            await AppearsAsync(server, id);
            Assert.Null(other.Service.DeleteForGood(id));
        }

        await WaitAsync(() => server.Service.Find(id) is null);
        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public async Task A_deleted_run_can_be_brought_back_though_another_program_starts_meanwhile()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder.Path);
        var run = await server.RunAsync(Bash("true"));
        Assert.Null(server.Service.Delete(run.Id));
        await using var other = await StartAsync(folder.Path);
        Assert.True(server.Service.Restore(run.Id));
        Assert.Equal(run.Id, Assert.Single(server.Service.Runs).Id);
        await AppearsAsync(other, run.Id);
    }

    [Fact]
    public async Task One_build_runs_at_a_time_in_a_workspace_and_the_second_says_for_what_it_waits_and_its_place()
    {
        using var folder = new TemporaryFolder();
        await using var other = await StartAsync(folder.Path);
        var first = await other.QueueAsync(Bash("echo ready; sleep 300"));
        await other.WaitForLineAsync(first.Id, "ready");
        await using var server = await StartAsync(folder.Path);
        var second = await server.QueueAsync(Bash("echo second"));
        await AppearsAsync(other, second.Id);
        // Long enough for several looks: without the lock it begins at once.
        await Task.Delay(1_500);
        Assert.Equal(RunState.Queued, server.Service.Find(second.Id)!.State);
        Assert.Equal(1, server.Service.QueuePosition(second.Id));
        Assert.Equal("waits for the build of Demo by another program", server.Service.WaitsFor(second.Id));
        await other.Service.CancelAsync(first.Id);
        Assert.Equal(RunState.Succeeded, (await server.EndAsync(second.Id)).State);
        Assert.True(server.Service.Find(second.Id)!.Started >= other.Service.Find(first.Id)!.Ended);
    }

    [Fact]
    public async Task A_build_of_another_program_can_be_cancelled()
    {
        using var folder = new TemporaryFolder();
        await using var other = await StartAsync(folder.Path);
        var run = await other.QueueAsync(Bash("echo ready; sleep 300"));
        await other.WaitForLineAsync(run.Id, "ready");
        await using var server = await StartAsync(folder.Path);
        await server.Service.CancelAsync(run.Id);
        // A program that is too busy to hear of it at once may still run when the call comes back.
        Assert.Equal((RunState.Cancelled, RunState.Cancelled), ((await server.EndAsync(run.Id)).State, other.Service.Find(run.Id)!.State));
    }

    [Fact]
    public async Task When_the_other_program_is_killed_its_build_is_interrupted_and_the_waiting_one_begins()
    {
        using var folder = new TemporaryFolder();
        using var host = await RunHostProcess.StartAsync(folder.Path, [], ["bash", "-c", "echo ready; exec sleep 300"]);
        await using var server = await StartAsync(folder.Path);
        await server.WaitForLineAsync(host.Run, "ready");
        var waiting = await server.QueueAsync(Bash("echo mine"));
        await host.CrashAsync();
        Assert.Equal(RunState.Interrupted, (await server.EndAsync(host.Run)).State);
        Assert.Equal(RunState.Succeeded, (await server.EndAsync(waiting.Id)).State);
        await server.Service.CleanUpAsync(server.Service.Find(host.Run)!);
    }

    [Fact]
    public async Task A_run_is_held_before_it_has_a_record()
    {
        using var folder = new TemporaryFolder();
        await using var build = await StartAsync(folder.Path);
        var folders = new RunFolders(folder.Path, NullLogger<RunFolders>.Instance);
        var files = Enumerable.Range(0, 2_000).Select(number => File($"rootfs/{number}", "x")).ToList();
        var isSeenBefore = false;
        // On a busy machine the record may be there before this looks: then the next run tells.
        for (var round = 0; round < 20 && !isSeenBefore; round++)
        {
            var known = Directory.GetDirectories(folder.Path);
            var queueing = Task.Run(() => build.QueueAsync(files, Bash("true")));
            string? found = null;
            await WaitAsync(() => (found = Directory.GetDirectories(folder.Path).Except(known, StringComparer.Ordinal).FirstOrDefault(path => Directory.Exists(Path.Combine(path, "bundle")))) is not null);
            Assert.True(RunId.TryParse(Path.GetFileName(found), out var id));
            var isHeld = folders.IsHeld(id);
            isSeenBefore = folders.TryRead(id) is null;
            Assert.True(isHeld || !isSeenBefore);
            await build.EndAsync((await queueing).Id);
        }

        Assert.True(isSeenBefore);
    }

    private static async Task AppearsAsync(BuildFixture build, RunId id)
    {
        await WaitAsync(() => build.Service.Find(id) is not null);
    }
}
