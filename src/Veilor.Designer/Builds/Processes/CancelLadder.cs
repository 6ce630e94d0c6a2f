using System.Globalization;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// Ends a step's processes, politely first: <c>podman stop</c> of a named container, SIGINT, SIGTERM, SIGKILL to everything
/// of the run, <c>podman rm</c> of what is left. Every rung is noted in the log. The whole takes less than five seconds.
/// </summary>
/// <param name="processes">The run's processes.</param>
/// <param name="podmanBegan">When the step began that is podman's; null when it is not.</param>
/// <param name="note">Writes a line of the build service's own into the log.</param>
/// <param name="time">The clock.</param>
/// <param name="usesSudo">True when the step's podman is root's, reached by <c>sudo -n</c>.</param>
public sealed class CancelLadder(
    RunProcesses processes, DateTimeOffset? podmanBegan, Func<string, Task> note, TimeProvider time, bool usesSudo = false)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(25);

    private static readonly (Signal Signal, string Name, TimeSpan Wait)[] Rungs =
    [
        (Signal.Interrupt, "SIGINT", TimeSpan.FromMilliseconds(1_000)),
        (Signal.Terminate, "SIGTERM", TimeSpan.FromMilliseconds(1_000)),
        (Signal.Kill, "SIGKILL", TimeSpan.FromMilliseconds(400)),
        (Signal.Kill, "SIGKILL", TimeSpan.FromMilliseconds(400)),
        (Signal.Kill, "SIGKILL", TimeSpan.FromMilliseconds(400)),
    ];

    /// <summary>Climbs down until nothing of the step lives.</summary>
    public async Task RunAsync(BuildStep step)
    {
        processes.Refresh();
        if (step.ContainerName is { } name)
        {
            await NoteProblemAsync($"podman stop {name}", await PodmanContainers.StopAsync(name, seconds: 1, usesSudo));
        }

        await EndProcessesAsync();
        if (step.ContainerName is { } left)
        {
            await NoteProblemAsync($"podman rm --force {left}", await PodmanContainers.RemoveAsync(["--ignore", left], usesSudo));
        }

        if (podmanBegan is { } began)
        {
            await RemoveWorkingContainersAsync(began);
        }
    }

    /// <summary>Signals alone: for processes that a step left behind.</summary>
    public async Task EndProcessesAsync()
    {
        foreach (var (signal, name, wait) in Rungs)
        {
            var reached = processes.Send(signal);
            if (reached.Count == 0)
            {
                return;
            }

            await note($"{name} to {Describe(reached)}.");
            if (await AreGoneAsync(wait))
            {
                return;
            }
        }

        await note($"Still alive after SIGKILL: {Describe(processes.Refresh())}.");
    }

    private async Task RemoveWorkingContainersAsync(DateTimeOffset began)
    {
        var left = await PodmanContainers.MadeSinceAsync(began, processes.Run, usesSudo);
        if (left.Own.Count > 0)
        {
            await NoteProblemAsync(
                string.Create(CultureInfo.InvariantCulture, $"podman rm --force of {left.Own.Count} working containers"),
                await PodmanContainers.RemoveAsync(left.Own, usesSudo));
        }

        if (left.Unproven.Count > 0)
        {
            await note("There are working containers that began during this step and do not carry its mark, so they are most likely another "
                + $"program's; they stay. To remove them: {PodmanContainers.RemovalCommand(left.Unproven, usesSudo)}");
        }
    }

    private async Task<bool> AreGoneAsync(TimeSpan wait)
    {
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < wait)
        {
            if (processes.Refresh().Count == 0)
            {
                return true;
            }

            await Task.Delay(Poll, time);
        }

        return processes.Refresh().Count == 0;
    }

    private Task NoteProblemAsync(string action, string? problem) =>
        note(problem is null ? $"{action}: done." : $"{action}: {problem}");

    private static string Describe(IReadOnlyList<ProcessEntry> list) =>
        string.Join(", ", list.Select(process => string.Create(CultureInfo.InvariantCulture, $"{process.Name} ({process.Identity.Id})")));
}
