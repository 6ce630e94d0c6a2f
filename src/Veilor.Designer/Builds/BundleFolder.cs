using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.Builds;

/// <summary>Lays a bundle down as the folder in which a run's steps work.</summary>
public static class BundleFolder
{
    private const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable =
        Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Writes every entry below <paramref name="folder"/>, files with mode 0644 or 0755 and folders with 0755 whatever the umask is:
    /// modes become part of the image's layers.
    /// </summary>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    /// <exception cref="ArgumentException">An entry's path is not relative, or leaves the folder.</exception>
    public static async Task WriteAsync(string folder, IReadOnlyList<BundleEntry> entries, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(folder);
        CreateFolder(root);
        foreach (var entry in entries)
        {
            var segments = entry.Path.Split('/');
            if (segments.Any(segment => segment is "" or "." or ".."))
            {
                throw new ArgumentException($"The bundle path '{entry.Path}' is not a plain relative path.", nameof(entries));
            }

            var parent = root;
            foreach (var segment in segments[..^1])
            {
                parent = Path.Combine(parent, segment);
                CreateFolder(parent);
            }

            await WriteFileAsync(Path.Combine(parent, segments[^1]), entry, cancellation);
        }
    }

    /// <summary>Reads a folder that <see cref="WriteAsync"/> made, as it is now; content is read when an entry is opened.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<BundleEntry> Read(string folder)
    {
        var root = Path.GetFullPath(folder);
        return
        [
            .. new DirectoryInfo(root).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
                .Select(file => new BundleEntry(
                    Path.GetRelativePath(root, file.FullName),
                    file.UnixFileMode.HasFlag(UnixFileMode.UserExecute),
                    file.Length,
                    file.OpenRead))
                .OrderBy(entry => entry.Path, StringComparer.Ordinal),
        ];
    }

    private static async Task WriteFileAsync(string path, BundleEntry entry, CancellationToken cancellation)
    {
        await using var source = entry.Open();
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        File.SetUnixFileMode(target.SafeFileHandle, entry.IsExecutable ? Executable : Plain);
        await source.CopyToAsync(target, cancellation);
    }

    private static void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            File.SetUnixFileMode(path, Executable);
        }
    }
}
