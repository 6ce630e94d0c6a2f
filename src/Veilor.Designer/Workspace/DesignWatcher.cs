namespace Veilor.Designer.Workspace;

/// <summary>
/// Tells a session when something in its folder changes. Where the system cannot watch (no inotify watches left, a
/// network file system), changes are found the next time the design is opened, exported or built.
/// </summary>
public sealed partial class DesignWatcher : IDisposable
{
    /// <summary>Programs write a file in several steps; they are looked at together.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly DesignSession _session;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly FileSystemWatcher? _watcher;

    public DesignWatcher(DesignSession session, TimeProvider time, ILogger logger)
    {
        _session = session;
        _logger = logger;
        _timer = time.CreateTimer(_ => Rescan(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            _watcher = new FileSystemWatcher(session.Folder) { IncludeSubdirectories = true };
            _watcher.Changed += (_, _) => Schedule();
            _watcher.Created += (_, _) => Schedule();
            _watcher.Deleted += (_, _) => Schedule();
            _watcher.Renamed += (_, _) => Schedule();
            _watcher.Error += (_, _) => Schedule();
            _watcher.EnableRaisingEvents = true;
        }
        catch (IOException e)
        {
            LogUnwatched(logger, session.Folder, e.Message);
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    private void Schedule() => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);

    /// <summary>The timer's edge: a fault here is logged, and must not end the process.</summary>
    private void Rescan()
    {
        try
        {
            _session.Rescan();
        }
        catch (Exception e)
        {
            LogFault(_logger, _session.Folder, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The folder {Folder} cannot be watched: {Reason}")]
    private static partial void LogUnwatched(ILogger logger, string folder, string reason);

    [LoggerMessage(LogLevel.Error, "Looking for changes in {Folder} failed.")]
    private static partial void LogFault(ILogger logger, string folder, Exception exception);
}
