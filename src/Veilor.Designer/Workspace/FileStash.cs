using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Editing;

namespace Veilor.Designer.Workspace;

/// <summary>
/// Content that an edit will bring into a design folder or has taken out of it: files in a folder of the session's own
/// beside the design, so that an exchange is a rename and undo needs no memory. It ends with the session.
/// </summary>
/// <remarks>Links are never followed: a path with a link in it is refused. Any thread may add; the session orders the exchanges.</remarks>
public sealed class FileStash(string folder)
{
    /// <summary>The folder beside the design; git leaves it out.</summary>
    public const string FolderName = ".undo";

    private const int KeyLength = 32;

    private static readonly string[] Tops = [DesignContent.OverlayFolder, DesignContent.AssetsFolder, DesignContent.ScriptsFolder];

    private readonly Lock _lock = new();
    private readonly string _own = Path.Combine(folder, FolderName, Guid.NewGuid().ToString("N"));
    private bool _isMade;

    /// <summary>Why no file can have this path; empty when one can.</summary>
    public static string Problem(string path)
    {
        if (!BundlePath.TryParse(path, out _, out var error))
        {
            return error;
        }

        return Array.Exists(Tops, top => path.StartsWith(top, StringComparison.Ordinal))
            ? ""
            : $"Files are kept below {string.Join(", ", Tops)} only.";
    }

    /// <summary>Keeps the content of a stream.</summary>
    /// <param name="content">The content.</param>
    /// <param name="isExecutable">Decides by the first bytes, at most 64, whether the file is a program.</param>
    /// <param name="cancellation">Ends the copy; nothing stays of it.</param>
    /// <returns>The key that <see cref="StashedFile"/> names.</returns>
    /// <exception cref="IOException">The disk is full, or the stream ends early.</exception>
    public async Task<string> AddAsync(Stream content, Func<ReadOnlyMemory<byte>, bool> isExecutable, CancellationToken cancellation)
    {
        var key = NewKey();
        try
        {
            await using var file = new FileStream(PathOf(key), FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var start = new byte[64];
            var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
            File.SetUnixFileMode(file.SafeFileHandle, FileModes.Of(isExecutable(start.AsMemory(0, length))));
            await file.WriteAsync(start.AsMemory(0, length), cancellation);
            await content.CopyToAsync(file, cancellation);
            await file.FlushAsync(cancellation);
            file.Flush(flushToDisk: true);
            return key;
        }
        catch
        {
            File.Delete(PathOf(key));
            throw;
        }
    }

    /// <summary>Keeps bytes.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public string Add(ReadOnlySpan<byte> content, bool isExecutable)
    {
        using var stream = new MemoryStream(content.ToArray());
        return Add(stream, isExecutable);
    }

    /// <summary>Keeps the content of a stream that is at hand.</summary>
    /// <exception cref="IOException">The disk is full, or the stream cannot be read.</exception>
    public string Add(Stream content, bool isExecutable)
    {
        var key = NewKey();
        AtomicFile.Replace(PathOf(key), content.CopyTo, FileModes.Of(isExecutable));
        return key;
    }

    /// <summary>
    /// Puts each file in its place and keeps what was there. All or nothing: when one cannot be placed, those before it
    /// are put back.
    /// </summary>
    /// <param name="files">The files; one without a key is taken away.</param>
    /// <returns>The same paths as they were, for the way back.</returns>
    /// <exception cref="IOException">A path leads through a link or a file, or the disk refuses. Nothing is changed then.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it. Nothing is changed then.</exception>
    public EquatableArray<StashedFile> Swap(EquatableArray<StashedFile> files)
    {
        var displaced = new Stack<StashedFile>();
        try
        {
            // What goes makes room first: a file may come where a folder was, and a folder where a file was.
            foreach (var file in files.OrderBy(each => each.Key is not null))
            {
                displaced.Push(Swap(file));
            }
        }
        catch
        {
            while (displaced.TryPop(out var file))
            {
                Swap(file);
            }

            throw;
        }

        return displaced.ToEquatableArray();
    }

    /// <summary>Forgets everything; the session has ended.</summary>
    public void Clear()
    {
        try
        {
            if (Directory.Exists(_own))
            {
                Directory.Delete(_own, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next session clears what is left.
        }
    }

    private StashedFile Swap(StashedFile file)
    {
        if (Problem(file.Path) is { Length: > 0 } problem)
        {
            throw new ArgumentException($"{file.Path}: {problem}", nameof(file));
        }

        var target = Path.Combine(folder, file.Path);
        var waiting = file.Key is null ? null : PathOf(file.Key);
        if (waiting is not null && !File.Exists(waiting))
        {
            throw new IOException($"The content of {file.Path} is gone.");
        }

        CheckFolders(file.Path);
        string? displaced = null;
        switch (PosixFiles.KindOf(target))
        {
            case PosixFileKind.File:
                displaced = NewKey();
                File.Move(target, PathOf(displaced));
                break;
            case PosixFileKind.Folder:
                throw new IOException($"{file.Path} is a folder. Choose another name for the file.");
            case not null:
                throw new IOException($"{file.Path} is a link or a device. Take it away outside of this program first.");
        }

        if (waiting is null)
        {
            RemoveEmptyFolders(Path.GetDirectoryName(target)!);
            return new StashedFile(file.Path, displaced);
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(waiting, target);
        }
        catch when (displaced is not null)
        {
            File.Move(PathOf(displaced), target);
            throw;
        }

        return new StashedFile(file.Path, displaced);
    }

    /// <summary>A link among the folders could lead anywhere; a file among them leaves no room.</summary>
    private void CheckFolders(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var kind = PosixFiles.KindOf(Path.Combine(folder, path[..slash]));
            if (kind is not (null or PosixFileKind.Folder))
            {
                throw new IOException($"{path[..slash]} is {(kind == PosixFileKind.File ? "a file" : "a link")}, so nothing can lie below it.");
            }
        }
    }

    private void RemoveEmptyFolders(string path)
    {
        while (path.Length > folder.Length && Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
            path = Path.GetDirectoryName(path)!;
        }
    }

    private string PathOf(string key) =>
        key.Length == KeyLength && key.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(_own, key)
            : throw new ArgumentException("This is no key of a file.", nameof(key));

    private string NewKey()
    {
        lock (_lock)
        {
            if (!_isMade)
            {
                Make();
                _isMade = true;
            }
        }

        return Guid.NewGuid().ToString("N");
    }

    /// <summary>Makes the folder, without what an earlier session left.</summary>
    private void Make()
    {
        var all = Path.GetDirectoryName(_own)!;
        if (PosixFiles.KindOf(all) is PosixFileKind.Folder)
        {
            Directory.Delete(all, recursive: true);
        }

        Directory.CreateDirectory(_own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(all, ".gitignore"), "*\n");
    }
}
