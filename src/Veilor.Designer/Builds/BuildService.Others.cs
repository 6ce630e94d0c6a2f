using System.Collections.Concurrent;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Builds;

/// <summary>
/// Runs of other programs in the same workspace: the command line builds beside a server. They are read from disk again and again while their
/// program lives, one build runs at a time in a workspace, and one that is asked to end is ended by its own program.
/// </summary>
public sealed partial class BuildService
{
    /// <summary>How often the disk is looked at for what other programs do.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a cancel waits for the other program: it looks at <see cref="LookInterval"/> and its ladder takes five seconds at most.</summary>
    private static readonly TimeSpan OthersPatience = TimeSpan.FromSeconds(10);

    /// <summary>Runs that this program has made, those included that are not in the table yet.</summary>
    private readonly ConcurrentDictionary<RunId, bool> _own = new();

    private readonly ConcurrentDictionary<RunId, (DateTime Record, long Log)> _seen = new();

    /// <summary>True for a run that waits or runs in another program on this machine.</summary>
    public bool IsOfAnotherProgram(RunId id) => Find(id) is { IsEnded: false } && !_own.ContainsKey(id);

    /// <summary>In words, what a waiting run waits for; null when it does not wait or is next and nothing runs.</summary>
    public string? WaitsFor(RunId id)
    {
        if (Find(id) is not { State: RunState.Queued } || Current is not { } current)
        {
            return null;
        }

        var owner = IsOfAnotherProgram(current.Id) ? " by another program" : "";
        return $"waits for the {(current.IsBoot ? "boot" : "build")} of {current.DesignTitle}{owner}";
    }

    private async Task WatchOthersAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(LookInterval, _time, stop));
            try
            {
                LookAtOthers();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                BuildLogMessages.OthersNotRead(_logger, exception.Message);
            }
        }
    }

    private void LookAtOthers()
    {
        foreach (var (id, active) in Volatile.Read(ref _active))
        {
            if (_folders.IsCancelAsked(id) && !active.Stop.IsCancellationRequested)
            {
                _ = CancelAsync(id);
            }
        }

        foreach (var id in _folders.List().Where(id => !_own.ContainsKey(id) && Find(id) is null))
        {
            if (ReadOfAnother(id) is not { } run)
            {
                continue;
            }

            lock (_lock)
            {
                if (_runs.ContainsKey(id) || _deleted.ContainsKey(id))
                {
                    continue;
                }

                _runs = _runs.Add(id, run);
            }

            Announce(run);
        }

        foreach (var gone in Runs.Where(run => run.IsEnded && !Directory.Exists(_folders.FolderOf(run.Id))))
        {
            Replace(gone, null);
        }

        foreach (var known in Runs.Where(run => IsOfAnotherProgram(run.Id)))
        {
            // Asked before the record is read: a program lets go of a run only after it has written its end.
            var isHeld = _folders.IsHeld(known.Id);
            var seen = (_folders.RecordTime(known.Id), LogLength(known.Id));
            if (isHeld && _seen.TryGetValue(known.Id, out var last) && last == seen)
            {
                continue;
            }

            _seen[known.Id] = seen;
            var found = _folders.TryRead(known.Id);
            Replace(known, isHeld || found is null or { IsEnded: true } ? found : Recover(found));
        }
    }

    /// <summary>Null while there is no record yet. One that is not ended is of a living program, or of one that has died.</summary>
    private BuildRun? ReadOfAnother(RunId id)
    {
        if (_folders.TryRead(id) is not { } found || found.IsEnded || _folders.IsHeld(id))
        {
            return _folders.TryRead(id);
        }

        // A program holds its run before it writes the record, and lets go after it has written the end.
        return _folders.TryRead(id) is { IsEnded: false } left ? Recover(left) : _folders.TryRead(id);
    }

    private void Replace(BuildRun known, BuildRun? found)
    {
        lock (_lock)
        {
            if (found is null && Directory.Exists(_folders.FolderOf(known.Id)))
            {
                return;
            }

            _runs = found is null ? _runs.Remove(known.Id) : _runs.SetItem(known.Id, found);
        }

        Announce(found ?? known);
    }

    /// <summary>Asks the program that has the run to end it, and waits until it has.</summary>
    private async Task CancelOfAnotherAsync(RunId id)
    {
        _folders.AskToCancel(id);
        var started = _time.GetTimestamp();
        while (IsOfAnotherProgram(id) && _time.GetElapsedTime(started) < OthersPatience)
        {
            await Task.Delay(LookInterval, _time);
        }
    }

    /// <summary>
    /// Waits until no other program builds in this workspace and none has a run that was asked for before. Null when nothing of this program waits
    /// any more.
    /// </summary>
    private async Task<IDisposable?> TakeTurnAsync(CancellationToken stop)
    {
        while (true)
        {
            var runs = Volatile.Read(ref _runs).Values.Where(run => run.State == RunState.Queued).ToList();
            if (!runs.Exists(run => _own.ContainsKey(run.Id)))
            {
                return null;
            }

            if (_own.ContainsKey(runs[0].Id) && _folders.TryTakeTurn() is { } turn)
            {
                return turn;
            }

            await Task.Delay(LookInterval, _time, stop);
        }
    }

    private long LogLength(RunId id)
    {
        var file = new FileInfo(LogFiles.IndexPath(_folders.FolderOf(id)));
        return file.Exists ? file.Length : 0;
    }
}
