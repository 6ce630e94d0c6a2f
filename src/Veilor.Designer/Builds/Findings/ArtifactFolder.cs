using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Findings;

/// <summary>The folder <c>artifacts/</c> of a run: listing, hashing, and finding a file by the name in a URL.</summary>
public static class ArtifactFolder
{
    /// <summary>Every file below the folder, by path, with the digests that <c>SHA256SUMS</c> has.</summary>
    public static IReadOnlyList<BuiltFile> List(string folder)
    {
        var digests = ReadChecksums(Path.Combine(folder, RunPaths.Checksums));
        return
        [
            .. Files(folder).Select(path => new BuiltFile(path, new FileInfo(Path.Combine(folder, path)).Length, digests.GetValueOrDefault(path, ""))),
        ];
    }

    /// <summary>Hashes the disk images and ISOs that the builders made: everything below the folder but the build's own files.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<IReadOnlyList<BuiltFile>> HashAsync(string folder, IEnumerable<string> paths, CancellationToken cancellation)
    {
        List<BuiltFile> files = [];
        foreach (var path in paths)
        {
            await using var stream = File.OpenRead(Path.Combine(folder, path));
            var digest = await SHA256.HashDataAsync(stream, cancellation);
            files.Add(new BuiltFile(path, stream.Length, Convert.ToHexStringLower(digest)));
        }

        return files;
    }

    /// <summary>Writes <c>SHA256SUMS</c> in the form that <c>sha256sum --check</c> reads.</summary>
    public static void WriteChecksums(string folder, IEnumerable<BuiltFile> files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append(file.Sha256).Append("  ").Append(file.Path).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, RunPaths.Checksums), text.ToString());
    }

    /// <summary>Paths below the folder, sorted, with forward slashes. Links are not followed.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Full paths of the folders below that this program may not look into: a builder that runs as root makes them under a strict umask.</summary>
    public static IEnumerable<string> ClosedFolders(string folder) =>
        Directory.EnumerateDirectories(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(IsClosed);

    /// <summary>The file that a URL names, or null: only files that <see cref="Files"/> lists can be named, so no path leads out.</summary>
    public static string? Find(string folder, string path) =>
        Directory.Exists(folder) && Files(folder).Contains(path, StringComparer.Ordinal) ? Path.Combine(folder, path) : null;

    private static bool IsClosed(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static Dictionary<string, string> ReadChecksums(string path)
    {
        try
        {
            return File.ReadLines(path)
                .Where(line => line.Length > 66)
                .ToDictionary(line => line[66..], line => line[..64], StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
