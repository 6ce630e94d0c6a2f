namespace Veilor.Designer.Core.Bundles;

/// <summary>
/// What makes archives of the same entries equal byte for byte: one order, one time, two modes, one compression.
/// The bytes of the compressed data come from the runtime's zlib, so they are the same for one .NET version.
/// </summary>
internal static class BundleFormat
{
    public const UnixFileMode FileMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public const UnixFileMode ExecutableMode =
        FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The modification time of every file: the earliest that the zip format can hold.</summary>
    public static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static UnixFileMode ModeOf(BundleEntry entry) => entry.IsExecutable ? ExecutableMode : FileMode;

    /// <summary>The entries in ordinal order of their paths.</summary>
    /// <exception cref="ArgumentException">A path is not safe, stands twice, or is both a file and a folder.</exception>
    public static IReadOnlyList<BundleEntry> Order(IReadOnlyList<BundleEntry> entries)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!BundlePath.TryParse(entry.Path, out _, out var error))
            {
                throw new ArgumentException($"“{entry.Path}” cannot be put into a bundle. {error}", nameof(entries));
            }

            if (!paths.Add(entry.Path))
            {
                throw new ArgumentException($"“{entry.Path}” stands twice in the bundle.", nameof(entries));
            }
        }

        return FirstFileThatIsFolder(paths) is { } both
            ? throw new ArgumentException($"“{both}” is both a file and a folder.", nameof(entries))
            : [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    /// <summary>The first path that another lies below; null when there is none.</summary>
    public static string? FirstFileThatIsFolder(IReadOnlySet<string> paths)
    {
        foreach (var path in paths)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                if (paths.Contains(path[..slash]))
                {
                    return path[..slash];
                }
            }
        }

        return null;
    }

    /// <summary>Copies an entry's content.</summary>
    /// <exception cref="IOException">The content has another length than the entry says; it changed in between.</exception>
    public static void CopyContent(BundleEntry entry, Stream target)
    {
        using var content = entry.Open();
        var buffer = new byte[81920];
        long length = 0;
        int count;
        while (length <= entry.Length && (count = content.Read(buffer)) > 0)
        {
            length += count;
            target.Write(buffer, 0, count);
        }

        if (length != entry.Length)
        {
            throw new IOException($"“{entry.Path}” changed while it was read.");
        }
    }
}
