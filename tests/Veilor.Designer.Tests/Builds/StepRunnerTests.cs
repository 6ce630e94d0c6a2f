using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Builds.Processes;

namespace Veilor.Designer.Tests.Builds;

public sealed class StepRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunId _id = RunId.At(DateTimeOffset.UtcNow);

    private string Run => Directory.CreateDirectory(Path.Combine(_folder.Path, _id.Value)).FullName;

    private string Bundle => Directory.CreateDirectory(Path.Combine(Run, "bundle")).FullName;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_ends_by_itself_soon_after_its_step_is_left_to_do_so()
    {
        await using var build = await BuildFixture.StartAsync(time: new SlowClock(20));
        var run = await build.RunAsync(BuildFixture.Bash("(sleep 0.5; echo tidy > tidied) > /dev/null 2>&1 & echo done"));
        Assert.Equal((RunState.Succeeded, "done"), (run.State, build.Text(run.Id)));
        Assert.Equal("tidy\n", await File.ReadAllTextAsync(Path.Combine(build.Service.BundleFolderOf(run.Id), "tidied")));
    }

    [Fact]
    public async Task A_step_has_its_exit_status_and_its_last_lines_also_where_they_are_read_long_after_its_end()
    {
        var isBusy = 1;
        using var log = new LogPump(Run, TimeProvider.System, () =>
        {
            // Once, as a disk that is busy with something else: longer than the runner waits for what a child left behind may hold.
            if (Interlocked.Exchange(ref isBusy, 0) == 1)
            {
                Thread.Sleep(StepRunner.OutputGrace * 4);
            }
        });
        var outcome = await new StepRunner(_id, Bundle, log, TimeProvider.System).RunAsync(BuildFixture.Bash("sleep 1; printf first; sleep 0.5; seq 3; exit 7"), 0, CancellationToken.None);
        await log.CompleteAsync();
        Assert.Equal(new StepOutcome(7, null), outcome);
        using var lines = RunLogReader.TryOpen(Run, null)!;
        Assert.Equal(["first1", "2", "3"], lines.Read(1, 10).Select(line => line.Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_cancel_does_not_wait_for_output_that_another_program_holds_open()
    {
        using var log = new LogPump(Run, TimeProvider.System, () => { });
        using var stop = new CancellationTokenSource();
        var running = new StepRunner(_id, Bundle, log, TimeProvider.System).RunAsync(BuildFixture.Bash("echo $$ > leader; until [ -e go ]; do sleep 0.1; done"), 0, stop.Token);
        var leader = Path.Combine(Bundle, "leader");
        while (!File.Exists(leader) || (await File.ReadAllTextAsync(leader)).Length == 0)
        {
            await Task.Delay(50);
        }

        var pid = (await File.ReadAllTextAsync(leader)).Trim();
        await using (new FileStream($"/proc/{pid}/fd/1", FileMode.Open, FileAccess.Write))
        {
            await File.WriteAllTextAsync(Path.Combine(Bundle, "go"), "");
            while (Directory.Exists($"/proc/{pid}"))
            {
                await Task.Delay(50);
            }

            await stop.CancelAsync();
            // Without a cancel it waits for two minutes.
            Assert.Equal("Its processes could not be ended.", (await running.WaitAsync(TimeSpan.FromMinutes(1))).Problem);
        }

        await log.CompleteAsync();
    }
}
