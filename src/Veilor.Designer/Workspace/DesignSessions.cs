using Veilor.Designer.Core.Storage;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.Workspace;

/// <summary>The open designs, one session each. A design is opened when it is first asked for and stays open until the program ends.</summary>
public sealed class DesignSessions(
    WorkspaceLocation workspace,
    DesignFolderReader reader,
    TimeProvider time,
    ILogger<DesignSessions> logger) : IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DesignSession Session, DesignWatcher Watcher)> _open = new(StringComparer.Ordinal);

    /// <summary>The session of a design that is open already, or null.</summary>
    public DesignSession? Find(string slug)
    {
        lock (_lock)
        {
            return _open.TryGetValue(slug, out var entry) ? entry.Session : null;
        }
    }

    /// <summary>Opens a design, or looks for changes in the folder of one that is open.</summary>
    public OpenResult Open(string slug)
    {
        if (Find(slug) is { } open)
        {
            open.Rescan();
            return new OpenResult(open, null);
        }

        if (!DesignSlug.IsValid(slug) || !File.Exists(Path.Combine(workspace.Designs, slug, DesignToml.FileName)))
        {
            return OpenResult.Missing;
        }

        lock (_lock)
        {
            if (_open.TryGetValue(slug, out var entry))
            {
                return new OpenResult(entry.Session, null);
            }

            var folder = reader.Read(Path.Combine(workspace.Designs, slug));
            if (folder.Design is null)
            {
                return new OpenResult(null, folder);
            }

            var session = new DesignSession(slug, folder, reader, time);
            _open.Add(slug, (session, new DesignWatcher(session, time, logger)));
            return new OpenResult(session, null);
        }
    }

    /// <summary>Writes what is unsaved of a design and ends its session.</summary>
    public void Close(string slug)
    {
        (DesignSession Session, DesignWatcher Watcher) entry;
        lock (_lock)
        {
            if (!_open.Remove(slug, out entry))
            {
                return;
            }
        }

        entry.Watcher.Dispose();
        entry.Session.Close();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what is unsaved in every design.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        string[] slugs;
        lock (_lock)
        {
            slugs = [.. _open.Keys];
        }

        foreach (var slug in slugs)
        {
            Close(slug);
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (session, watcher) in _open.Values)
            {
                watcher.Dispose();
                session.Dispose();
            }

            _open.Clear();
        }
    }
}
