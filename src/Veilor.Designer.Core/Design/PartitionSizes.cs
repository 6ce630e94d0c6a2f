using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>The least sizes of partitions: below them a tool refuses or an installation runs out of room.</summary>
public static class PartitionSizes
{
    /// <summary>What LUKS2 keeps at the start of a partition, in MiB (cryptsetup 2.6, offset of the data segment).</summary>
    public const long LuksHeaderMebibytes = 16;

    /// <summary>
    /// mkfs refuses smaller ones: XFS 300 MiB (mkfs.xfs 5.19), btrfs 109 MiB, FAT32 33 MiB; /boot holds the kernels of
    /// two images, and the root two images. Inside LUKS2 the file system has the header's size less.
    /// </summary>
    public static ByteSize Least(Partition partition) => Least(partition.FileSystem, partition.MountPoint, partition.Encrypted ? LuksHeaderMebibytes : 0);

    /// <inheritdoc cref="Least(Partition)"/>
    public static ByteSize Least(LogicalVolume volume) => Least(volume.FileSystem, volume.MountPoint, header: 0);

    private static ByteSize Least(FileSystemKind fileSystem, MountPoint? mountPoint, long header) => ByteSize.FromMebibytes(header + (fileSystem, mountPoint?.ToString()) switch
    {
        (FileSystemKind.Efi, _) => 100,
        (FileSystemKind.Swap, _) => 1,
        (_, "/boot") => 384,
        (_, "/") => 4096,
        (FileSystemKind.Xfs, _) => 300,
        (FileSystemKind.Btrfs, _) => 256,
        _ => 16,
    });
}
