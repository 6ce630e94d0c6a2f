using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Workspace;

/// <summary>
/// A tab's view of an open design. It shows one snapshot until the tab renders the next, so the parts of a page
/// always agree. All members but the session's callback are called on the tab's own dispatcher.
/// </summary>
/// <remarks>
/// An edit of this tab is shown at once on its own thread. An edit of another one is handed to the thread pool, so
/// that no tab waits until the others have rendered; edits that come meanwhile are shown together.
/// </remarks>
public sealed class DesignEditor : IDesignEditor, IDisposable
{
    private static long _lastOrigin;

    private readonly string _origin = "tab-" + Interlocked.Increment(ref _lastOrigin).ToString(System.Globalization.CultureInfo.InvariantCulture);
    private readonly DesignSession _session;
    private readonly Func<Action, Task> _dispatch;
    private readonly Action _changed;
    private readonly IDisposable _subscription;
    private int _isQueued;
    private int _editingThread;

    /// <param name="session">The open design.</param>
    /// <param name="dispatch">Runs an action on the tab's dispatcher.</param>
    /// <param name="changed">Called on the tab's dispatcher when there is a new snapshot.</param>
    public DesignEditor(DesignSession session, Func<Action, Task> dispatch, Action changed)
    {
        _session = session;
        _dispatch = dispatch;
        _changed = changed;
        Snapshot = session.Snapshot;
        _subscription = session.Subscribe(OnSessionChanged);
    }

    public DesignSession Session => _session;

    /// <summary>What the tab shows.</summary>
    public DesignSnapshot Snapshot { get; private set; }

    public ImageDesign Design => Snapshot.Compiled.Design;

    public CompiledDesign Compiled => Snapshot.Compiled;

    public FieldDrafts Drafts { get; } = new();

    public string Slug => _session.Slug;

    public FileStash Files => _session.Files;

    public void Apply(DesignEdit edit) => Run(() => _session.Apply(edit, _origin));

    /// <summary>Takes the last step back.</summary>
    /// <returns>The field that it had changed, which gets the focus; null when there was no step.</returns>
    public FieldPath? Undo() => Run(_session.Undo);

    /// <summary>Does the last undone step again.</summary>
    /// <returns>The field that it changed, which gets the focus; null when there was no step.</returns>
    public FieldPath? Redo() => Run(_session.Redo);

    public void Dispose() => _subscription.Dispose();

    private void Run(Action edit) => Run<object?>(() =>
    {
        edit();
        return null;
    });

    private T Run<T>(Func<T> edit)
    {
        T result;
        Volatile.Write(ref _editingThread, Environment.CurrentManagedThreadId);
        try
        {
            result = edit();
        }
        finally
        {
            Volatile.Write(ref _editingThread, 0);
        }

        Show();
        return result;
    }

    private void OnSessionChanged()
    {
        if (Volatile.Read(ref _editingThread) == Environment.CurrentManagedThreadId)
        {
            return;
        }

        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static editor => _ = editor._dispatch(editor.ShowQueued), this, preferLocal: false);
        }
    }

    private void ShowQueued()
    {
        Volatile.Write(ref _isQueued, 0);
        Show();
    }

    private void Show()
    {
        Snapshot = _session.Snapshot;
        _changed();
    }
}
