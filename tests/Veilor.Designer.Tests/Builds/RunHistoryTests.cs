using System.Diagnostics;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Plans;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

public sealed class RunHistoryTests
{
    private static BuildStep Boot(string script) => Bash(script, "boot-disk") with { Kind = StepKind.Boot };

    [Fact]
    public async Task The_same_files_and_commands_are_built_again()
    {
        await using var build = await StartAsync();
        var first = await build.RunAsync(
            [File("Containerfile", "FROM x\n"), File("rootfs/usr/bin/tool", "#!/bin/sh\n", isExecutable: true)],
            Bash("stat -c '%a %n' Containerfile rootfs/usr/bin/tool; cat Containerfile"));
        var again = (await build.Service.RebuildAsync(first.Id)).Run!;
        var second = await build.EndAsync(again.Id);
        Assert.Equal(RunState.Succeeded, second.State);
        Assert.Equal(build.Text(first.Id), build.Text(second.Id));
        Assert.Equal(first.Steps.Select(step => step.Step), second.Steps.Select(step => step.Step));
        Assert.Equal(first, build.Service.PreviousOf(second));
        Assert.Null(build.Service.PreviousOf(first));
    }

    [Fact]
    public async Task A_build_that_is_built_again_signs_the_digest_of_its_own_push_also_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        BuildStep push = Bash($"head -c 8 /proc/sys/kernel/random/uuid > {RunPaths.Artifacts}/{RunPaths.PushedDigest}", "push");
        BuildStep sign = Bash($"test x@\"$(cat {RunPaths.Artifacts}/{RunPaths.PushedDigest})\" = x@{RunPaths.DigestPlaceholder} && echo signed", "sign");
        BuildRun first;
        await using (var build = await StartAsync(folder.Path))
        {
            first = await build.RunAsync(push, sign);
            Assert.Equal((RunState.Succeeded, "signed"), (first.State, build.Text(first.Id)));
            Assert.DoesNotContain(RunPaths.DigestPlaceholder, first.Steps[1].Step.CommandLine, StringComparison.Ordinal);
        }

