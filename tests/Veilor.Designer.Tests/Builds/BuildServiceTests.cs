using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CliWrap;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Plans;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class BuildServiceTests
{
    [Fact]
    public async Task Commands_for_a_terminal_stop_at_the_first_failure_and_the_build_waits_on()
    {
        await using var build = await StartAsync();
        var good = Path.Combine(build.Folder, "may-go-on");
        var step = new BuildStep("terminal", "As root", "sudo", [], $"{RunPaths.Artifacts}/builder-finished")
        {
            Kind = StepKind.Artifact,
            TerminalCommands = [$"touch {RunPaths.Artifacts}/disk.raw", $"test -e {good}", $"touch {RunPaths.Artifacts}/builder-finished"],
        };
        var run = await build.QueueAsync(step);
        await build.WaitForLineAsync(run.Id, step.TerminalCommands[^1]);
        var commands = string.Join('\n', build.Lines(run.Id).Skip(1).Select(line => line.Text)) + "\n";
        Assert.Equal(1, await PasteAsync());
        Assert.False(System.IO.File.Exists(Path.Combine(build.Service.ArtifactsFolderOf(run.Id), "builder-finished")));
        Assert.Equal(RunState.Running, build.Service.Find(run.Id)!.State);
        await System.IO.File.WriteAllTextAsync(good, "");
        Assert.Equal(0, await PasteAsync());
        Assert.Equal(RunState.Succeeded, (await build.EndAsync(run.Id)).State);

        // Read line by line, as a terminal reads what is pasted.
        async Task<int> PasteAsync() => (await (commands | Cli.Wrap("bash").WithArguments(["-s"]).WithValidation(CommandResultValidation.None)).ExecuteAsync()).ExitCode;
    }

    [Fact]
    public async Task A_run_goes_through_its_steps_and_logs_both_streams()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("echo out; sleep 0.1; echo err >&2", "one"), Bash("echo two", "two"));
        Assert.Equal(RunState.Succeeded, run.State);
        Assert.All(run.Steps, step => Assert.Equal((StepState.Succeeded, 0), (step.State, step.ExitStatus)));
        Assert.Equal(
            [(1L, LogStream.Output, 0, "out"), (2L, LogStream.Error, 0, "err"), (3L, LogStream.Output, 1, "two")],
            build.Lines(run.Id).Select(line => (line.Number, line.Stream, line.Step, line.Text)));
        Assert.Equal(3, run.Steps[1].FirstLogLine);
        Assert.True(run.Started <= run.Steps[0].Started && run.Steps[1].Ended <= run.Ended);
    }

    [Fact]
    public async Task A_machine_that_does_not_come_up_keeps_no_other_from_being_tried_but_nothing_is_published()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(
            Bash("exit 3", "boot-disk") with { Kind = StepKind.Boot }, Bash("echo tried", "boot-iso") with { Kind = StepKind.Boot }, Bash("echo pushed", "push"));
        Assert.Equal((RunState.Failed, "The step 'Run boot-disk' ended with status 3."), (run.State, run.Reason));
        Assert.Equal([StepState.Failed, StepState.Succeeded, StepState.Skipped], run.Steps.Select(step => step.State));
        Assert.Equal("tried", build.Text(run.Id));
    }

    [Fact]
    public async Task The_bundle_has_its_modes_whatever_the_umask()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(
            [File("Containerfile", "FROM x\n"), File("rootfs/usr/bin/tool", "#!/bin/sh\n", isExecutable: true)],
            Bash("stat -c '%a %n' Containerfile rootfs rootfs/usr/bin rootfs/usr/bin/tool; cat Containerfile"));
        Assert.Equal("644 Containerfile\n755 rootfs\n755 rootfs/usr/bin\n755 rootfs/usr/bin/tool\nFROM x", build.Text(run.Id));
    }

    [Fact]
    public async Task A_bundle_path_that_leaves_the_bundle_is_refused()
    {
        await using var build = await StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => build.RunAsync([File("../evil", "")], Bash("true")));
    }

    [Fact]
    public async Task A_failure_shows_at_its_step_with_its_line_and_skips_the_rest()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(
            Bash("echo fine", "one"),
            Bash("echo working; echo 'No match for argument: nosuch' >&2; sleep 0.1; echo more >&2; exit 3", "two"),
            Bash("echo never", "three"));
        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal([StepState.Succeeded, StepState.Failed, StepState.Skipped], run.Steps.Select(step => step.State));
        Assert.Equal(3, run.Steps[1].ExitStatus);
        Assert.Equal("No match for argument: nosuch", run.Steps[1].FailureText);
        Assert.Equal(run.Steps[1].FailureText, build.Lines(run.Id)[(int)run.Steps[1].FailureLogLine!.Value - 1].Text);
        Assert.Equal("The step 'Run two' ended with status 3.", run.Reason);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_said_in_words()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("true") with { Command = "no-such-program" });
        Assert.Equal("no-such-program is not installed: it was not found on PATH.", run.Reason);
    }

    [Fact]
    public async Task One_build_runs_and_the_others_wait_in_order()
    {
        await using var build = await StartAsync();
        var first = await build.QueueAsync(Bash("sleep 300"));
        var second = await build.QueueAsync(Bash("echo second"));
        var third = await build.QueueAsync(Bash("echo third"));
        await build.WaitAsync(first.Id, run => run.State == RunState.Running);
        Assert.Equal((null, 1, 2), (build.Service.QueuePosition(first.Id), build.Service.QueuePosition(second.Id), build.Service.QueuePosition(third.Id)));
        await build.Service.CancelAsync(second.Id);
        Assert.Equal(RunState.Cancelled, build.Service.Find(second.Id)!.State);
        Assert.Equal(1, build.Service.QueuePosition(third.Id));
        await build.Service.CancelAsync(first.Id);
        Assert.Equal(RunState.Succeeded, (await build.EndAsync(third.Id)).State);
        Assert.Equal([third.Id, second.Id, first.Id], build.Service.Runs.Select(run => run.Id));
    }

    [Fact]
    public async Task Subscribers_hear_of_changes_until_they_dispose_the_token_and_once_in_an_interval_at_most()
    {
        await using var build = await StartAsync();
        var run = await build.QueueAsync(Bash("while :; do echo more; sleep 0.01; done"));
        int calls = 0, rounds = 0;
        var clock = Stopwatch.StartNew();
        var token = build.Service.Subscribe(run.Id, () => Interlocked.Increment(ref calls));
        using var witness = build.Service.Subscribe(run.Id, () => Interlocked.Increment(ref rounds));
        await WaitAsync(() => Volatile.Read(ref calls) >= 5);
        Assert.InRange(calls, 5, (int)(clock.Elapsed / ChangeSignal.Interval) + 2);
        token.Dispose();
        var (last, seen) = (Volatile.Read(ref calls), Volatile.Read(ref rounds));
        await WaitAsync(() => Volatile.Read(ref rounds) >= seen + 5);
        // A round that was under way may still have called it.
        Assert.InRange(calls, last, last + 1);
        await build.Service.CancelAsync(run.Id);
    }

    [Fact]
    public async Task A_known_failure_is_told_while_its_step_runs_and_taken_back_when_the_step_succeeds()
    {
        await using var build = await StartAsync();
        var go = Path.Combine(build.Folder, "go");
        var run = await build.QueueAsync(Bash($"echo 'No match for argument: htpo'; until [ -e '{go}' ]; do sleep 0.05; done"));
        var step = (await build.WaitAsync(run.Id, now => now.Steps[0].Explanation is not null)).Steps[0];
        Assert.Equal(StepState.Running, step.State);
        Assert.Equal("package-not-found", step.Explanation!.Id);
        Assert.Equal(1, step.Explanation.Line);
        await System.IO.File.WriteAllTextAsync(go, "");
        var ended = await build.EndAsync(run.Id);
        Assert.Equal(RunState.Succeeded, ended.State);
        Assert.Null(ended.Steps[0].Explanation);
    }

    [Fact]
    public async Task A_known_failure_is_told_also_when_thousands_of_lines_come_with_it()
    {
        await using var build = await StartAsync();
        var run = await build.QueueAsync(Bash("{ echo 'No match for argument: htpo'; seq 5000; } > all; cat all; exec sleep 300"));
        Assert.Equal(1, (await build.WaitAsync(run.Id, now => now.Steps[0].Explanation is not null)).Steps[0].Explanation!.Line);
        await build.Service.CancelAsync(run.Id);
    }

    [Fact]
    public async Task Each_line_is_announced_before_the_next_is_there()
    {
        await using var build = await StartAsync();
        var go = Path.Combine(build.Folder, "go");
        var run = await build.QueueAsync(Bash($"until [ -e '{go}0' ]; do sleep 0.05; done; for i in 1 2 3 4 5; do echo $i; until [ -e '{go}'$i ]; do sleep 0.05; done; done"));
        using var token = build.Service.Subscribe(run.Id, () =>
        {
            var seen = build.Lines(run.Id).Count;
            System.IO.File.WriteAllText(go + seen.ToString(CultureInfo.InvariantCulture), "");
        });
        await System.IO.File.WriteAllTextAsync(go + "0", "");
        Assert.Equal(RunState.Succeeded, (await build.EndAsync(run.Id)).State);
        Assert.Equal("1\n2\n3\n4\n5", build.Text(run.Id));
    }

    [Fact]
    public async Task History_is_read_from_disk_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        BuildRun before;
        await using (var build = await StartAsync(folder.Path))
        {
            before = await build.RunAsync(Bash("echo kept; exit 1"));
        }

        await using var again = await StartAsync(folder.Path);
        Assert.Equal(before, Assert.Single(again.Service.Runs));
        Assert.Equal("kept", again.Text(before.Id));
    }

    [Fact]
    public async Task A_run_that_was_under_way_when_the_server_died_is_interrupted_and_its_log_whole()
    {
        using var folder = new TemporaryFolder();
        var crashed = await StartAsync(folder.Path);
        var run = await crashed.QueueAsync(Bash("echo one; echo two; sleep 300"), Bash("true"));
        await crashed.WaitForLineAsync(run.Id, "two");
        var runFolder = Path.Combine(folder.Path, run.Id.Value);
        using var copy = new TemporaryFolder();
        var target = Directory.CreateDirectory(Path.Combine(copy.Path, run.Id.Value)).FullName;
        foreach (var file in Directory.GetFiles(runFolder).Where(file => Path.GetFileName(file) != "owner"))
        {
            System.IO.File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        System.IO.File.AppendAllText(LogFiles.TextPath(target), "three\nhalf");
        System.IO.File.AppendAllText(LogFiles.IndexPath(target), "torn");
        var died = DateTimeOffset.UtcNow.AddDays(-2);
        Array.ForEach(Directory.GetFiles(target), file => System.IO.File.SetLastWriteTimeUtc(file, died.AddHours(-1).UtcDateTime));
        System.IO.File.SetLastWriteTimeUtc(LogFiles.TextPath(target), died.UtcDateTime);
        var record = Path.Combine(target, "run.json");
        var json = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(record))!;
        json["created"] = died.AddHours(-3);
        json["started"] = died.AddHours(-2);
        await System.IO.File.WriteAllTextAsync(record, json.ToJsonString());
        System.IO.File.SetLastWriteTimeUtc(record, died.AddHours(-1).UtcDateTime);
        await crashed.DisposeAsync();
        await using var again = await StartAsync(copy.Path);
        var found = Assert.Single(again.Service.Runs);
        Assert.Equal(RunState.Interrupted, found.State);
        Assert.Equal(TimeSpan.FromHours(2), found.Elapsed(DateTimeOffset.UtcNow));
        Assert.Equal([StepState.Interrupted, StepState.Skipped], found.Steps.Select(step => step.State));
        Assert.Equal(["one", "two", "three", "half"], again.Lines(run.Id).Select(line => line.Text), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData($"echo x > {RunPaths.Artifacts}/manifest-qcow2.json")]
    public async Task A_builder_that_ends_well_and_has_made_no_file_has_failed(string script)
    {
        await using var build = await StartAsync();
        var builder = Bash(script, "qcow2") with { Kind = StepKind.Artifact };
        var run = await build.RunAsync(Bash($"mkdir {RunPaths.Artifacts}/raw; echo x > {RunPaths.Artifacts}/raw/disk.raw", "raw") with { Kind = StepKind.Artifact }, builder);
        Assert.Equal([StepState.Succeeded, StepState.Failed], run.Steps.Select(step => step.State));
        Assert.Contains("has made no file", run.Reason, StringComparison.Ordinal);
        Assert.Equal((0, run.Reason), (run.Steps[1].ExitStatus, run.Steps[1].FailureText));
    }

    [Fact]
    public async Task What_was_printed_before_the_heading_of_the_last_instruction_is_not_its_failure_also_in_a_build_of_several_stages()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("echo '[1/2] STEP 2/2: RUN a'; echo 'error: passed over'; echo '[2/2] STEP 2/2: RUN b'; echo 'fatal: it broke'; exit 1"));
        Assert.Equal("fatal: it broke (in [2/2] STEP 2/2: RUN b)", run.Steps[0].FailureText);
    }

    [Fact]
    public async Task Stopping_the_server_interrupts_the_run_and_those_that_wait()
    {
        using var folder = new TemporaryFolder();
        RunId running, waiting;
        await using (var build = await StartAsync(folder.Path))
        {
            running = (await build.QueueAsync(Bash("sleep 300"))).Id;
            waiting = (await build.QueueAsync(Bash("true"))).Id;
            await build.WaitAsync(running, run => run.State == RunState.Running);
        }

        await using var again = await StartAsync(folder.Path);
        Assert.Equal(RunState.Interrupted, again.Service.Find(running)!.State);
        Assert.Equal(RunState.Interrupted, again.Service.Find(waiting)!.State);
    }

    [Fact]
    public async Task A_folder_that_holds_no_run_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        var broken = Directory.CreateDirectory(Path.Combine(folder.Path, "20250101-000000-000"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(broken.FullName, "run.json"), "{ \"format\": 1, ");
        Directory.CreateDirectory(Path.Combine(folder.Path, "notes"));
        await using var build = await StartAsync(folder.Path);
        Assert.Empty(build.Service.Runs);
        Assert.Equal("{ \"format\": 1, ", await System.IO.File.ReadAllTextAsync(Path.Combine(broken.FullName, "run.json")));
    }

    [Fact]
    public void Run_ids_sort_by_time_and_nothing_else_is_an_id()
    {
        var moment = new DateTimeOffset(2026, 12, 31, 23, 59, 59, 999, TimeSpan.Zero);
        var id = RunId.At(moment);
        Assert.Equal("20261231-235959-999", id.Value);
        Assert.Equal("20270101-000000-000", id.Next().Value);
        Assert.True(id < id.Next());
        Assert.True(RunId.TryParse(id.Value, out var parsed) && parsed == id);
        Assert.All(["", "..", "20261231-235959-999/..", "20261331-235959-999", null], text => Assert.False(RunId.TryParse(text, out _)));
    }
}
