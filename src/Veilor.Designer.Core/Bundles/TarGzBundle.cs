using System.Formats.Tar;
using System.IO.Compression;

namespace Veilor.Designer.Core.Bundles;

/// <summary>
/// Bundles as gzip-compressed tar archives. The GNU form is used, because the runtime's pax form carries the
/// process id in its headers, and the older ustar form has no long or non-ASCII paths.
/// </summary>
public static class TarGzBundle
{
    /// <summary>Room for headers and padding: three blocks an entry.</summary>
    private const int OverheadPerEntry = 3 * 512;

    /// <summary>Writes an archive. The same entries, in any order, give the same bytes.</summary>
    /// <exception cref="ArgumentException">A path is not safe, stands twice, or is both a file and a folder.</exception>
    /// <exception cref="IOException">A content has another length than its entry says.</exception>
    public static void Write(IReadOnlyList<BundleEntry> entries, Stream target)
    {
        var ordered = BundleFormat.Order(entries);
        using var compressed = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        using var archive = new TarWriter(compressed, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var entry in ordered)
        {
            using var content = new MemoryStream();
            BundleFormat.CopyContent(entry, content);
            content.Position = 0;
            archive.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, entry.Path)
            {
                Mode = BundleFormat.ModeOf(entry),
                ModificationTime = BundleFormat.Timestamp,
                Uid = 0,
                Gid = 0,
                UserName = "",
                GroupName = "",
                DataStream = content,
            });
        }
    }

    /// <summary>Reads an archive into memory. Paths that lead out, links, devices and too much data are refused.</summary>
    /// <param name="source">The compressed archive.</param>
    /// <param name="limits">What it may unpack to; <see cref="BundleLimits.Default"/> when null.</param>
    public static BundleReadResult Read(Stream source, BundleLimits? limits = null)
    {
        limits ??= BundleLimits.Default;
        try
        {
            using var unpacked = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
            var maximum = limits.MaximumTotalBytes + (OverheadPerEntry * (long)limits.MaximumEntries);
            using var archive = new TarReader(new LimitedReadStream(unpacked, maximum), leaveOpen: true);
            var reader = new BundleReader(limits);
            var isEmpty = true;
            while (NextEntry(archive) is { } entry)
            {
                isEmpty = false;
                ReadEntry(entry, reader);
            }

            return isEmpty ? BundleReadResult.Refused("The tar archive is empty or not a tar archive.") : reader.Finish();
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return BundleReadResult.Refused($"The tar archive cannot be read: {exception.Message}");
        }
    }

    /// <summary>The runtime's reader lets arithmetic and argument errors out when a header holds an impossible number.</summary>
    private static TarEntry? NextEntry(TarReader archive)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception exception) when (exception is OverflowException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("A header is damaged.", exception);
        }
    }

    private static void ReadEntry(TarEntry entry, BundleReader reader)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                reader.AddFolder(entry.Name);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                reader.AddFile(entry.Name, entry.Mode.HasFlag(UnixFileMode.UserExecute), entry.DataStream ?? Stream.Null);
                break;
            case TarEntryType.GlobalExtendedAttributes:
                break;
            default:
                throw new InvalidDataException("It holds a link or a device; only files and folders are allowed.");
        }
    }
}
