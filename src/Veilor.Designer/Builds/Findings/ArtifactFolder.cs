using System.Security.Cryptography;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Findings;

/// <summary>The folder <c>artifacts/</c> of a run: listing, hashing, and finding a file by the name in a URL.</summary>
public static class ArtifactFolder
{
    /// <summary>Every file below the folder, by path, with its digest where <c>SHA256SUMS</c> has one.</summary>
    /// <param name="folder">The folder <c>artifacts/</c>.</param>
    /// <param name="digests">What <see cref="ReadChecksums"/> gave.</param>
    public static IReadOnlyList<BuiltFile> List(string folder, IReadOnlyDictionary<string, string> digests) =>
    [
        .. Files(folder).Select(path => new BuiltFile(path, new FileInfo(Path.Combine(folder, path)).Length, digests.GetValueOrDefault(path, ""))),
    ];

    /// <summary>Hashes one file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<BuiltFile> HashAsync(string folder, string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(Path.Combine(folder, path));
        var digest = await SHA256.HashDataAsync(stream, cancellation);
        return new BuiltFile(path, stream.Length, Convert.ToHexStringLower(digest));
    }

    /// <summary>The text of <c>SHA256SUMS</c>, in the form that <c>sha256sum --check</c> reads.</summary>
    public static string Checksums(IEnumerable<BuiltFile> files) => string.Concat(files.Select(file => $"{file.Sha256}  {file.Path}\n"));

    /// <summary>The digests that <c>SHA256SUMS</c> has, by path; empty when there is no such file.</summary>
    public static IReadOnlyDictionary<string, string> ReadChecksums(string folder)
    {
        try
        {
            return File.ReadLines(Path.Combine(folder, RunPaths.Checksums))
                .Where(line => line.Length > 66)
                .ToDictionary(line => line[66..], line => line[..64], StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }
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
}
