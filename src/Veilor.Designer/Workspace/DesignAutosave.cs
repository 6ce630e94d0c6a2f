using System.Text;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Workspace;

/// <summary>
/// Keeps <c>design.toml</c> equal to the design in memory: after a moment of quiet, and never over a file that
/// something else has changed since it was read.
/// </summary>
/// <remarks>One lock orders all access to the file. Callbacks run outside it.</remarks>
public sealed class DesignAutosave : IDisposable
{
    /// <summary>How long no edit must come before the file is written.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    /// <summary>How long edits that keep coming may hold the file back.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>How long after a failure it is tried again.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly Lock _disk = new();
    private readonly Lock _schedule = new();
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly IAutosaveTarget _target;
    private readonly ITimer _timer;
    private string? _diskText;
    private ImageDesign? _diskDesign;
    private DateTimeOffset? _firstUnsaved;

    /// <param name="path">The path of <c>design.toml</c>.</param>
    /// <param name="text">What the file held when the design was read.</param>
    /// <param name="design">The design that was read.</param>
    /// <param name="target">Whose design is saved.</param>
    /// <param name="time">The clock.</param>
    public DesignAutosave(string path, string text, ImageDesign design, IAutosaveTarget target, TimeProvider time)
    {
        _path = path;
        _diskText = text;
        _diskDesign = design;
        _target = target;
        _time = time;
        _timer = time.CreateTimer(_ => SaveInBackground(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The design that the file was last read or written with; null after a decision to write over an unknown one.</summary>
    public ImageDesign? DiskDesign => Volatile.Read(ref _diskDesign);

    /// <summary>Where a design goes whose conflict nobody decided before the program ended: beside its file.</summary>
    public string UndecidedPath => Path.Combine(Path.GetDirectoryName(_path)!, "design.undecided.toml");

    /// <summary>Says that the design has changed: the file will be written after <see cref="Quiet"/>, or <see cref="Longest"/> after the first change.</summary>
    public void Touch()
    {
        lock (_schedule)
        {
            var now = _time.GetUtcNow();
            _firstUnsaved ??= now;
            var latest = _firstUnsaved.Value + Longest - now;
            _timer.Change(Shorter(Quiet, latest > TimeSpan.Zero ? latest : TimeSpan.Zero), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Writes the file now when the design differs from it.</summary>
    public void Save()
    {
        lock (_schedule)
        {
            _firstUnsaved = null;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        if (_target.SaveState is SaveState.Conflict or SaveState.Closed)
        {
            return;
        }

        _target.SetSave(SaveStatus.Saving, null);
        _target.NotifySaved();
        lock (_disk)
        {
            var design = _target.Design;
            _target.SetSave(Write(design), design);
        }

        _target.NotifySaved();
        if (_target.SaveState == SaveState.Failed)
        {
            lock (_schedule)
            {
                _timer.Change(Retry, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Looks whether something else has changed the file.</summary>
    public void CheckDisk()
    {
        lock (_disk)
        {
            var state = _target.SaveState;
            if (state is SaveState.Closed)
            {
                return;
            }

            var difference = Compare();
            if (difference is { State: SaveState.Failed } || (difference is null && state != SaveState.Conflict))
            {
                return;
            }

            _target.SetSave(difference ?? SaveStatus.Unsaved, null);
        }

        _target.NotifySaved();
        Touch();
    }

    /// <summary>Ends a conflict in favour of the design in memory: the file is written over.</summary>
    public void KeepMine()
    {
        lock (_disk)
        {
            _diskText = DesignFolderReader.ReadText(_path, out _);
            _diskDesign = null;
            _target.SetSave(SaveStatus.Unsaved, null);
        }

        Save();
    }

    /// <summary>Ends a conflict in favour of the file.</summary>
    /// <param name="problems">Why the file cannot be read, when null is returned; the conflict then stays.</param>
    /// <returns>The design in the file, which the caller makes the current one.</returns>
    public ImageDesign? TakeFile(out IReadOnlyList<TomlProblem> problems)
    {
        lock (_disk)
        {
            if (DesignFolderReader.ReadText(_path, out var problem) is not { } text)
            {
                problems = [problem!];
                return null;
            }

            var result = DesignToml.Read(text);
            problems = result.Problems;
            if (result.Design is not null)
            {
                _diskText = text;
                _diskDesign = result.Design;
                _target.SetSave(SaveStatus.Unsaved, null);
            }

            return result.Design;
        }
    }

    /// <summary>Writes what is unsaved and stops. A design in conflict is written beside its file, so that it is not lost.</summary>
    public void Finish()
    {
        Save();
        lock (_disk)
        {
            if (_target.SaveState is SaveState.Conflict && _target.Design != _diskDesign)
            {
                AtomicFile.Replace(UndecidedPath, stream => stream.Write(ToBytes(_target.Design)));
            }

            _target.SetSave(SaveStatus.Closed, null);
        }

        _target.NotifySaved();
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>The timer's edge: a fault must not end the process, which may hold other unsaved designs.</summary>
    private void SaveInBackground()
    {
        try
        {
            Save();
        }
        catch (Exception e)
        {
            _target.SetSave(new SaveStatus(SaveState.Failed, e.Message), null);
            _target.NotifySaved();
        }
    }

    private static byte[] ToBytes(ImageDesign design) => Encoding.UTF8.GetBytes(DesignToml.ToText(design));

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private SaveStatus Write(ImageDesign design)
    {
        if (ReferenceEquals(design, _diskDesign) || design == _diskDesign)
        {
            return SaveStatus.Saved;
        }

        try
        {
            if (Compare() is { } difference)
            {
                return difference;
            }

            var text = DesignToml.ToText(design);
            AtomicFile.Replace(_path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            _diskText = text;
            _diskDesign = design;
            return SaveStatus.Saved;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SaveStatus(SaveState.Failed, e.Message);
        }
    }

    /// <summary>What differs between the file and what was last read or written: a conflict, or a folder that is gone; null when nothing does.</summary>
    private SaveStatus? Compare()
    {
        if (Path.GetDirectoryName(_path) is var folder && !Directory.Exists(folder))
        {
            return new SaveStatus(SaveState.Failed, $"The folder {folder} is gone.");
        }

        var text = DesignFolderReader.ReadText(_path, out var problem);
        if (string.Equals(text, _diskText, StringComparison.Ordinal))
        {
            return null;
        }

        if (text is null)
        {
            return File.Exists(_path)
                ? new SaveStatus(SaveState.Conflict, $"{DesignToml.FileName} was changed by another program.", [problem!])
                : new SaveStatus(SaveState.Conflict, $"{DesignToml.FileName} was removed by another program.");
        }

        var result = DesignToml.Read(text);
        if (result.Design is { } design && (design == _diskDesign || design == _target.Design))
        {
            // Only its form differs, such as a comment or the order of keys: the same design, so nothing to decide.
            _diskText = text;
            _diskDesign = design;
            return null;
        }

        return new SaveStatus(
            SaveState.Conflict,
            $"{DesignToml.FileName} was changed by another program.",
            result.Design is null ? result.Problems.ToEquatableArray() : []);
    }
}