        await using var later = await StartAsync(folder.Path);
        var second = await later.EndAsync((await later.Service.RebuildAsync(first.Id)).Run!.Id);
        Assert.Equal((RunState.Succeeded, "signed"), (second.State, later.Text(second.Id)));
        Assert.NotEqual(first.Steps[1].Step, second.Steps[1].Step);
        Assert.Equal(sign, later.Service.Find(first.Id)!.Steps[1].Planned);
    }

    [Fact]
    public async Task A_boot_that_is_built_again_after_a_restart_is_watched_with_its_time_limit()
    {
        using var folder = new TemporaryFolder();
        var target = new BootTarget(BootMedium.Disk, IsGraphical: true, TimeSpan.FromSeconds(2));
        var silent = Bash("") with { Kind = StepKind.Boot, Arguments = ["-c", "sleep 60", "file=/srv/disk.qcow2,format=qcow2"], Boot = target };
        BuildRun first;
        await using (var build = await StartAsync(folder.Path))
        {
            first = await build.RunAsync(silent);
        }

        await using var later = await StartAsync(folder.Path);
        Assert.Equal(target, later.Service.Find(first.Id)!.Steps[0].Step.Boot);
        var second = await later.EndAsync((await later.Service.RebuildAsync(first.Id)).Run!.Id);
        Assert.StartsWith("Time was up after", second.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/srv/a, b.qcow2", true, BootMedium.Disk)]
    [InlineData("/srv/a.iso", false, BootMedium.Iso)]
    public async Task A_boot_that_was_recorded_without_its_target_gets_the_one_that_fits_its_command(string file, bool hasKvm, BootMedium medium)
    {
        using var folder = new TemporaryFolder();
        BuildRun run;
        await using (var build = await StartAsync(folder.Path))
        {
            run = await build.RunAsync(Bash("") with { Kind = StepKind.Boot, Arguments = ["-c", "true", .. BootCommand.Arguments(file, new BootMachine(hasKvm, 1024, 1))] });
        }

        Assert.DoesNotContain("\"boot\": {", await System.IO.File.ReadAllTextAsync(Path.Combine(folder.Path, run.Id.Value, "run.json")), StringComparison.Ordinal);
        await using var later = await StartAsync(folder.Path);
        Assert.Equal(new BootTarget(medium, IsGraphical: false, BootTarget.DefaultTimeLimit(hasKvm)), later.Service.Find(run.Id)!.Steps[0].Step.Boot);
    }

    [Fact]
    public async Task Containers_are_named_after_their_run_and_named_anew_when_it_is_built_again()
    {
        await using var build = await StartAsync();
        var step = Bash("") with { Arguments = ["-c", "echo $1", "--name", "sample-lint"], ContainerName = "sample-lint" };
        var first = await build.RunAsync(step);
        Assert.Equal(($"sample-lint-{first.Id}", $"sample-lint-{first.Id}"), (first.Steps[0].Step.ContainerName, build.Text(first.Id)));
        var second = await build.EndAsync((await build.Service.RebuildAsync(first.Id)).Run!.Id);
        Assert.Equal(($"sample-lint-{second.Id}", $"sample-lint-{second.Id}"), (second.Steps[0].Step.ContainerName, build.Text(second.Id)));
    }

    [Fact]
    public async Task A_build_that_is_built_again_is_of_the_same_design()
    {
        await using var build = await StartAsync();
        var request = new BuildRequest("demo", "Demo", [], new BuildPlan("localhost/demo:1", [Bash("true")])) { DesignId = new string('a', 64) };
        var first = await build.EndAsync((await build.Service.StartAsync(request)).Run!.Id);
        Assert.Equal(first.DesignId, (await build.Service.RebuildAsync(first.Id)).Run!.DesignId);
    }

    [Fact]
    public async Task A_deleted_build_can_be_brought_back_and_its_space_is_named()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(Bash("head -c 300000 /dev/zero > made; echo kept"));
        Assert.InRange((await build.Service.SpaceOfAsync([run]))[run.Id]!.Value, 300_000, 600_000);
        Assert.Null(build.Service.Delete(run.Id));
        Assert.Empty(build.Service.Runs);
        Assert.True(build.Service.Restore(run.Id));
        Assert.Equal(run, Assert.Single(build.Service.Runs));
        Assert.Equal("kept", build.Text(run.Id));
    }

    [Fact]
    public async Task A_deleted_build_is_gone_after_a_restart_and_a_running_one_cannot_be_deleted()
    {
        using var folder = new TemporaryFolder();
        await using (var build = await StartAsync(folder.Path))
        {
            var running = await build.QueueAsync(Bash("sleep 60"));
            Assert.Contains("cancel it first", build.Service.Delete(running.Id), StringComparison.Ordinal);
            await build.Service.CancelAsync(running.Id);
            Assert.Null(build.Service.Delete(running.Id));
        }

        await using var again = await StartAsync(folder.Path);
        Assert.Empty(again.Service.Runs);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Only_the_newest_builds_of_a_design_are_kept_when_a_person_chose_so()
    {
        using var folder = new TemporaryFolder();
        await using (var build = await StartAsync(folder.Path))
        {
            await build.RunAsync(Bash("true"));
            var second = await build.RunAsync(Bash("true"));
            var third = await build.RunAsync(Bash("true"));
            Assert.Null(build.Service.Retention.KeepForDesign);
            build.Service.Keep(new RunRetention(2));
            Assert.Equal([third.Id, second.Id], build.Service.Runs.Select(run => run.Id));
            var fourth = await build.RunAsync(Bash("true"));
            await WaitAsync(() => build.Service.Runs.Count <= 2);
            Assert.Equal([fourth.Id, third.Id], build.Service.Runs.Select(run => run.Id));
        }

        await using var again = await StartAsync(folder.Path);
        Assert.Equal(2, again.Service.Retention.KeepForDesign);
    }

    [Fact]
    public async Task Neither_a_boot_nor_a_failure_pushes_out_the_newest_build_that_succeeded()
    {
        await using var build = await StartAsync();
        var oldest = await build.RunAsync(Bash("true"));
        var built = await build.RunAsync(Bash("true"));
        var firstFailure = await build.RunAsync(Bash("false"));
        var failed = await build.RunAsync(Bash("false"));
        var firstBoot = await build.RunAsync(Boot("true"));
        var booted = await build.RunAsync(Boot("true"));
        Assert.Equal(
            new[] { oldest, firstFailure, firstBoot }.Select(run => run.Id).Order(),
            new RunRetention(1).Superfluous(build.Service.Runs).Select(run => run.Id).Order());
        build.Service.Keep(new RunRetention(1));
        Assert.Equal([booted.Id, failed.Id, built.Id], build.Service.Runs.Select(run => run.Id));
    }

    [Fact]
    public async Task A_boot_is_not_the_build_before()
    {
        await using var build = await StartAsync();
        var first = await build.RunAsync(Bash("true"));
        var boot = await build.RunAsync(Boot("true"));
        var second = await build.RunAsync(Bash("true"), Boot("true"));
        Assert.Equal((false, true, false), (first.IsBoot, boot.IsBoot, second.IsBoot));
        Assert.Equal(first, build.Service.PreviousOf(second));
        Assert.Equal(first, build.Service.PreviousOf(boot));
    }

    [Fact]
    public async Task Earlier_builds_say_how_long_one_takes()
    {
        await using var build = await StartAsync();
        var clock = Stopwatch.StartNew();
        await build.RunAsync(Bash("sleep 0.3", "one"), Bash("sleep 0.6", "two"));
        await build.RunAsync(Bash("sleep 0.3", "one"), Bash("exit 1", "two"));
        var most = clock.Elapsed.TotalSeconds;
        var run = await build.QueueAsync(Bash("sleep 0.3", "one"), Bash("sleep 300", "two"), Bash("true", "new"));
        var estimate = RunEstimate.Of(run, build.Service.Runs);
        Assert.InRange(estimate.Steps[0]!.Value.TotalSeconds, 0.3, most);
        Assert.InRange(estimate.Steps[1]!.Value.TotalSeconds, 0.6, most);
        Assert.Null(estimate.Steps[2]);
        Assert.Equal(new EstimatedTime(estimate.Steps[0]!.Value + estimate.Steps[1]!.Value, IsAtLeast: true), estimate.Total);
        Assert.True(estimate.Remaining(run, DateTimeOffset.UtcNow)!.Value.IsAtLeast);
        Assert.Null(new RunEstimate([null, null]).Total);
        await build.Service.CancelAsync(run.Id);
    }

    [Fact]
    public async Task What_is_left_of_a_run_is_what_its_steps_took_before_less_what_has_gone_by()
    {
        await using var build = await StartAsync();
        var ended = await build.RunAsync(Bash("true", "one"), Bash("true", "two"));
        var now = DateTimeOffset.UtcNow;
        var estimate = new RunEstimate([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)]);
        var running = ended with
        {
            State = RunState.Running,
            Steps = [ended.Steps[0] with { State = StepState.Running, Started = now - TimeSpan.FromSeconds(4) }, ended.Steps[1] with { State = StepState.Pending }],
        };
        Assert.Equal(new EstimatedTime(TimeSpan.FromSeconds(26), IsAtLeast: false), estimate.Remaining(running, now));
        Assert.Equal(new EstimatedTime(TimeSpan.FromSeconds(20), IsAtLeast: false), estimate.Remaining(running, now + TimeSpan.FromMinutes(1)));
        Assert.Equal(new EstimatedTime(TimeSpan.FromSeconds(30), IsAtLeast: false), estimate.Total);
        Assert.Equal(new EstimatedTime(TimeSpan.FromSeconds(20), IsAtLeast: true), new RunEstimate([null, TimeSpan.FromSeconds(20)]).Remaining(running, now));
        Assert.Null(new RunEstimate([null, null]).Remaining(running, now));
    }
}
