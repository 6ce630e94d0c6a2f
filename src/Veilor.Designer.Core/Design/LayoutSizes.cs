using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Design;

/// <summary>The most that the tools take of a layout.</summary>
public static class LayoutSizes
{
    /// <summary>Entries of a GPT as sfdisk, parted and the builders write it (UEFI specification, 5.3).</summary>
    public const int MostPartitions = 128;

    private const long Tebibyte = 1L << 40;

    /// <summary>FAT32 counts sectors of 512 bytes with 32 bits (mkfs.fat(8)).</summary>
    public static ByteSize MostEfi { get; } = ByteSize.FromBytes((2 * Tebibyte) - 1024 * 1024);

    /// <summary>An ext4 file system with blocks of 4 KiB (ext4(5)).</summary>
    public static ByteSize MostExt4 { get; } = ByteSize.FromBytes(1024 * 1024 * Tebibyte);

    /// <summary>A dynamic VHD (qemu, block/vpc.c).</summary>
    public static ByteSize MostVhd { get; } = ByteSize.FromBytes(2040L << 30);

    /// <summary>A file of an ext4 file system with blocks of 4 KiB, in which a disk image usually lies.</summary>
    public static ByteSize MostFile { get; } = ByteSize.FromBytes(16 * Tebibyte);

    /// <summary>What Linux counts of a block device: 8 EiB, in bytes.</summary>
    public const decimal MostDevice = long.MaxValue;

    /// <summary>All partitions together in bytes; a number that no size can hold is one of the things to be said.</summary>
    public static decimal Total(StorageSection storage) => storage.Partitions.Sum(partition => (decimal)partition.Size.Bytes);
}
