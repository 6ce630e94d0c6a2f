using System.Text.Json;
using Veilor.Designer.Builds;
using Veilor.Designer.Tests.Builds;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>The real program beside a server that builds in the same workspace.</summary>
public sealed class RunsCommandTests : IDisposable
{
    private readonly TemporaryFolder _workspace = new();

    public void Dispose() => _workspace.Dispose();

    private string Runs => Path.Combine(_workspace.Path, "runs");

    private Task<ProcessOutcome> RunsAsync(params string[] arguments) => DesignerProcess.RunAsync(["runs", .. arguments, "--workspace", _workspace.Path]);

    [Fact]
    public async Task Builds_are_listed_newest_first_with_what_they_wait_for()
    {
        await using var server = await StartAsync(Runs);
        var failed = await server.RunAsync(Bash("exit 3"));
        var running = await server.QueueAsync(Bash("echo ready; sleep 300"));
        await server.WaitForLineAsync(running.Id, "ready");
        var waiting = await server.QueueAsync(Bash("true"));
        var list = await RunsAsync("list");
        Assert.Equal(0, list.ExitCode);
        Assert.Collection(
            list.OutputLines,
            line => Assert.Matches($@"^{waiting.Id}  Queued .*Demo  localhost/demo:1  \(place 1 in the queue, waits for the build of Demo by another program, by another program\)$", line),
            line => Assert.Matches($@"^{running.Id}  Running .*\(by another program\)$", line),
            line => Assert.Matches($@"^{failed.Id}  Failed +0\.\d s  Demo  localhost/demo:1$", line));
        using var json = JsonDocument.Parse((await RunsAsync("list", "--format", "json", "--design", "demo")).Output);
        Assert.Equal(["queued", "running", "failed"], json.RootElement.EnumerateArray().Select(run => run.GetProperty("state").GetString()!), StringComparer.Ordinal);
        Assert.Empty((await RunsAsync("list", "--design", "other")).OutputLines);

        Assert.Equal(0, (await RunsAsync("cancel", waiting.Id.Value)).ExitCode);
        var cancelled = await RunsAsync("cancel", running.Id.Value);
        Assert.Equal((0, "Cancelled."), (cancelled.ExitCode, cancelled.Error.Trim()));
        Assert.Equal(RunState.Cancelled, server.Service.Find(running.Id)!.State);
        Assert.Equal(1, (await RunsAsync("cancel", running.Id.Value)).ExitCode);
    }

    [Fact]
    public async Task All_of_a_build_is_shown_its_log_printed_and_it_is_deleted()
    {
        await using var server = await StartAsync(Runs);
        var run = await server.RunAsync(
            Bash("echo one > ../artifacts/one; echo hello", "one"), Bash("echo 'No match for argument: htpo' >&2; exit 7", "two"));
        var show = await RunsAsync("show", "last");
        Assert.Equal(0, show.ExitCode);
        Assert.Equal("Demo: Failed. The step 'Run two' ended with status 7.", show.OutputLines[0]);
        Assert.Contains(show.OutputLines, line => line.StartsWith("step    Succeeded", StringComparison.Ordinal) && line.EndsWith("Run one", StringComparison.Ordinal));
        Assert.Contains(show.OutputLines, line => line.StartsWith("step    Failed", StringComparison.Ordinal) && line.EndsWith("Run two, exit status 7", StringComparison.Ordinal));
        Assert.Contains(show.OutputLines, line => line.Contains("what to do: Did you mean htop", StringComparison.Ordinal));
        Assert.Contains(show.OutputLines, line => line.StartsWith("file    one  4 bytes  as it was built  ", StringComparison.Ordinal));
        Assert.Contains(show.OutputLines, line => line.StartsWith("file    SHA256SUMS ", StringComparison.Ordinal) && line.Contains("  the checksums themselves", StringComparison.Ordinal));
        var log = await RunsAsync("log", run.Id.Value);
        Assert.Equal(["hello", "No match for argument: htpo"], log.OutputLines, StringComparer.Ordinal);

        var deleted = await RunsAsync("delete", run.Id.Value);
        Assert.Equal(0, deleted.ExitCode);
        Assert.Matches(@"^Deleted; [\d.]+ KiB are free again\.", deleted.Error);
        Assert.False(Directory.Exists(Path.Combine(Runs, run.Id.Value)));
        await WaitAsync(() => server.Service.Find(run.Id) is null);
    }

    [Fact]
    [Trait("Needs", "containers")]
    public async Task A_build_is_repeated_with_its_own_files_and_followed()
    {
        await using var server = await StartAsync(Runs);
        await server.RunAsync([File("what", "then\n")], Bash("cat what"));
        var again = await RunsAsync("again", "last");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal("then", again.OutputLines[0]);
        await WaitAsync(() => server.Service.Runs is [{ State: RunState.Succeeded }, { State: RunState.Succeeded }]);
    }

    [Fact]
    public async Task What_an_interrupted_build_has_left_is_shown_and_cleaned_up()
    {
        RunId id;
        using (var host = await RunHostProcess.StartAsync(Runs, [], ["bash", "-c", "setsid bash -c 'trap \"\" INT TERM; echo ready; sleep 306; sleep 306'"]))
        {
            id = host.Run;
            var log = Path.Combine(Runs, id.Value, "log.txt");
            await WaitAsync(() => System.IO.File.Exists(log) && System.IO.File.ReadAllText(log).Contains("ready", StringComparison.Ordinal));
            await host.CrashAsync();
        }

        var show = await RunsAsync("show", id.Value);
        Assert.StartsWith("Demo: Interrupted.", show.OutputLines[0], StringComparison.Ordinal);
        Assert.Contains(show.OutputLines, line => line.StartsWith("left    process ", StringComparison.Ordinal) && line.EndsWith(": sleep", StringComparison.Ordinal));
        var cleaned = await RunsAsync("clean-up", id.Value);
        Assert.Equal((0, "Nothing of it is left on this machine."), (cleaned.ExitCode, cleaned.Error.Trim()));
        Assert.DoesNotContain((await RunsAsync("show", id.Value)).OutputLines, line => line.StartsWith("left ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_build_that_is_not_there_is_a_wrong_argument()
    {
        var outcome = await RunsAsync("show", "20200101-000000-000");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("veilor-designer runs list", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunsAsync("delete", "last")).ExitCode);
        Assert.Equal("Nothing has been built in this workspace.", (await RunsAsync("list")).Error.Trim());
    }
}
