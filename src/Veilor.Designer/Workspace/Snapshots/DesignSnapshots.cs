using System.Globalization;
using System.Text;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Workspace.Snapshots;

/// <summary>
/// Named states of designs: files in <c>snapshots/</c> of the design folder, so that they are copied, moved and kept in
/// git with it. A snapshot holds what the forms hold; the files below <c>overlay/</c>, <c>assets/</c> and <c>scripts/</c>
/// are not part of it.
/// </summary>
/// <remarks>
/// An exported bundle has no snapshots: it is what the image is built from, byte for byte as previewed, and an old
/// state may hold a password hash that was taken out before the export.
/// </remarks>
public sealed class DesignSnapshots(TimeProvider time)
{
    /// <summary>The folder beside <c>design.toml</c>.</summary>
    public const string FolderName = "snapshots";

    private const string Extension = ".toml";
    private const string TrashName = ".trash";
    private const int MaximumAttempts = 1_000;

    private readonly Subscriptions _subscriptions = new();

    /// <summary>Calls back after a snapshot of any design was taken, deleted or brought back, until the token is disposed.</summary>
    public IDisposable Subscribe(Action changed) => _subscriptions.Add(changed);

    /// <summary>The snapshots of a design, the newest first.</summary>
    /// <param name="folder">The design folder.</param>
    public IReadOnlyList<NamedSnapshot> List(string folder)
    {
        var path = Path.Combine(folder, FolderName);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*" + Extension)
                .Where(file => SnapshotName.IsStem(Path.GetFileNameWithoutExtension(file)) && PosixFiles.KindOf(file) == PosixFileKind.File)
                .Select(ToSnapshot)
                .OrderByDescending(snapshot => snapshot.TakenAt)
                .ThenBy(snapshot => snapshot.Id, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The snapshot with this name or id, or null. A name wins over an id.</summary>
    public NamedSnapshot? Find(string folder, string nameOrId)
    {
        var all = List(folder);
        return all.FirstOrDefault(each => string.Equals(each.Name, nameOrId, StringComparison.Ordinal))
            ?? all.FirstOrDefault(each => string.Equals(each.Id, nameOrId, StringComparison.Ordinal));
    }

    /// <summary>Keeps a design under a name. An existing snapshot is never replaced.</summary>
    public LibraryResult<NamedSnapshot> Take(string folder, string name, ImageDesign design)
    {
        name = name.Trim();
        if (SnapshotName.Problem(name) is { Length: > 0 } problem)
        {
            return LibraryResult<NamedSnapshot>.Failed(problem);
        }

        if (List(folder).FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            return LibraryResult<NamedSnapshot>.Failed($"There is a snapshot '{other.Name}' already. Choose another name, or delete it first.");
        }

        var now = time.GetUtcNow();
        var text = SnapshotHeader.Write(name, now) + DesignToml.ToText(design);
        return Guarded(folder, () =>
        {
            Directory.CreateDirectory(Path.Combine(folder, FolderName));
            var path = FreePath(folder, SnapshotName.ToStem(name));
            AtomicFile.Replace(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            return ToSnapshot(path);
        });
    }

    /// <summary>Reads the design that a snapshot holds.</summary>
    public LibraryResult<ImageDesign> Read(NamedSnapshot snapshot)
    {
        if (DesignFolderReader.ReadText(snapshot.Path, out var problem) is not { } text)
        {
            return LibraryResult<ImageDesign>.Failed($"The snapshot '{snapshot.Name}' cannot be read: {problem!.Message}.");
        }

        var result = DesignToml.Read(text);
        return result.Design is { } design
            ? LibraryResult<ImageDesign>.Of(design)
            : LibraryResult<ImageDesign>.Failed($"The snapshot '{snapshot.Name}' cannot be read: {result.Problems[0]}.");
    }

    /// <summary>Deletes a snapshot. Its file is kept in a hidden folder, from where <see cref="BringBack"/> takes it.</summary>
    public LibraryResult<DeletedSnapshot> Delete(NamedSnapshot snapshot)
    {
        var folder = Path.GetDirectoryName(snapshot.Path)!;
        return Guarded(folder, () =>
        {
            var trash = Directory.CreateDirectory(Path.Combine(folder, TrashName)).FullName;
            var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
            var target = Path.Combine(trash, $"{snapshot.Id}~{stamp}{Extension}");
            File.Move(snapshot.Path, target);
            return new DeletedSnapshot(snapshot, target);
        });
    }

    /// <summary>Undoes <see cref="Delete"/>.</summary>
    public LibraryResult<NamedSnapshot> BringBack(DeletedSnapshot deleted)
    {
        var designFolder = Path.GetDirectoryName(Path.GetDirectoryName(deleted.Snapshot.Path)!)!;
        return Guarded(designFolder, () =>
        {
            var path = FreePath(designFolder, deleted.Snapshot.Id);
            File.Move(deleted.TrashPath, path);
            return ToSnapshot(path);
        });
    }

    private LibraryResult<T> Guarded<T>(string folder, Func<T> change) where T : class
    {
        T value;
        try
        {
            value = change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return LibraryResult<T>.Failed($"The snapshots below {folder} cannot be changed: {e.Message}");
        }

        _subscriptions.Notify();
        return LibraryResult<T>.Of(value);
    }

    private static string FreePath(string folder, string stem) => Enumerable.Range(1, MaximumAttempts)
        .Select(attempt => Path.Combine(folder, FolderName, DesignSlug.Candidate(stem, attempt) + Extension))
        .First(path => !Path.Exists(path));

    private static NamedSnapshot ToSnapshot(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(path));
        try
        {
            using var reader = new StreamReader(path);
            var (name, takenAt) = SnapshotHeader.Read(reader);
            return new NamedSnapshot(id, name ?? id, takenAt ?? written, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new NamedSnapshot(id, id, written, path);
        }
    }
}
