using System.Collections.Concurrent;
using System.Collections.Immutable;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Manifests;

namespace Veilor.Designer.Builds;

/// <summary>
/// Runs builds, one at a time, in the order in which they were asked for. Runs belong to nobody's page: they go on when tabs
/// close and are found again after a reload or a restart.
/// </summary>
/// <remarks>
/// All members are safe for use by several threads. State is one immutable table of runs behind one lock; nothing is called
/// under it.
/// </remarks>
public sealed partial class BuildService : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly RunFolders _folders;
    private readonly TimeProvider _time;
    private readonly ILogger<BuildService> _logger;
    private readonly ChangeSignal _changes;
    private readonly ConcurrentDictionary<RunId, ChangeSignal> _runChanges = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private readonly ProofChecker _proofs = new();
    private ImmutableSortedDictionary<RunId, BuildRun> _runs = ImmutableSortedDictionary<RunId, BuildRun>.Empty;
    private ImmutableDictionary<RunId, ActiveRun> _active = ImmutableDictionary<RunId, ActiveRun>.Empty;
    private ImmutableDictionary<RunId, (BuildRun Run, IDisposable Hold)> _deleted = ImmutableDictionary<RunId, (BuildRun Run, IDisposable Hold)>.Empty;
    private RunId _lastId;

    public BuildService(RunFolders folders, TimeProvider time, ILogger<BuildService> logger)
    {
        _folders = folders;
        _time = time;
        _logger = logger;
        _changes = new ChangeSignal(time, logger);
    }

    /// <summary>Every run, newest first.</summary>
    public IReadOnlyList<BuildRun> Runs => [.. Volatile.Read(ref _runs).Values.Reverse()];

    /// <summary>The run that is under way, or null.</summary>
    public BuildRun? Current => Volatile.Read(ref _runs).Values.FirstOrDefault(run => run.State == RunState.Running);

    public BuildRun? Find(RunId id) => Volatile.Read(ref _runs).GetValueOrDefault(id);

    /// <summary>How many runs, the one under way included, come before this one ends its wait: 1 is next. Null when it does not wait.</summary>
    public int? QueuePosition(RunId id)
    {
        var runs = Volatile.Read(ref _runs);
        return runs.TryGetValue(id, out var run) && run.State == RunState.Queued
            ? runs.Values.Count(other => other.State is RunState.Queued && other.Id <= id)
            : null;
    }

    /// <summary>The folder that a run's steps work in.</summary>
    public string BundleFolderOf(RunId id) => _folders.BundleOf(id);

    /// <summary>The folder with what the run found and made.</summary>
    public string ArtifactsFolderOf(RunId id) => _folders.ArtifactsOf(id);

    /// <summary>What the run has found and made so far.</summary>
    public RunResults ResultsOf(RunId id) => RunResults.Read(_folders.ArtifactsOf(id));

    /// <summary>Compares a file of a run with its checksum; what has not changed since is not read again.</summary>
    /// <param name="id">The run.</param>
    /// <param name="file">One of <see cref="RunResults.Files"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ProofState> CheckAsync(RunId id, BuiltFile file, CancellationToken cancellation) =>
        _proofs.CheckAsync(_folders.ArtifactsOf(id), file, cancellation);

    /// <summary>The file that holds the log as the processes wrote it; it may not exist yet.</summary>
    public string LogPathOf(RunId id) => LogFiles.TextPath(_folders.FolderOf(id));

    /// <summary>Opens a run's log for reading; null while the run has none. The caller disposes it.</summary>
    public RunLogReader? OpenLog(RunId id) =>
        RunLogReader.TryOpen(_folders.FolderOf(id), Volatile.Read(ref _active).GetValueOrDefault(id)?.Log?.Tail);

    /// <summary>The lines that the run's processes have begun and not ended.</summary>
    public IReadOnlyList<LiveLine> LiveLinesOf(RunId id) => Volatile.Read(ref _active).GetValueOrDefault(id)?.Log?.Live ?? [];

    /// <summary>Calls back, at most every 50 ms, when a run is added or its record changes. Dispose the token to stop.</summary>
    public IDisposable Subscribe(Action changed) => _changes.Subscribe(changed);

    /// <summary>Calls back, at most every 50 ms, when this run's record or log changes. Dispose the token to stop.</summary>
    public IDisposable Subscribe(RunId id, Action changed) => SignalOf(id).Subscribe(changed);

    /// <summary>Lays a run down on disk and queues it.</summary>
    /// <param name="request">The frozen bundle and its plan.</param>
    /// <param name="cancellation">Gives up before the run is queued; afterwards use <see cref="CancelAsync"/>.</param>
    /// <exception cref="ArgumentException">The plan has no steps, or a bundle path leaves the bundle.</exception>
    public async Task<StartResult> StartAsync(BuildRequest request, CancellationToken cancellation = default)
    {
        if (request.Plan.Steps.IsEmpty)
        {
            throw new ArgumentException("A build plan needs a step.", nameof(request));
        }

        RunId id = default;
        IDisposable? hold = null;
        try
        {
            var now = _time.GetUtcNow();
            lock (_lock)
            {
                id = _lastId = _folders.Create(RunId.At(now), _lastId);
                _own[id] = true;
            }

            // Before there is a record: one that nobody holds is a run whose program has died.
            hold = _folders.Hold(id);

            var steps = request.Plan.Steps.Select(step => new StepRecord(step.In(id.Value))).ToEquatableArray();
            var run = new BuildRun(
                id, request.DesignSlug, request.DesignTitle, request.Plan.ImageReference, RunState.Queued, now, steps)
            {
                DesignId = request.DesignId,
            };
            await _folders.LayDownAsync(run, request.Bundle, cancellation);
            lock (_lock)
            {
                _active = _active.Add(id, new ActiveRun { Hold = hold });
                _runs = _runs.Add(id, run);
            }

            _changes.Raise();
            _waiting.Release();
            return new StartResult(run, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            hold?.Dispose();
            DiscardQuietly(id);
            return new StartResult(null, $"The build could not be prepared: {exception.Message}");
        }
    }

    /// <summary>
    /// Ends a run, waiting or running, and returns when nothing of it lives. An ended run is left as it is; that of another program is ended by that
    /// program, which may be too busy to do so: then it still runs when this returns.
    /// </summary>
    public async Task CancelAsync(RunId id)
    {
        if (!Volatile.Read(ref _active).TryGetValue(id, out var active))
        {
            await (IsOfAnotherProgram(id) ? CancelOfAnotherAsync(id) : Task.CompletedTask);
            return;
        }

        active.RequestStop(byServer: false);
        if (TryEndQueued(id, RunState.Cancelled, "It was cancelled before it began."))
        {
            Retire(id);
        }

        await active.Ended;
    }

    /// <summary>Reads the history and closes the runs that an earlier server left open, then starts to work.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var runs = _folders.ReadAll();
        foreach (var run in runs)
        {
            var known = run.IsEnded || _folders.IsHeld(run.Id) ? run : Recover(run);
            _runs = _runs.Add(run.Id, known);
            _lastId = run.Id;
        }

        Purge();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Ends what runs; it and what waits is recorded as interrupted.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        var active = Volatile.Read(ref _active);
        foreach (var item in active.Values)
        {
            item.RequestStop(byServer: true);
        }

        foreach (var id in active.Keys)
        {
            if (TryEndQueued(id, RunState.Interrupted, "The server was stopped before it began."))
            {
                Retire(id);
            }
        }

        await Task.WhenAll(active.Values.Select(item => item.Ended)).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _changes.Dispose();
        foreach (var signal in _runChanges.Values)
        {
            signal.Dispose();
        }

        foreach (var (_, hold) in _deleted.Values)
        {
            hold.Dispose();
        }

        _waiting.Dispose();
        _proofs.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(WorkAsync(stoppingToken), WatchOthersAsync(stoppingToken));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            IDisposable? turn;
            try
            {
                await _waiting.WaitAsync(stoppingToken);
                turn = await TakeTurnAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            using (turn)
            {
                if (turn is not null && TryBegin() is { } begun)
                {
                    await ExecuteAsync(begun.Run, begun.Active);
                }
            }
        }
    }

    private async Task ExecuteAsync(BuildRun run, ActiveRun active)
    {
        try
        {
            var execution = new RunExecution(_folders, _time, change => Update(run.Id, change), SignalOf(run.Id).Raise);
            await execution.RunAsync(run, active);
        }
        catch (Exception exception)
        {
            BuildLogMessages.RunFaulted(_logger, run.Id, exception);
            Update(run.Id, current => current.IsEnded
                ? current
                : current.End(RunState.Failed, StepState.Failed, $"A fault of the server: {exception.Message}", _time.GetUtcNow()));
        }

        Retire(run.Id);
    }

    private (BuildRun Run, ActiveRun Active)? TryBegin()
    {
        BuildRun? run;
        ActiveRun active;
        lock (_lock)
        {
            run = _runs.Values.FirstOrDefault(item =>
                item.State == RunState.Queued && _active.TryGetValue(item.Id, out var waiting) && !waiting.Stop.IsCancellationRequested);
            if (run is null)
            {
                return null;
            }

            active = _active[run.Id];
            run = run with { State = RunState.Running, Started = _time.GetUtcNow() };
            _runs = _runs.SetItem(run.Id, run);
        }

        // Written down with the first step, which begins at once: each record costs the disk two syncs.
        Announce(run);
        return (run, active);
    }

    private bool TryEndQueued(RunId id, RunState state, string reason)
    {
        BuildRun run;
        lock (_lock)
        {
            if (_runs[id].State != RunState.Queued)
            {
                return false;
            }

            run = _runs[id].End(state, StepState.Cancelled, reason, _time.GetUtcNow());
            _runs = _runs.SetItem(id, run);
        }

        Publish(run);
        return true;
    }

    private BuildRun Recover(BuildRun run)
    {
        var reason = run.State == RunState.Queued
            ? "The program that was to run it ended before it began."
            : "The program that ran it ended while it was under way.";
        var ended = run.End(RunState.Interrupted, StepState.Interrupted, reason, _folders.LastSign(run));
        try
        {
            RunLogRecovery.Repair(_folders.FolderOf(run.Id));
        }
        catch (IOException exception)
        {
            BuildLogMessages.RecordNotWritten(_logger, run.Id, exception.Message);
        }

        Save(ended);
        return ended;
    }

    private void Update(RunId id, Func<BuildRun, BuildRun> change)
    {
        BuildRun run;
        lock (_lock)
        {
            run = change(_runs[id]);
            _runs = _runs.SetItem(id, run);
        }

        Publish(run);
    }

    private void Publish(BuildRun run)
    {
        Save(run);
        Announce(run);
    }

    private void Announce(BuildRun run)
    {
        _changes.Raise();
        SignalOf(run.Id).Raise();
    }

    private void Save(BuildRun run)
    {
        try
        {
            _folders.Save(run);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            BuildLogMessages.RecordNotWritten(_logger, run.Id, exception.Message);
        }
    }

    private void Retire(RunId id)
    {
        ActiveRun? active;
        lock (_lock)
        {
            active = _active.GetValueOrDefault(id);
            _active = _active.Remove(id);
        }

        active?.MarkEnded();
        SignalOf(id).Raise();
        ApplyRetention();
    }

    private ChangeSignal SignalOf(RunId id) => _runChanges.GetOrAdd(id, _ => new ChangeSignal(_time, _logger));

    private void DiscardQuietly(RunId id)
    {
        try
        {
            if (id != default)
            {
                _folders.Discard(id);
            }
        }
        catch (IOException exception)
        {
            BuildLogMessages.RecordNotWritten(_logger, id, exception.Message);
        }
    }
}
