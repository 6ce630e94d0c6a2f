using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>The layouts to start from.</summary>
public static class LayoutPresets
{
    private static readonly VolumeName System = VolumeName.Parse("system");

    private static readonly Partition Firmware = new()
    {
        Name = VolumeName.Parse("efi"),
        FileSystem = FileSystemKind.Efi,
        MountPoint = MountPoint.Parse("/boot/efi"),
        Size = ByteSize.FromMebibytes(600),
    };

    private static readonly Partition Boot = new()
    {
        Name = VolumeName.Parse("boot"),
        FileSystem = FileSystemKind.Ext4,
        MountPoint = MountPoint.Parse("/boot"),
        Size = ByteSize.FromGibibytes(1),
    };

    private static readonly Partition Btrfs = new()
    {
        Name = System,
        FileSystem = FileSystemKind.Btrfs,
        Size = ByteSize.FromGibibytes(20),
        Grow = true,
    };

    private static readonly EquatableArray<Subvolume> RootAndHome = Subvolumes(("root", "/"), ("home", "/var/home"));

    public static IReadOnlyList<LayoutPreset> All { get; } =
    [
        new("btrfs", "Whole disk, btrfs", "One volume for everything, with subvolumes for the root and the homes. For a machine whose disk needs no passphrase.")
        {
            Partitions = [Firmware, Boot, Btrfs],
            Subvolumes = RootAndHome,
        },
        new("btrfs-encrypted", "Encrypted btrfs", "The same inside LUKS2: the machine asks for a passphrase at each start. Only the installer can make it, not a disk image.")
        {
            Partitions = [Firmware, Boot, Btrfs with { Encrypted = true }],
            Subvolumes = RootAndHome,
        },
        new("xfs", "Plain XFS", "One file system for everything, the simplest that a disk image and the installer both make. For virtual machines and servers.")
        {
            Partitions =
            [
                Firmware, Boot,
                new Partition { Name = VolumeName.Parse("root"), FileSystem = FileSystemKind.Xfs, MountPoint = MountPoint.Root, Size = ByteSize.FromGibibytes(10), Grow = true },
            ],
        },
        new("xfs-data", "XFS with data apart", "The root and what services keep in /var on partitions of their own, so that full data does not fill the system.")
        {
            Partitions =
            [
                Firmware, Boot,
                new Partition { Name = VolumeName.Parse("root"), FileSystem = FileSystemKind.Xfs, MountPoint = MountPoint.Root, Size = ByteSize.FromGibibytes(16) },
                new Partition { Name = VolumeName.Parse("var"), FileSystem = FileSystemKind.Xfs, MountPoint = MountPoint.Parse("/var"), Size = ByteSize.FromGibibytes(10), Grow = true },
            ],
        },
        new("lvm", "Server with LVM", "A volume group with logical volumes for the root and /var, which can be resized later. Only the installer makes it so that it starts: disk images with LVM do not, at present.")
        {
            Partitions =
            [
                Firmware, Boot,
                new Partition { Name = System, FileSystem = FileSystemKind.Lvm, Size = ByteSize.FromGibibytes(32), Grow = true },
            ],
            LogicalVolumes =
            [
                new LogicalVolume { Name = VolumeName.Parse("root"), Group = System, MountPoint = MountPoint.Root, Size = ByteSize.FromGibibytes(16) },
                new LogicalVolume { Name = VolumeName.Parse("var"), Group = System, MountPoint = MountPoint.Parse("/var"), Size = ByteSize.FromGibibytes(10), Grow = true },
            ],
        },
        new("none", "No layout", "The installer partitions the disk by itself, and the disk builder too."),
    ];

    private static EquatableArray<Subvolume> Subvolumes(params IEnumerable<(string Name, string MountPoint)> each) =>
        [.. each.Select(subvolume => new Subvolume { Name = VolumeName.Parse(subvolume.Name), MountPoint = MountPoint.Parse(subvolume.MountPoint), Volume = System })];
}
