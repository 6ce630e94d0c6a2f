using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Builds.Processes;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Tests.Builds.BuildFixture;

namespace Veilor.Designer.Tests.Builds;

[Trait("Needs", "containers")]
public sealed class PodmanBuildTests(PodmanFixture podman) : IClassFixture<PodmanFixture>
{
    [Fact]
    public async Task Podman_builds_exactly_the_bundle()
    {
        const string Reference = "localhost/veilor-designer-test-scratch:1";
        await using var build = await StartAsync();
        var plan = BuildPlanner.ContainerBuild(Reference, [new BuildArgument("GREETING", "it's a \"word\" or $two")]);
        var run = await build.RunAsync(
            [
                File("Containerfile", $"FROM {PodmanFixture.Base}\nARG GREETING\nCOPY rootfs/ /\nRUN echo \"$GREETING\" && ls -l /etc/hostname /opt/tool\n"),
                File("rootfs/etc/hostname", "demo\n"),
                File("rootfs/opt/tool", "#!/bin/sh\n", isExecutable: true),
            ],
            [.. plan.Steps]);
        Assert.True(run.State == RunState.Succeeded, build.Text(run.Id));
        Assert.Contains("it's a \"word\" or $two", build.Text(run.Id), StringComparison.Ordinal);
        Assert.Matches(@"-rw-r--r--.*/etc/hostname\n-rwxr-xr-x.*/opt/tool", build.Text(run.Id));
        Assert.Contains(Reference, await podman.PodmanAsync("images", "--format", "{{.Repository}}:{{.Tag}}"), StringComparison.Ordinal);
        await podman.PodmanAsync("rmi", "--force", Reference);
    }

