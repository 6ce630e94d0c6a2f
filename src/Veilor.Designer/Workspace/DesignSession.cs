using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Workspace;

/// <summary>An open design, shared by every tab that shows it. All members may be called from any thread.</summary>
/// <remarks>
/// The state is one immutable snapshot behind one lock; subscribers are told outside it and read the snapshot
/// themselves. The file is written by <see cref="DesignAutosave"/>, which has a lock of its own.
/// </remarks>
public sealed class DesignSession : IAutosaveTarget, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Lock _contentLock = new();
    private readonly Subscriptions _subscriptions = new();
    private readonly DesignFolderReader _reader;
    private readonly TimeProvider _time;
    private readonly DesignAutosave _autosave;
    private DesignSnapshot _snapshot;
    private ContentReading _content;

    /// <param name="slug">The name of the design's folder.</param>
    /// <param name="folder">The folder as it was read; its design is readable.</param>
    /// <param name="reader">Reads the folder again when its files change.</param>
    /// <param name="time">The clock.</param>
    public DesignSession(string slug, DesignFolder folder, DesignFolderReader reader, TimeProvider time)
    {
        var design = folder.Design ?? throw new ArgumentException("A design that cannot be read cannot be opened.", nameof(folder));
        Slug = slug;
        Folder = folder.Path;
        _reader = reader;
        Files = new FileStash(folder.Path);
        _time = time;
        OpenedDesign = design;
        OpenedAt = time.GetUtcNow();
        _content = folder.Content;
        _snapshot = new DesignSnapshot(
            1,
            DesignCompiler.Compile(design, folder.Content.Content),
            DesignHistory.Start(design),
            folder.Content.Refused,
            SaveStatus.Saved);
        _autosave = new DesignAutosave(Path.Combine(Folder, DesignToml.FileName), folder.Text!, design, this, time);
    }

    /// <summary>The name of the design's folder; part of its URL.</summary>
    public string Slug { get; }

    /// <summary>The absolute path of the design's folder.</summary>
    public string Folder { get; }

    /// <summary>Where content waits that an edit brings or has taken away.</summary>
    public FileStash Files { get; }

    /// <summary>The state now.</summary>
    public DesignSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>The design as it was when it was opened.</summary>
    public ImageDesign OpenedDesign { get; }

    public DateTimeOffset OpenedAt { get; }

    /// <summary>The design that its file was last read or written with; null while that is not known.</summary>
    public ImageDesign? SavedDesign => _autosave.DiskDesign;

    /// <summary>How many tabs follow the design.</summary>
    public int SubscriberCount => _subscriptions.Count;

    ImageDesign IAutosaveTarget.Design => Snapshot.Compiled.Design;

    SaveState IAutosaveTarget.SaveState => Snapshot.Save.State;

    /// <summary>Calls back after each change, on the thread that made it, until the token is disposed.</summary>
    public IDisposable Subscribe(Action changed) => _subscriptions.Add(changed);

    /// <summary>Applies an edit. One that changes nothing is no step of undo.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="origin">Who edits, such as a tab: typing joins within one origin only.</param>
    /// <exception cref="IOException">The edit changes files, and one cannot be written. Nothing is changed then.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it. Nothing is changed then.</exception>
    public void Apply(DesignEdit edit, string origin)
    {
        if (edit.Files.IsEmpty)
        {
            Change(history => history.Apply(edit, origin, _time.GetUtcNow()));
        }
        else
        {
            Exchange(_ => edit.Files, (history, displaced) => history.Apply(edit, origin, _time.GetUtcNow(), displaced));
        }
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The field that it had changed; null when there was no step, or its files cannot be brought back.</returns>
    public FieldPath? Undo() => Travel(history => history.NextUndo, (history, files) => history.Undo(files)) ? Snapshot.History.NextRedo?.Path : null;

    /// <summary>Does the last undone step again.</summary>
    /// <returns>The field that it changed; null when there was no step, or its files cannot be brought back.</returns>
    public FieldPath? Redo() => Travel(history => history.NextRedo, (history, files) => history.Redo(files)) ? Snapshot.History.NextUndo?.Path : null;

    /// <summary>Looks at the folder: takes over changed files, and notices a changed <c>design.toml</c>.</summary>
    public void Rescan()
    {
        if (Snapshot.Save.State == SaveState.Closed || !Directory.Exists(Folder))
        {
            return;
        }

        _autosave.CheckDisk();
        lock (_contentLock)
        {
            var content = _reader.ReadContent(Folder, Snapshot.Compiled.Design.Overlay.From, _content);
            if (ReferenceEquals(content.Content, _content.Content) && content.Refused == _content.Refused)
            {
                return;
            }

            _content = content;
            Update(before => before with
            {
                Revision = before.Revision + 1,
                Compiled = DesignCompiler.Compile(before.Compiled.Design, content.Content, before.Compiled),
                Refused = content.Refused,
            });
        }

        _subscriptions.Notify();
    }

    /// <summary>Tries at once to write what is unsaved.</summary>
    public void SaveNow() => _autosave.Save();

    /// <summary>Ends a conflict with the file: this design is written over it.</summary>
    public void KeepMine() => _autosave.KeepMine();

    /// <summary>Ends a conflict with the file: its design becomes the current one, as a step that can be undone.</summary>
    /// <returns>Why the file cannot be read; empty when it was loaded.</returns>
    public IReadOnlyList<TomlProblem> LoadFile()
    {
        if (_autosave.TakeFile(out var problems) is { } design)
        {
            // Undo comes back to the first field that the file changed.
            var before = Snapshot.Compiled.Design;
            var changed = DesignFields.All.FirstOrDefault(field => !field.IsSame(before, design))?.Path ?? ImageFields.Name.Path;
            Apply(new DesignEdit(changed, $"load {DesignToml.FileName} from the disk", _ => design), origin: "disk");
            _autosave.Save();
        }

        return problems;
    }

    /// <summary>Writes what is unsaved and ends the session: it takes no further edits.</summary>
    public void Close()
    {
        try
        {
            _autosave.Finish();
        }
        finally
        {
            Files.Clear();
            _autosave.Dispose();
        }
    }

    public void Dispose() => _autosave.Dispose();

    void IAutosaveTarget.SetSave(SaveStatus status, ImageDesign? written) => Update(before => before with
    {
        Save = status.State == SaveState.Saved && !ReferenceEquals(before.Compiled.Design, written) ? SaveStatus.Unsaved : status,
    });

    void IAutosaveTarget.NotifySaved() => _subscriptions.Notify();

    private bool Change(Func<DesignHistory, DesignHistory> reduce)
    {
        lock (_lock)
        {
            var before = _snapshot;
            var history = reduce(before.History);
            if (before.Save.State == SaveState.Closed || ReferenceEquals(history, before.History))
            {
                return false;
            }

            Volatile.Write(ref _snapshot, before with
            {
                Revision = before.Revision + 1,
                History = history,
                Compiled = DesignCompiler.Compile(history.Current, before.Compiled.Content, before.Compiled),
                Save = before.Save.State == SaveState.Conflict ? before.Save : SaveStatus.Unsaved,
            });
        }

        _autosave.Touch();
        _subscriptions.Notify();
        return true;
    }

    /// <summary>A step of the history in either direction; trouble with its files is shown as trouble with saving.</summary>
    private bool Travel(Func<DesignHistory, HistoryStep?> next, Func<DesignHistory, EquatableArray<StashedFile>, DesignHistory> reduce)
    {
        try
        {
            return Exchange(history => next(history)?.Files ?? [], reduce);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Update(before => before with { Save = new SaveStatus(SaveState.Failed, e.Message) });
            _subscriptions.Notify();
            return false;
        }
    }

    /// <summary>Puts files in place and the step into the history, as one change: no tab sees the one without the other.</summary>
    private bool Exchange(Func<DesignHistory, EquatableArray<StashedFile>> filesOf, Func<DesignHistory, EquatableArray<StashedFile>, DesignHistory> reduce)
    {
        lock (_contentLock)
        {
            lock (_lock)
            {
                var before = _snapshot;
                if (before.Save.State == SaveState.Closed)
                {
                    return false;
                }

                var files = filesOf(before.History);
                var history = reduce(before.History, files.IsEmpty ? [] : Files.Swap(files));
                if (ReferenceEquals(history, before.History))
                {
                    return false;
                }

                _content = files.IsEmpty ? _content : _reader.ReadContent(Folder, history.Current.Overlay.From, _content);
                Volatile.Write(ref _snapshot, before with
                {
                    Revision = before.Revision + 1,
                    History = history,
                    Compiled = DesignCompiler.Compile(history.Current, files.IsEmpty ? before.Compiled.Content : _content.Content, before.Compiled),
                    Refused = files.IsEmpty ? before.Refused : _content.Refused,
                    Save = before.Save.State == SaveState.Conflict ? before.Save : SaveStatus.Unsaved,
                });
            }
        }

        _autosave.Touch();
        _subscriptions.Notify();
        return true;
    }

    private void Update(Func<DesignSnapshot, DesignSnapshot> update)
    {
        lock (_lock)
        {
            Volatile.Write(ref _snapshot, update(_snapshot));
        }
    }
}
