using System.Collections.Concurrent;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>What is done with runs that have ended: built again, deleted, cleaned up after.</summary>
public sealed partial class BuildService
{
    /// <summary>How long a deleted run can be brought back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<RunId, long> _sizes = new();

    /// <summary>How many ended builds of each design are kept.</summary>
    public RunRetention Retention => RunRetention.Read(_folders.Root);

    /// <summary>The folder of a run.</summary>
    public string FolderOf(RunId id) => _folders.FolderOf(id);

    /// <summary>The design's build before this run; null when this is the first. A boot is no build: it has no design with it.</summary>
    public BuildRun? PreviousOf(BuildRun run) =>
        Runs.FirstOrDefault(other => other.DesignSlug == run.DesignSlug && other.Id < run.Id && !other.IsBoot);

    /// <summary>Builds the very same files with the same commands again, whatever became of the design meanwhile.</summary>
    public async Task<StartResult> RebuildAsync(RunId id, CancellationToken cancellation = default)
    {
        if (Find(id) is not { } run)
        {
            return new StartResult(null, "There is no build with this name any more.");
        }

        IReadOnlyList<BundleEntry> bundle;
        try
        {
            bundle = BundleFolder.Read(_folders.BundleOf(id));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StartResult(null, $"The files of that build cannot be read: {exception.Message}");
        }

        var plan = new BuildPlan(run.ImageReference, run.Steps.Select(step => step.Planned.OutOf(id.Value)).ToEquatableArray());
        return await StartAsync(new BuildRequest(run.DesignSlug, run.DesignTitle, bundle, plan) { DesignId = run.DesignId }, cancellation);
    }

    /// <summary>The space on the disk that each ended run takes, in bytes; null where it cannot be said.</summary>
    public async Task<IReadOnlyDictionary<RunId, long?>> SpaceOfAsync(IEnumerable<BuildRun> runs, CancellationToken cancellation = default)
    {
        var ended = runs.Where(run => run.IsEnded).Select(run => run.Id).ToList();
        var unknown = ended.Where(id => !_sizes.ContainsKey(id)).ToList();
        var sizes = await DiskUsage.OfAsync([.. unknown.Select(_folders.FolderOf)], cancellation);
        foreach (var (id, size) in unknown.Zip(sizes))
        {
            if (size is { } bytes)
            {
                _sizes[id] = bytes;
            }
        }

        return ended.ToDictionary(id => id, id => _sizes.TryGetValue(id, out var size) ? size : (long?)null);
    }

    /// <summary>
    /// Takes an ended run out of the history. Its files go for good after <see cref="UndoTime"/>; until then <see cref="Restore"/> brings it back.
    /// </summary>
    /// <returns>Null when it is out, else in words why not.</returns>
    public string? Delete(RunId id)
    {
        var problem = SetAside(id);
        if (problem is null)
        {
            _ = PurgeLaterAsync(id);
        }

        return problem;
    }

    /// <summary>Deletes an ended run with its files at once: for a program that does not wait for second thoughts.</summary>
    /// <returns>Null when nothing is left of it, else in words what stays.</returns>
    public string? DeleteForGood(RunId id)
    {
        if (SetAside(id) is { } problem)
        {
            return problem;
        }

        LetGo(id);
        return _folders.Purge().Where(left => left.Run == id.Value).Select(left => $"Some files could not be deleted: {left.Problem}").FirstOrDefault();
    }

    private string? SetAside(RunId id)
    {
        lock (_lock)
        {
            if (!_runs.TryGetValue(id, out var run))
            {
                return "There is no build with this name any more.";
            }

            if (!run.IsEnded)
            {
                return "A build that waits or runs cannot be deleted; cancel it first.";
            }

            try
            {
                _deleted = _deleted.Add(id, (run, _folders.SetAside(id)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return exception.Message;
            }

            _runs = _runs.Remove(id);
        }

        _changes.Raise();
        SignalOf(id).Raise();
        return null;
    }

    /// <summary>Brings a deleted run back; false when it is too late.</summary>
    public bool Restore(RunId id)
    {
        lock (_lock)
        {
            if (!_deleted.TryGetValue(id, out var deleted))
            {
                return false;
            }

            _folders.BringBack(id);
            deleted.Hold.Dispose();
            _deleted = _deleted.Remove(id);
            _runs = _runs.Add(id, deleted.Run);
        }

        _changes.Raise();
        return true;
    }

    /// <summary>Changes the setting and deletes what it says is too many, now and after each build.</summary>
    /// <exception cref="IOException">The setting cannot be written.</exception>
    public void Keep(RunRetention retention)
    {
        retention.Write(_folders.Root);
        ApplyRetention();
    }

    /// <summary>
    /// What an interrupted run has left on the machine: processes, and containers of podman. Empty for runs that ended in order, and after
    /// the machine has been started anew.
    /// </summary>
    public Task<RunLeftovers> FindLeftoversAsync(BuildRun run) =>
        run.State == RunState.Interrupted
            ? RunLeftovers.FindAsync(run, _folders.FolderOf(run.Id), () => _folders.ReadHeld().Where(other => other.Id != run.Id))
            : Task.FromResult(RunLeftovers.None);

    /// <summary>Ends the processes and removes the containers that an interrupted run has left.</summary>
    /// <returns>What is still there afterwards.</returns>
    public async Task<RunLeftovers> CleanUpAsync(BuildRun run)
    {
        var found = await FindLeftoversAsync(run);
        await found.RemoveAsync(run, _folders.FolderOf(run.Id), _time);
        return await FindLeftoversAsync(run);
    }

    private void ApplyRetention()
    {
        foreach (var run in Retention.Superfluous(Runs))
        {
            Delete(run.Id);
        }
    }

    private async Task PurgeLaterAsync(RunId id)
    {
        await Task.Delay(UndoTime, _time);
        if (LetGo(id))
        {
            Purge();
        }
    }

    /// <summary>Gives a run up that was set aside; false when it was brought back.</summary>
    private bool LetGo(RunId id)
    {
        lock (_lock)
        {
            if (!_deleted.TryGetValue(id, out var deleted))
            {
                return false;
            }

            deleted.Hold.Dispose();
            _deleted = _deleted.Remove(id);
            return true;
        }
    }

    /// <summary>Deletes what was set aside and is not waiting to be brought back, here or by another program.</summary>
    private void Purge()
    {
        foreach (var (id, problem) in _folders.Purge())
        {
            BuildLogMessages.RunNotDeleted(_logger, id, problem);
        }
    }
}