    [Fact]
    public async Task A_secret_is_read_in_its_step_and_is_in_no_layer_no_log_and_no_record()
    {
        const string Reference = "localhost/veilor-designer-test-secret:1";
        const string Variable = "VEILOR_TEST_BUILD_SECRET";
        const string FromFile = "canary-of-the-file";
        const string FromVariable = "canary-of-the-variable";
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a token");
        await System.IO.File.WriteAllTextAsync(file, FromFile);
        Environment.SetEnvironmentVariable(Variable, FromVariable);
        await using var build = await StartAsync();
        BuildSecret[] secrets =
        [
            new() { Id = SecretId.Parse("token"), From = SecretSource.Parse(file) },
            new() { Id = SecretId.Parse("other"), From = SecretSource.Parse(Variable), Place = SecretPlace.Parse("/etc/own/other") },
        ];
        var run = await build.RunAsync(
            [
                File("Containerfile", $"FROM {PodmanFixture.Base}\nRUN --mount=type=secret,id=token,required=true \\\n    --mount=type=secret,id=other,required=true,target=/etc/own/other \\\n    /bin/busybox sha256sum /run/secrets/token /etc/own/other && ls -ln /run/secrets/token\nRUN ls /run/secrets /etc/own\n"),
            ],
            [.. BuildPlanner.ContainerBuild(Reference, secrets: secrets).Steps]);
        Environment.SetEnvironmentVariable(Variable, null);

        var log = build.Text(run.Id);
        Assert.True(run.State == RunState.Succeeded, log);
        Assert.Contains(Digest(FromFile) + "  /run/secrets/token", log, StringComparison.Ordinal);
        Assert.Contains(Digest(FromVariable) + "  /etc/own/other", log, StringComparison.Ordinal);
        Assert.Contains("-r--------", log, StringComparison.Ordinal);
        var archive = Path.Combine(folder.Path, "image.tar");
        await podman.PodmanAsync("save", "--format", "docker-archive", "--output", archive, Reference);
        await podman.PodmanAsync("rmi", "--force", Reference);
        var image = await System.IO.File.ReadAllBytesAsync(archive);
        Assert.True(image.AsSpan().IndexOf("sha256sum /run/secrets/token"u8) >= 0, "the archive is not searched as it is: its layers are packed");
        Assert.All(new[] { FromFile, FromVariable }, canary =>
        {
            Assert.True(image.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) < 0, "a layer or the history holds the secret");
            Assert.All(
                Directory.GetFiles(Path.GetDirectoryName(build.Service.BundleFolderOf(run.Id))!, "*", SearchOption.AllDirectories),
                path => Assert.True(System.IO.File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) < 0, path));
        });
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_failing_instruction_shows_at_its_step_with_its_line()
    {
        await using var build = await StartAsync();
        var run = await build.RunAsync(
            [File("Containerfile", $"FROM {PodmanFixture.Base}\nRUN echo 'error: not this one'\nRUN echo working; cat /no/such/file\n")],
            [.. BuildPlanner.ContainerBuild("localhost/veilor-designer-test-fails:1").Steps]);
        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal("cat: can't open '/no/such/file': No such file or directory", run.Steps[0].FailureText);
        Assert.Equal(run.Steps[0].FailureText, build.Lines(run.Id)[(int)run.Steps[0].FailureLogLine!.Value - 1].Text);
        Assert.NotEqual(0, run.Steps[0].ExitStatus);
    }

    [Fact]
    public async Task A_cancelled_build_leaves_no_process_and_no_working_container()
    {
        await using var build = await StartAsync();
        var before = await podman.ContainersAsync();
        var run = await build.QueueAsync(
            [File("Containerfile", $"FROM {PodmanFixture.Base}\nRUN trap '' INT TERM; echo ready; sleep 300; sleep 300\n")],
            [.. BuildPlanner.ContainerBuild("localhost/veilor-designer-test-cancelled:1").Steps]);
        await build.WaitForLineAsync(run.Id, "ready");
        var alive = new RunProcesses(run.Id).Refresh();
        Assert.Contains(alive, process => process.Name is "sleep" or "sh");
        await build.Service.CancelAsync(run.Id).WaitAsync(Patience.Time);
        // One that has ended may still wait for its parent, which may be the machine's first process.
        Assert.All(alive, process => Assert.False(ProcFileSystem.IsAlive(process.Identity)));
        Assert.Equal(RunState.Cancelled, build.Service.Find(run.Id)!.State);
        var notes = build.Lines(run.Id).Where(line => line.Stream == LogStream.Note).Select(line => line.Text).ToList();
        Assert.Contains(notes, note => note.StartsWith("SIGINT to ", StringComparison.Ordinal));
        Assert.Equal(before.Order(StringComparer.Ordinal), (await podman.ContainersAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_working_container_of_another_program_survives_the_cancel_and_is_named_with_its_command()
    {
        await using var build = await StartAsync();
        var before = await podman.ContainersAsync();
        var run = await build.QueueAsync(
            [File("Containerfile", $"FROM {PodmanFixture.Base}\nRUN echo ready; sleep 300; sleep 300\n")],
            [.. BuildPlanner.ContainerBuild("localhost/veilor-designer-test-stranger:1").Steps]);
        await build.WaitForLineAsync(run.Id, "ready");
        var stranger = await WorkingContainerAsync();
        try
        {
            await build.Service.CancelAsync(run.Id);
            Assert.Equal(before.Append(stranger[..12]).Order(StringComparer.Ordinal), (await podman.ContainersAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.Contains(build.Lines(run.Id), line => line.Stream == LogStream.Note && line.Text.EndsWith($"podman rm --force {stranger}", StringComparison.Ordinal));
        }
        finally
        {
            await podman.PodmanAsync("rm", "--force", stranger);
        }
    }

    [Fact]
    public async Task A_cancelled_build_from_scratch_leaves_no_working_container()
    {
        await using var build = await StartAsync();
        var before = await podman.ContainersAsync();
        var run = await build.QueueAsync(
            [File("Containerfile", $"FROM {PodmanFixture.Base} AS tools\nFROM scratch\nCOPY --from=tools / /\nRUN echo ready; sleep 304; sleep 304\n")],
            [.. BuildPlanner.ContainerBuild("localhost/veilor-designer-test-scratch:1").Steps]);
        await build.WaitForLineAsync(run.Id, "ready");
        Assert.NotEqual(before.Length, (await podman.ContainersAsync()).Length);
        await build.Service.CancelAsync(run.Id);
        Assert.Equal(before.Order(StringComparer.Ordinal), (await podman.ContainersAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_mark_of_a_run_leaves_the_layer_cache_as_it_is()
    {
        const string Reference = "localhost/veilor-designer-test-mark:1";
        await using var build = await StartAsync();
        List<string> images = [];
        for (var round = 0; round < 2; round++)
        {
            await build.RunAsync([File("Containerfile", $"FROM {PodmanFixture.Base}\nRUN echo once\n")], [.. BuildPlanner.ContainerBuild(Reference).Steps]);
            images.Add(await podman.PodmanAsync("images", "--no-trunc", "--quiet", Reference));
        }

        Assert.Equal(images[0], images[1]);
        Assert.DoesNotContain("veilor-run", await podman.PodmanAsync("inspect", Reference), StringComparison.Ordinal);
        await podman.PodmanAsync("rmi", "--force", Reference);
    }

    [Fact]
    public async Task A_cancelled_step_with_a_named_container_removes_it()
    {
        await using var build = await StartAsync();
        const string Name = "veilor-designer-test-named";
        var step = new BuildStep("run", "Run", "podman", ["run", "--name", Name, PodmanFixture.Base, "sh", "-c", "trap '' INT TERM; echo ready; sleep 300"], "nothing")
        {
            ContainerName = Name,
        };
        var run = await build.QueueAsync(step);
        await build.WaitForLineAsync(run.Id, "ready");
        await build.Service.CancelAsync(run.Id).WaitAsync(Patience.Time);
        Assert.DoesNotContain(Name, await podman.PodmanAsync("ps", "--all", "--format", "{{.Names}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_build_reaches_a_child_that_left_its_group_inside_the_container()
    {
        await using var build = await StartAsync();
        var before = await podman.ContainersAsync();
        var run = await build.QueueAsync(
            [File("Containerfile", $"FROM {PodmanFixture.Base}\nRUN busybox setsid sh -c \"trap '' INT TERM HUP; echo ready; sleep 301; sleep 301\" & sleep 302\n")],
            [.. BuildPlanner.ContainerBuild("localhost/veilor-designer-test-left:1").Steps]);
        await build.WaitForLineAsync(run.Id, "ready");
        var alive = new RunProcesses(run.Id).Refresh();
        await build.Service.CancelAsync(run.Id).WaitAsync(Patience.Time);
        Assert.All(alive, process => Assert.False(ProcFileSystem.IsAlive(process.Identity)));
        Assert.Equal(before.Order(StringComparer.Ordinal), (await podman.ContainersAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task After_kill_9_of_the_server_the_processes_and_containers_of_a_build_are_found_and_removed()
    {
        using var folder = new TemporaryFolder();
        var before = await podman.ContainersAsync();
        RunId id;
        using (var host = await RunHostProcess.StartAsync(
            folder.Path,
            [("Containerfile", $"FROM {PodmanFixture.Base}\nRUN trap '' INT TERM HUP PIPE; echo ready; sleep 303; sleep 303\n")],
            ["podman", "build", "--tag", "localhost/veilor-designer-test-crash:1", "."]))
        {
            id = host.Run;
            await WaitAsync(() => RunTrace.Read(Path.Combine(folder.Path, id.Value))?.Processes.Any(process => ProcFileSystem.ReadArguments(process.Id).Contains("303", StringComparer.Ordinal)) is true);
            await host.CrashAsync();
        }

        await using var build = await StartAsync(folder.Path);
        var run = build.Service.Find(id)!;
        Assert.Equal(RunState.Interrupted, run.State);
        var stranger = await WorkingContainerAsync();
        try
        {
            var left = await build.Service.FindLeftoversAsync(run);
            Assert.Contains(left.Processes, process => process.Name == "sleep");
            Assert.NotEmpty(left.Containers);
            Assert.DoesNotContain(left.Containers, container => container.Id == stranger);
            Assert.Contains(left.Unproven, container => container.Id == stranger);
            Assert.True((await build.Service.CleanUpAsync(run)).IsEmpty);
            Assert.Equal(before.Append(stranger[..12]).Order(StringComparer.Ordinal), (await podman.ContainersAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
        finally
        {
            await podman.PodmanAsync("rm", "--force", stranger);
        }
    }

    [Fact]
    public async Task The_container_of_one_run_is_not_taken_for_that_of_another()
    {
        await using var build = await StartAsync();
        const string Name = "veilor-designer-test-two-runs";
        var other = $"{Name}-20000101-000000-000";
        await podman.PodmanAsync("run", "--detach", "--name", other, PodmanFixture.Base, "sleep", "300");
        try
        {
            var step = new BuildStep("run", "Run", "podman", ["run", "--rm", "--name", Name, PodmanFixture.Base, "sh", "-c", "trap '' INT TERM; echo ready; sleep 300"], "nothing")
            {
                ContainerName = Name,
            };
            var run = await build.QueueAsync(step);
            await build.WaitForLineAsync(run.Id, "ready");
            Assert.Contains($"{Name}-{run.Id}", await podman.PodmanAsync("ps", "--format", "{{.Names}}"), StringComparison.Ordinal);
            await build.Service.CancelAsync(run.Id);
            var left = (await podman.PodmanAsync("ps", "--all", "--format", "{{.Names}}")).Split('\n').Where(name => name.StartsWith(Name, StringComparison.Ordinal));
            Assert.Equal([other], left);
        }
        finally
        {
            await podman.PodmanAsync("rm", "--force", "--time", "0", other);
        }
    }

    [Fact]
    public async Task Cleaning_up_after_a_run_leaves_the_container_of_that_name_to_the_run_that_lives()
    {
        using var folder = new TemporaryFolder();
        const string Name = "veilor-designer-test-shared";
        var step = new BuildStep("run", "Run", "podman", ["run", "--rm", "--name", Name, PodmanFixture.Base, "sh", "-c", "echo ready; sleep 300"], "nothing")
        {
            ContainerName = Name,
        };
        RunId interrupted;
        await using (var build = await StartAsync(folder.Path))
        {
            interrupted = (await build.QueueAsync(step)).Id;
            await build.WaitForLineAsync(interrupted, "ready");
        }

        await using var again = await StartAsync(folder.Path);
        var living = await again.QueueAsync(step);
        await again.WaitForLineAsync(living.Id, "ready");
        var run = again.Service.Find(interrupted)!;
        Assert.Equal(RunState.Interrupted, run.State);
        Assert.True((await again.Service.FindLeftoversAsync(run)).IsEmpty);
        await again.Service.CleanUpAsync(run);
        Assert.Contains(Name, await podman.PodmanAsync("ps", "--format", "{{.Names}}"), StringComparison.Ordinal);
        await again.Service.CancelAsync(living.Id);
    }

    /// <summary>A working container as a person makes one by hand; the command that made it has ended.</summary>
    private static async Task<string> WorkingContainerAsync()
    {
        var name = (await Cli.Wrap("buildah").WithArguments(["from", PodmanFixture.Base]).ExecuteBufferedAsync()).StandardOutput.Trim();
        return (await Cli.Wrap("buildah").WithArguments(["inspect", "--type", "container", "--format", "{{.ContainerID}}", name]).ExecuteBufferedAsync()).StandardOutput.Trim();
    }

    [Fact]
    public async Task The_probe_names_the_version()
    {
        var status = await new PodmanProbe().ProbeAsync();
        Assert.True(status.IsAvailable, status.Problem);
        Assert.Matches(@"^\d+\.\d+\.\d+", status.Version);
    }

    [Theory]
    [InlineData("ID=debian\nVERSION_ID=\"12\"\n", "sudo apt-get install -y podman")]
    [InlineData("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "sudo apt-get install -y podman")]
    [InlineData("ID=fedora\n", "sudo dnf install -y podman")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "sudo dnf install -y podman")]
    [InlineData("ID=fedora\nOSTREE_VERSION='43.20251120.0'\n", "sudo rpm-ostree install podman")]
    [InlineData("ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n", "sudo zypper install -y podman")]
    [InlineData("ID=arch\n", "sudo pacman -S --needed podman")]
    [InlineData("# nothing known\nID=plan9\n", null)]
    public async Task Without_podman_the_probe_names_the_command_that_installs_it(string osRelease, string? expected)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "os-release");
        await System.IO.File.WriteAllTextAsync(path, osRelease);
        var status = await new PodmanProbe("no-such-podman", path).ProbeAsync();
        Assert.False(status.IsAvailable);
        Assert.Equal(expected, status.InstallCommand);
    }

    [Fact]
    public async Task A_copied_command_reads_back_as_the_same_arguments()
    {
        string[] arguments = ["build", "", "a b", "it's", "$HOME", "`id`", "a\nb", "*", "~", "--tag=x:1", "ü", "\\", "!"];
        var shown = ShellCommandLine.Format("printf", ["%s\\0", .. arguments]);
        var result = await CliWrap.Buffered.BufferedCommandExtensions.ExecuteBufferedAsync(CliWrap.Cli.Wrap("sh").WithArguments(["-c", shown]));
        Assert.Equal(string.Concat(arguments.Select(argument => argument + "\0")), result.StandardOutput);
    }
}
