using System.IO.Compression;

namespace Veilor.Designer.Core.Bundles;

/// <summary>Bundles as zip archives, with the executable bit in Unix form.</summary>
public static class ZipBundle
{
    private const int TypeMask = 0xF000;

    private const int RegularType = 0x8000;

    private const int FolderType = 0x4000;

    private const int ModeShift = 16;

    /// <summary>Writes an archive. The same entries, in any order, give the same bytes.</summary>
    /// <exception cref="ArgumentException">A path is not safe, stands twice, or is both a file and a folder.</exception>
    /// <exception cref="IOException">A content has another length than its entry says.</exception>
    public static void Write(IReadOnlyList<BundleEntry> entries, Stream target)
    {
        var ordered = BundleFormat.Order(entries);
        using var archive = new ZipArchive(new ForwardOnlyStream(target), ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in ordered)
        {
            var zipEntry = archive.CreateEntry(entry.Path, CompressionLevel.Optimal);
            zipEntry.LastWriteTime = BundleFormat.Timestamp;
            zipEntry.ExternalAttributes = (RegularType | (int)BundleFormat.ModeOf(entry)) << ModeShift;
            using var content = zipEntry.Open();
            BundleFormat.CopyContent(entry, content);
        }
    }

    /// <summary>Reads an archive into memory. Paths that lead out, links, devices, encryption and too much data are refused.</summary>
    /// <param name="source">The archive; a stream that cannot seek is buffered whole.</param>
    /// <param name="limits">What it may unpack to; <see cref="BundleLimits.Default"/> when null.</param>
    public static BundleReadResult Read(Stream source, BundleLimits? limits = null)
    {
        try
        {
            using var archive = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            var reader = new BundleReader(limits ?? BundleLimits.Default);
            foreach (var entry in archive.Entries)
            {
                ReadEntry(entry, reader);
            }

            return reader.Finish();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return BundleReadResult.Refused($"The zip archive cannot be read: {exception.Message}");
        }
    }

    private static void ReadEntry(ZipArchiveEntry entry, BundleReader reader)
    {
        var mode = (entry.ExternalAttributes >> ModeShift) & 0xFFFF;
        if (entry.IsEncrypted)
        {
            throw new InvalidDataException("It is encrypted.");
        }

        if (entry.FullName.EndsWith('/'))
        {
            reader.AddFolder(entry.FullName);
            return;
        }

        if ((mode & TypeMask) is not (0 or RegularType))
        {
            throw new InvalidDataException((mode & TypeMask) == FolderType
                ? "A folder's name does not end with a slash."
                : "It holds a link or a device; only files and folders are allowed.");
        }

        using var content = entry.Open();
        reader.AddFile(entry.FullName, (mode & (int)UnixFileMode.UserExecute) != 0, content);
    }
}
