using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>
/// The partitions on a disk of a chosen size, as they are drawn. Each part has a floor of the width, so that a small one
/// stays visible, and shares the rest by its size: equal steps of the pointer are equal numbers of bytes.
/// </summary>
public sealed class DiskLayout
{
    /// <summary>The most of the width that one part has whatever its size.</summary>
    private const double WidestFloor = 0.14;

    /// <summary>The most of the width that the floors of all parts take.</summary>
    private const double AllFloors = 0.6;

    /// <summary>4 EiB: twice as much is no size any more.</summary>
    private const long LargestDisk = 1L << 62;

    private readonly decimal _whole;
    private readonly double _floor;
    private readonly double _byShare;

    /// <param name="storage">The layout.</param>
    /// <param name="disk">The size of the disk. A layout that needs more is drawn whole.</param>
    public DiskLayout(StorageSection storage, ByteSize disk)
    {
        Disk = disk;
        Least = storage.Partitions.Sum(partition => (decimal)partition.Size.Bytes);
        _whole = Math.Max(Math.Max(disk.Bytes, Least), 1);
        var growing = storage.Partitions.Count(partition => partition.Grow);
        Room = Math.Max(0, disk.Bytes - Least);
        var spare = growing == 0 ? 0 : Room / growing;
        HasFree = growing == 0;
        var parts = storage.Partitions.Count + (HasFree ? 1 : 0);
        _floor = Math.Min(WidestFloor, AllFloors / Math.Max(1, parts));
        _byShare = 1 - (parts * _floor);
        Segments = [.. storage.Partitions.Select(partition => Segment(partition, partition.Size.Bytes + (partition.Grow ? spare : 0)))];
        Free = ByteSize.FromBytes(HasFree ? (long)Room : 0);
        FreeWidth = HasFree ? WidthOf(Room) : 0;
    }

    /// <summary>The sizes that a disk is drawn with, in GiB.</summary>
    public static IReadOnlyList<int> DiskSizes { get; } = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    public ByteSize Disk { get; }

    /// <summary>What the layout needs, in bytes.</summary>
    public decimal Least { get; }

    public IReadOnlyList<DiskSegment> Segments { get; }

    /// <summary>True when nothing grows, so that the picture has a part for what is free, also when that is nothing.</summary>
    public bool HasFree { get; }

    /// <summary>What no partition takes.</summary>
    public ByteSize Free { get; }

    public double FreeWidth { get; }

    public bool IsTooSmall => Least > Disk.Bytes;

    /// <summary>What is left beside the least sizes, in bytes.</summary>
    private decimal Room { get; }

    /// <summary>The smallest drawn disk that holds the layout and leaves something to grow into: one of the usual sizes, or the next power of two.</summary>
    public static ByteSize SmallestDisk(StorageSection storage)
    {
        var least = storage.Partitions.Sum(partition => (decimal)partition.Size.Bytes) * 1.25m;
        var bytes = ByteSize.FromGibibytes(DiskSizes.FirstOrDefault(size => ByteSize.FromGibibytes(size).Bytes >= least, DiskSizes[^1])).Bytes;
        while (bytes < least && bytes < LargestDisk)
        {
            bytes *= 2;
        }

        return ByteSize.FromBytes(bytes);
    }

    /// <summary>The sizes to draw for: the usual ones, what the layout needs, and the one that is drawn.</summary>
    public static IEnumerable<ByteSize> Offered(StorageSection storage, ByteSize drawn) =>
        DiskSizes.Select(size => ByteSize.FromGibibytes(size)).Append(SmallestDisk(storage)).Append(drawn).Distinct().Order();

    /// <summary>The largest size that a partition can have on this disk beside the others.</summary>
    public ByteSize Largest(Partition partition) =>
        ByteSize.FromBytes((long)Math.Min(partition.Size.Bytes + Room, long.MaxValue));

    /// <summary>The step by which a size of this order is changed.</summary>
    public static ByteSize Step(ByteSize size) => size.Bytes switch
    {
        < 2L << 30 => ByteSize.FromMebibytes(64),
        < 16L << 30 => ByteSize.FromMebibytes(512),
        < 256L << 30 => ByteSize.FromGibibytes(1),
        _ => ByteSize.FromGibibytes(8),
    };

    /// <summary>The size after its end was dragged, on a step of its order and within what the disk and the file system allow.</summary>
    /// <param name="partition">The partition as it was when the drag began.</param>
    /// <param name="width">How far, as a part of the picture's width; negative to the start of the disk.</param>
    public ByteSize Drag(Partition partition, double width)
    {
        var bytes = partition.Size.Bytes + ((decimal)Math.Clamp(width / _byShare, -1, 1) * _whole);
        var wished = ByteSize.FromBytes((long)Math.Clamp(bytes, 0, long.MaxValue / 2));
        var step = Step(wished).Bytes;
        return Clamp(partition, (wished.Bytes + (step / 2)) / step * step);
    }

    /// <summary>The size some steps on, on a multiple of the step.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="steps">How many; negative makes it smaller.</param>
    public ByteSize Move(Partition partition, int steps)
    {
        var step = Step(steps < 0 ? ByteSize.FromBytes(Math.Max(0, partition.Size.Bytes - 1)) : partition.Size).Bytes;
        var from = steps < 0 ? (partition.Size.Bytes + step - 1) / step : partition.Size.Bytes / step;
        return Clamp(partition, (from + steps) * step);
    }

    private ByteSize Clamp(Partition partition, long bytes)
    {
        var least = PartitionSizes.Least(partition).Bytes;
        return ByteSize.FromBytes(Math.Max(least, Math.Min(bytes, Largest(partition).Bytes)));
    }

    private DiskSegment Segment(Partition partition, decimal bytes)
    {
        var width = WidthOf(bytes);
        var mark = partition.Grow ? WidthOf(partition.Size.Bytes) / width : 1;
        return new DiskSegment(partition, ByteSize.FromBytes((long)Math.Min(bytes, long.MaxValue)), width, mark);
    }

    private double WidthOf(decimal bytes) => _floor + (_byShare * (double)(bytes / _whole));
}
