namespace Veilor.Designer.Core.Bundles;

/// <summary>Collects the files of one archive and keeps the limits.</summary>
/// <param name="limits">What the archive may unpack to.</param>
internal sealed class BundleReader(BundleLimits limits)
{
    private readonly Dictionary<string, BundleEntry> _entries = new(StringComparer.Ordinal);

    private int _count;

    private long _totalBytes;

    /// <summary>Takes note of a folder; folders are made from the files' paths, so only the path is checked.</summary>
    /// <exception cref="InvalidDataException">The path is not safe, or there are too many entries.</exception>
    public void AddFolder(string path)
    {
        CountEntry();
        var trimmed = path.TrimEnd('/');
        if (trimmed is not ("" or "."))
        {
            RequireSafe(WithoutCurrentFolder(trimmed));
        }
        else if (path.StartsWith('/'))
        {
            RequireSafe(path);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The path is not safe or stands twice, or a limit is passed.</exception>
    public void AddFile(string path, bool isExecutable, Stream content)
    {
        CountEntry();
        var name = WithoutCurrentFolder(path);
        RequireSafe(name);
        using var buffer = new MemoryStream();
        new LimitedReadStream(content, limits.MaximumTotalBytes - _totalBytes).CopyTo(buffer);
        _totalBytes += buffer.Length;
        if (!_entries.TryAdd(name, BundleEntry.FromBytes(name, isExecutable, buffer.ToArray())))
        {
            throw new InvalidDataException($"“{name}” stands twice in the archive.");
        }
    }

    /// <exception cref="InvalidDataException">A path is both a file and a folder.</exception>
    public BundleReadResult Finish() =>
        BundleFormat.FirstFileThatIsFolder(_entries.Keys.ToHashSet(StringComparer.Ordinal)) is { } both
            ? throw new InvalidDataException($"“{both}” is both a file and a folder.")
            : BundleReadResult.Success([.. _entries.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);

    private static string WithoutCurrentFolder(string path) =>
        path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    private static void RequireSafe(string path)
    {
        if (!BundlePath.TryParse(path, out _, out var error))
        {
            throw new InvalidDataException($"The archive holds a path that is not safe. {error}");
        }
    }

    private void CountEntry()
    {
        if (++_count > limits.MaximumEntries)
        {
            throw new InvalidDataException($"The archive has more than {limits.MaximumEntries} entries.");
        }
    }
}
