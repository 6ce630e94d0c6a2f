using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Workspace;

/// <summary>
/// Lays a bundle down as a folder that is absent, empty or an earlier export, which <see cref="BundleList"/> tells.
/// </summary>
/// <remarks>
/// All is checked before anything is written. Each file is replaced whole, one that did not change is left alone, and
/// one that the earlier export wrote and this one does not is removed. A person's own files (such as <c>.git</c>) stay.
/// The list is written first with the old and the new paths, so an interrupted export is still known as one.
/// </remarks>
public static class BundleFolder
{
    /// <exception cref="IOException">The disk is full, or a folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow it.</exception>
    public static ExportResult Write(IReadOnlyList<BundleEntry> entries, string folder)
    {
        if (Check(entries, folder, out var earlier) is { } problem)
        {
            return ExportResult.Refused(problem);
        }

        CreateFolder(folder);
        var paths = entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        var stale = earlier.Where(path => !paths.Contains(path)).ToList();
        WriteEntry(BundleList.ToEntry(paths.Union(stale, StringComparer.Ordinal).Where(path => path != BundleList.Path)), folder);
        foreach (var path in stale)
        {
            Remove(path, folder);
        }

        foreach (var entry in entries.Where(entry => entry.Path != BundleList.Path))
        {
            WriteEntry(entry, folder);
        }

        WriteEntry(entries.First(entry => entry.Path == BundleList.Path), folder);
        return ExportResult.Written(folder, entries.Count);
    }

    private static string? Check(IReadOnlyList<BundleEntry> entries, string folder, out IReadOnlyList<string> earlier)
    {
        earlier = [];
        switch (Directory.Exists(folder) ? PosixFileKind.Folder : PosixFiles.KindOf(folder))
        {
            case null:
                return null;
            case not PosixFileKind.Folder:
                return $"{folder} is not a folder.";
            case PosixFileKind.Folder when !Directory.EnumerateFileSystemEntries(folder).Any():
                return null;
        }

        var list = Path.Combine(folder, BundleList.Path);
        if (PosixFiles.KindOf(list) != PosixFileKind.File || BundleList.Parse(File.ReadAllText(list)) is not { } paths)
        {
            return $"{folder} holds other files: it is neither empty nor an earlier export (it has no valid {BundleList.Path}). Choose another folder.";
        }

        earlier = paths;
        var known = paths.Append(BundleList.Path).ToHashSet(StringComparer.Ordinal);
        return entries.Select(entry => CheckEntry(entry, folder, known)).Concat(paths.Select(path => CheckFolders(path, folder))).FirstOrDefault(problem => problem is not null);
    }

    private static string? CheckEntry(BundleEntry entry, string folder, HashSet<string> known)
    {
        var path = Path.Combine(folder, entry.Path);
        if (CheckFolders(entry.Path, folder) is { } problem)
        {
            return problem;
        }

        return PosixFiles.KindOf(path) switch
        {
            null => null,
            PosixFileKind.File when known.Contains(entry.Path) || IsSame(entry, path) => null,
            PosixFileKind.File => $"{path} is not from an earlier export, and the bundle has a file of that name. Move it away.",
            _ => $"{path} is not a file, and the bundle has a file of that name. Move it away.",
        };
    }

    /// <summary>Refuses a link among the folders of a path: what is written below it would land elsewhere.</summary>
    private static string? CheckFolders(string path, string folder)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var part = Path.Combine(folder, path[..slash]);
            if (PosixFiles.KindOf(part) is { } kind and not PosixFileKind.Folder)
            {
                return $"{part} is {(kind == PosixFileKind.SymbolicLink ? "a symbolic link" : "not a folder")}, and the bundle has a folder of that name. Move it away.";
            }
        }

        return null;
    }

    private static void WriteEntry(BundleEntry entry, string folder)
    {
        var parts = entry.Path.Split('/');
        var parent = folder;
        foreach (var part in parts[..^1])
        {
            parent = Path.Combine(parent, part);
            CreateFolder(parent);
        }

        var path = Path.Combine(parent, parts[^1]);
        var mode = FileModes.Of(entry.IsExecutable);
        if (!IsSame(entry, path))
        {
            AtomicFile.Replace(path, target => Copy(entry, target), mode);
        }
        else if (File.GetUnixFileMode(path) != mode)
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static void Copy(BundleEntry entry, Stream target)
    {
        using var source = entry.Open();
        source.CopyTo(target);
    }

    private static void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, FileModes.Executable);
        }
    }

    /// <summary>Removes a file and the folders that it leaves empty.</summary>
    private static void Remove(string path, string folder)
    {
        File.Delete(Path.Combine(folder, path));
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var parent = Path.Combine(folder, path[..slash]);
            if (!Directory.Exists(parent) || Directory.EnumerateFileSystemEntries(parent).Any())
            {
                return;
            }

            Directory.Delete(parent);
        }
    }

    private static bool IsSame(BundleEntry entry, string path)
    {
        if (PosixFiles.KindOf(path) != PosixFileKind.File || new FileInfo(path).Length != entry.Length)
        {
            return false;
        }

        using var left = new BufferedStream(entry.Open());
        using var right = new BufferedStream(File.OpenRead(path));
        int value;
        while ((value = left.ReadByte()) == right.ReadByte())
        {
            if (value < 0)
            {
                return true;
            }
        }

        return false;
    }
}
