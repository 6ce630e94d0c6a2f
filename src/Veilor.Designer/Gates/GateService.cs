using System.Runtime.CompilerServices;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Hosting;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Gates;

/// <summary>
/// The decision gates of a person's designs. What is written down lies in each design's <c>gate.toml</c>; ended runs are added to it as they come.
/// </summary>
/// <remarks>All members are safe for use by several threads.</remarks>
public sealed class GateService(
    WorkspaceLocation workspace, DesignSessions sessions, BuildService builds, TimeProvider time, ILogger<GateService> logger) : IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private readonly ChangeSignal _changes = new(time, logger);
    private readonly ConditionalWeakTable<CompiledDesign, string> _ids = new();
    private readonly HashSet<RunId> _fed = [];
    private IDisposable? _subscription;

    /// <summary>The files that are kept.</summary>
    public KeptFiles Kept { get; } = new(workspace.Kept);

    /// <summary>Calls back, at most every 100 ms, when anything is written down. Dispose the token to stop.</summary>
    public IDisposable Subscribe(Action changed) => _changes.Subscribe(changed);

    /// <summary>The gate of a design, with everything that its runs have shown; null when there is no such design.</summary>
    public GateView? Open(string slug)
    {
        if (sessions.Open(slug).Session is not { } session || !Directory.Exists(session.Folder))
        {
            return null;
        }

        Feed();
        var compiled = session.Snapshot.Compiled;
        var id = _ids.GetValue(compiled, item => DesignId.Of(item.Design, item.Content).Value);
        var read = GateFile.Read(session.Folder);
        var record = read.Record ?? GateRecord.Empty;
        return new GateView(compiled.Design, id, record, GateBoard.Of(record, compiled.Design, id, kept => Kept.IsThere(slug, kept)), read.Problems);
    }

    /// <summary>Changes what is written down.</summary>
    /// <returns>Empty, or in words why it could not be written.</returns>
    public string Edit(string slug, Func<GateRecord, GateRecord> edit)
    {
        if (!DesignSlug.IsValid(slug))
        {
            return $"There is no design '{slug}'.";
        }

        var folder = Path.Combine(workspace.Designs, slug);
        if (!Directory.Exists(folder))
        {
            return $"There is no design '{slug}' any more: it was deleted or renamed.";
        }

        try
        {
            lock (_lock)
            {
                var read = GateFile.Read(folder);
                if (read.Record is not { } before)
                {
                    return $"{GateToml.FileName} cannot be read, so it is not written: {read.Problems[0]}";
                }

                var after = edit(before);
                if (after != before)
                {
                    GateFile.Write(folder, after);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{GateToml.FileName} could not be written: {exception.Message}";
        }

        _changes.Raise();
        return "";
    }

    /// <summary>Puts a file aside for shipping and writes it down.</summary>
    /// <returns>Empty, or in words why it could not be done.</returns>
    public async Task<string> KeepAsync(string slug, KeptRole role, string file, string run, CancellationToken cancellation)
    {
        try
        {
            var kept = await Kept.KeepAsync(slug, role, file, run, time.GetUtcNow(), cancellation);
            return Edit(slug, record => record.With(kept));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{file} could not be kept: {exception.Message}";
        }
    }

    /// <summary>Lets a kept file go.</summary>
    /// <returns>Empty, or in words why it could not be done.</returns>
    public string Release(string slug, KeptRole role)
    {
        try
        {
            Kept.Release(slug, role);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The file could not be removed: {exception.Message}";
        }

        return Edit(slug, record => record.Without(role));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = builds.Subscribe(Feed);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _changes.Dispose();
    }

    /// <summary>Writes down what ended runs have shown. A run that is written down already changes nothing.</summary>
    private void Feed()
    {
        foreach (var run in builds.Runs.Where(run => run.IsEnded).Reverse())
        {
            lock (_lock)
            {
                if (!_fed.Add(run.Id))
                {
                    continue;
                }
            }

            if (!Directory.Exists(Path.Combine(workspace.Designs, run.DesignSlug))
                || RunFactsReader.Read(run, builds.BundleFolderOf(run.Id), builds.ArtifactsFolderOf(run.Id)) is not { } facts)
            {
                continue;
            }

            var evidence = RunEvidence.Of(facts);
            if (evidence.Count > 0)
            {
                _ = Edit(run.DesignSlug, record => evidence.Aggregate(record, (current, item) => Knows(current, item) ? current : current.With(item)));
            }
        }
    }

    /// <summary>
    /// True when the run is written down, or one that has shown the same of the same design: <c>gate.toml</c> is kept in git and need not change with every build.
    /// </summary>
    private static bool Knows(GateRecord record, GateEvidence item) =>
        record.Evidence.Any(known => known.Part == item.Part && known.Run == item.Run)
        || (record.Evidence.Where(known => known.Part == item.Part).OrderBy(known => known.Date).LastOrDefault() is { IsByHand: false } last
            && last.DesignId == item.DesignId && last.Finding == item.Finding && last.Text == item.Text);
}
