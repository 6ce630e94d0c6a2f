using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>The least sizes of partitions: below them a tool refuses or an installation runs out of room.</summary>
public static class PartitionSizes
{
    /// <summary>
    /// mkfs refuses smaller ones: XFS 300 MiB (mkfs.xfs 5.19), btrfs 109 MiB, FAT32 33 MiB; /boot holds the kernels of
    /// two images, and the root two images.
    /// </summary>
    public static ByteSize Least(Partition partition) => Least(partition.FileSystem, partition.MountPoint);

    /// <inheritdoc cref="Least(Partition)"/>
    public static ByteSize Least(LogicalVolume volume) => Least(volume.FileSystem, volume.MountPoint);

    private static ByteSize Least(FileSystemKind fileSystem, MountPoint? mountPoint) => ByteSize.FromMebibytes((fileSystem, mountPoint?.ToString()) switch
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
