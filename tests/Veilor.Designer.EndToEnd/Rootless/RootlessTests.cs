using System.Collections.Concurrent;
using System.Globalization;
using Veilor.Designer.EndToEnd.Containers;

namespace Veilor.Designer.EndToEnd.Rootless;

/// <summary>
/// A disk image from a build without root: the image is in the user's storage, and the builder reads root's alone. A real unprivileged user,
/// real sudo, two real storages; the builder is the stand-in.
/// </summary>
[Collection(PodmanCollection.Name)]
public sealed class RootlessTests(PodmanEnvironment podman)
{
    private static readonly string[] Disk = ["--type", "qcow2", "--no-lint", "--no-smoke"];

    [Fact]
    public async Task With_a_sudo_that_asks_for_no_password_the_image_goes_over_and_the_results_come_back()
    {
        await using var machine = await PersonalMachine.StartAsync(podman, asksForPassword: false);
        var output = new ConcurrentQueue<string>();
        var ended = await machine.Build(output.Enqueue, Disk);
        Assert.True(ended.ExitCode == 0, string.Join('\n', output));
        await CheckAsync(machine);
    }

    [Fact]
    public async Task With_a_sudo_that_asks_the_shown_commands_do_it_in_a_terminal_and_the_build_goes_on()
    {
        await using var machine = await PersonalMachine.StartAsync(podman, asksForPassword: true);
        var output = new ConcurrentQueue<string>();
        var build = machine.Build(output.Enqueue, Disk);
        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15)))
        {
            while (!output.Any(line => line.StartsWith("touch ", StringComparison.Ordinal)))
            {
                Assert.False(build.Task.IsCompleted, string.Join('\n', output));
                await Task.Delay(100, patience.Token);
            }
        }

        var shown = output.SkipWhile(line => !line.StartsWith("This step needs root", StringComparison.Ordinal)).ToList();
        var commands = shown.Skip(1).Take(shown.FindIndex(line => line.StartsWith("touch ", StringComparison.Ordinal))).ToList();
        Assert.StartsWith("cd ", commands[0], StringComparison.Ordinal);
        Assert.All(commands.SkipLast(1), command => Assert.EndsWith(" &&", command, StringComparison.Ordinal));
        var terminal = await machine.TypeAsync(commands);
        Assert.True(terminal.Status == 0, terminal.Text);
        Assert.True((await build).ExitCode == 0, string.Join('\n', output));
        await CheckAsync(machine);
        Assert.DoesNotContain(output, line => line.Contains(PersonalMachine.Password, StringComparison.Ordinal));
    }

    /// <summary>The disk is there and the user's; the image is in both storages; the archive in between is gone.</summary>
    private static async Task CheckAsync(PersonalMachine machine)
    {
        var run = Directory.GetDirectories(Path.Combine(machine.Workspace, "runs")).Single();
        var owner = await machine.RunAsync("stat", "--format", "%u", Path.Combine(run, "artifacts", "qcow2", "disk.qcow2"));
        Assert.Equal(machine.UserId.ToString(CultureInfo.InvariantCulture), owner.StandardOutput.Trim());
        Assert.True(File.Exists(Path.Combine(run, "artifacts", "manifest.json")));
        Assert.False(File.Exists(Path.Combine(run, "image.oci.tar")));
        string[] look = ["podman", "image", "inspect", "--format", "{{.Id}}", "localhost/pipeline-sample:0.1.0"];
        Assert.Equal((await machine.RunAsync(look)).StandardOutput, (await machine.RunAsRootAsync(look)).StandardOutput);
    }
}
