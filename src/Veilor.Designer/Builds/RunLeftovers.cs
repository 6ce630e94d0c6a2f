using Veilor.Designer.Builds.Processes;

namespace Veilor.Designer.Builds;

/// <summary>What an interrupted run has left on the machine.</summary>
/// <param name="Processes">Its processes that are alive.</param>
/// <param name="Containers">Its containers: named ones, and the working containers of <c>podman build</c>.</param>
/// <param name="Unproven">Working containers that are newer than the run and do not carry its mark: shown, never removed.</param>
public sealed record RunLeftovers(
    IReadOnlyList<ProcessEntry> Processes, IReadOnlyList<LeftContainer> Containers, IReadOnlyList<LeftContainer> Unproven)
{
    public static RunLeftovers None { get; } = new([], [], []);

    /// <summary>True when nothing is left that is certainly the run's.</summary>
    public bool IsEmpty => Processes.Count == 0 && Containers.Count == 0;

    /// <summary>
    /// Looks at the machine. Records of earlier versions name containers without the run's id, the same in all runs of a design: a name that a
    /// living run has is that one's, since podman gives a name once.
    /// </summary>
    /// <param name="run">An interrupted run.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="living">Reads the other runs that wait or run.</param>
    internal static async Task<RunLeftovers> FindAsync(BuildRun run, string folder, Func<IEnumerable<BuildRun>> living)
    {
        var trace = RunTrace.Read(folder);
        var processes = ProcessesOf(run, trace).Refresh();
        var begun = run.Steps.Where(step => step.Started is not null).ToList();
        List<LeftContainer> containers = [], unproven = [];
        foreach (var storage in begun.Where(step => step.Step.IsPodman).GroupBy(step => step.Step.UsesSudo))
        {
            var now = await PodmanContainers.ListAsync(storage.Key) ?? [];
            // Read after the list: what is in it by a name of a run that began meanwhile is not taken for this one's.
            var owned = living().SelectMany(other => other.Steps).Select(step => step.Step.ContainerName).OfType<string>();
            var names = storage.Select(step => step.Step.ContainerName).OfType<string>().Except(owned, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            var working = await PodmanContainers.MadeSinceAsync(storage.Min(step => step.Started)!.Value, run.Id, storage.Key);
            containers.AddRange(now
                .Where(item => working.Own.Contains(item.Id, StringComparer.Ordinal) || item.Names.Any(names.Contains))
                .Select(item => new LeftContainer(item.Id, string.Join(',', item.Names), storage.Key)));
            // Who lives on after another start of the machine is hardly of so old a run.
            unproven.AddRange(now
                .Where(item => trace is not null && working.Unproven.Contains(item.Id, StringComparer.Ordinal))
                .Select(item => new LeftContainer(item.Id, string.Join(',', item.Names), storage.Key)));
        }

        return new RunLeftovers(processes, containers, unproven);
    }

    internal async Task RemoveAsync(BuildRun run, string folder, TimeProvider time)
    {
        await new CancelLadder(ProcessesOf(run, RunTrace.Read(folder)), null, _ => Task.CompletedTask, time).EndProcessesAsync();
        foreach (var storage in Containers.GroupBy(container => container.IsRoots))
        {
            await PodmanContainers.RemoveAsync(["--ignore", .. storage.Select(container => container.Id)], storage.Key);
        }
    }

    private static RunProcesses ProcessesOf(BuildRun run, RunTrace? trace)
    {
        var processes = new RunProcesses(run.Id, run.Steps.Any(step => step.Step.UsesSudo));
        processes.Remember(trace?.Processes ?? []);
        return processes;
    }
}
