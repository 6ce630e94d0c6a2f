using System.Collections.Concurrent;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Playwright;
using Veilor.Designer.EndToEnd.Browsing;
using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Pipeline;
using Veilor.Designer.EndToEnd.Screenshots;

namespace Veilor.Designer.EndToEnd.Rootless;

/// <summary>
/// An unprivileged user whose steps run by <c>sudo -n</c>: their processes and containers are root's, so a cancel and a clean-up must go through
/// sudo as well.
/// </summary>
[Collection(PodmanCollection.Name)]
public sealed class SudoCancelTests(PodmanEnvironment podman, Browser browser)
{
    [Fact]
    public async Task A_cancel_ends_the_builder_that_sudo_started_and_removes_its_container()
    {
        await using var machine = await PersonalMachine.StartAsync(podman, asksForPassword: false);
        await machine.SlowDownBuilderAsync();
        var output = new ConcurrentQueue<string>();
        var build = machine.Build(output.Enqueue, "--type", "qcow2", "--no-lint", "--no-smoke");
        var container = await WaitForContainerAsync(machine, build, output);
        Assert.Matches(@"^veilor-designer-pipeline-sample-qcow2-\d{8}-\d{6}-\d{3}$", container);
        await machine.SignalAsync("INT");
        Assert.Equal(130, (await build).ExitCode);
        Assert.Equal("", await ContainersAsync(machine));
        Assert.Contains(output, line => line == $"podman stop {container}: done.");
    }

    [Fact]
    public async Task A_cancel_ends_a_build_in_roots_storage_that_ignores_signals_and_leaves_no_working_container()
    {
        await using var machine = await PersonalMachine.StartAsync(podman, asksForPassword: false, PipelineDesign.Text(beforeLint: "RUN trap '' INT TERM; echo ready; sleep 317"));
        await machine.LoadBaseForRootAsync(podman);
        var output = new ConcurrentQueue<string>();
        var build = machine.Build(output.Enqueue, "--as-root", "--no-lint", "--no-smoke", "--no-manifest");
        await WaitAsync(build, output, () => output.Contains("ready", StringComparer.Ordinal));
        Assert.NotEqual("", await ContainersAsync(machine));
        await machine.SignalAsync("INT");
        Assert.True((await build).ExitCode == 130, string.Join('\n', output));
        // Whose working containers they are cannot be told while somebody else builds on this machine: then they stay, and the command is shown.
        var left = await ContainersAsync(machine);
        Assert.True(left.Length == 0 || output.Any(line => line.StartsWith("Another podman build is under way", StringComparison.Ordinal) && line.Contains("sudo podman rm --force ", StringComparison.Ordinal)), $"{left}\n{string.Join('\n', output)}");
        Assert.Empty((await Cli.Wrap("pgrep").WithArguments(["-f", "^sleep 317$"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync()).StandardOutput);
    }

    [Fact]
    public async Task What_a_crash_leaves_in_roots_storage_is_listed_and_cleaned_up()
    {
        await using var machine = await PersonalMachine.StartAsync(podman, asksForPassword: false);
        await machine.SlowDownBuilderAsync();
        var output = new ConcurrentQueue<string>();
        var build = machine.Build(output.Enqueue, "--type", "qcow2", "--no-lint", "--no-smoke");
        var container = await WaitForContainerAsync(machine, build, output);
        await WaitForTraceAsync(machine);
        await machine.SignalAsync("KILL");
        await build;
        Assert.Equal(container, await ContainersAsync(machine));

        await using var designer = await machine.ServeAsync();
        await using var visit = await browser.OpenAsync(designer.Url);
        var page = visit.Page;
        var run = Path.GetFileName(Directory.GetDirectories(Path.Combine(machine.Workspace, "runs")).Single());
        await page.GotoAsync(new Uri(designer.Url, $"/runs/{run}").AbsoluteUri);
        await Assertions.Expect(page.GetByTestId("left-container")).ToContainTextAsync(container);
        await Assertions.Expect(page.GetByTestId("left-container")).ToContainTextAsync("root's");
        await Assertions.Expect(page.GetByTestId("left-process").First).ToBeVisibleAsync();
        await Screenshot.TakeAsync(page, "leftovers-of-root-light.png");
        await page.GetByTestId("clean-up").ClickAsync();
        await Assertions.Expect(page.GetByTestId("cleaned")).ToBeVisibleAsync();
        Assert.Equal("", await ContainersAsync(machine));
        visit.AssertClean();
    }

    /// <summary>Waits until the run's trace was written anew: a later server knows of the processes what stands there.</summary>
    private static async Task WaitForTraceAsync(PersonalMachine machine)
    {
        var trace = Path.Combine(Directory.GetDirectories(Path.Combine(machine.Workspace, "runs")).Single(), "trace");
        var before = DateTime.UtcNow;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        while (File.GetLastWriteTimeUtc(trace) <= before)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static async Task<string> WaitForContainerAsync(PersonalMachine machine, CommandTask<CommandResult> build, ConcurrentQueue<string> output)
    {
        var container = "";
        await WaitAsync(build, output, () => output.Any(line => line.StartsWith("==> Make the disk image", StringComparison.Ordinal)));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        while ((container = await ContainersAsync(machine)).Length == 0)
        {
            await Task.Delay(200, patience.Token);
        }

        return container;
    }

    private static async Task WaitAsync(CommandTask<CommandResult> build, ConcurrentQueue<string> output, Func<bool> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        while (!isThere())
        {
            Assert.False(build.Task.IsCompleted, string.Join('\n', output));
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Names of all containers in root's storage, those of builds included.</summary>
    private static async Task<string> ContainersAsync(PersonalMachine machine) =>
        (await machine.RunAsRootAsync("podman", "ps", "--all", "--external", "--format", "{{.Names}}")).StandardOutput.Trim();
}
