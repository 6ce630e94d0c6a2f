namespace Veilor.Designer.Core.Design;

/// <summary>
/// Which mount options reach a machine: those that kickstart's <c>part</c> and <c>logvol</c> write to fstab. A btrfs volume is
/// not mounted itself (<see cref="SubvolumeMountOptions"/>), and the root is mounted by the initramfs before fstab is read.
/// </summary>
public static class MountOptionPlaces
{
    public static bool Carries(Partition partition) =>
        partition is { FileSystem: FileSystemKind.Ext4 or FileSystemKind.Xfs, MountPoint: not null } && !partition.MountPoint.IsRoot;

    /// <inheritdoc cref="Carries(Partition)"/>
    public static bool Carries(LogicalVolume volume) =>
        volume is { FileSystem: not FileSystemKind.Swap, MountPoint: not null } && !volume.MountPoint.IsRoot;
}
