using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>A part of the disk's picture.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Size">The size on a disk of the drawn size, with what it grows by.</param>
/// <param name="Share">Its part of the disk, 0 to 1.</param>
public sealed record DiskSegment(Partition Partition, ByteSize Size, double Share)
{
    /// <summary>The sizes a disk is drawn with, in GiB.</summary>
    public static IReadOnlyList<int> DiskSizes { get; } = [16, 32, 64, 128, 256, 512, 1024, 2048];

    /// <summary>The smallest drawn disk that holds the layout and leaves something to grow into; the largest when none does.</summary>
    public static ByteSize SmallestDisk(StorageSection storage)
    {
        var least = storage.Partitions.Sum(partition => (decimal)partition.Size.Bytes);
        var fitting = DiskSizes.Where(size => ByteSize.FromGibibytes(size).Bytes >= least * 1.25m).DefaultIfEmpty(DiskSizes[^1]).First();
        return ByteSize.FromGibibytes(fitting);
    }

    /// <summary>Lays the partitions on a disk. What is left goes to those that grow, in equal parts.</summary>
    /// <param name="storage">The layout.</param>
    /// <param name="disk">The size of the disk.</param>
    public static IReadOnlyList<DiskSegment> Of(StorageSection storage, ByteSize disk)
    {
        var least = storage.Partitions.Sum(partition => (decimal)partition.Size.Bytes);
        var growing = storage.Partitions.Count(partition => partition.Grow);
        var spare = growing == 0 ? 0 : Math.Max(0, (disk.Bytes - least) / growing);
        var whole = Math.Max(disk.Bytes, least);
        return
        [
            .. storage.Partitions.Select(partition =>
            {
                var bytes = partition.Size.Bytes + (partition.Grow ? spare : 0);
                return new DiskSegment(partition, ByteSize.FromBytes((long)Math.Min(bytes, long.MaxValue)), whole == 0 ? 0 : (double)(bytes / whole));
            }),
        ];
    }

    /// <summary>The bytes that no partition takes; zero when the layout is larger than the disk.</summary>
    public static ByteSize Free(StorageSection storage, ByteSize disk)
    {
        var least = storage.Partitions.Sum(partition => (decimal)partition.Size.Bytes);
        return storage.Partitions.Any(partition => partition.Grow) || least >= disk.Bytes
            ? ByteSize.FromBytes(0)
            : ByteSize.FromBytes(disk.Bytes - (long)least);
    }
}
