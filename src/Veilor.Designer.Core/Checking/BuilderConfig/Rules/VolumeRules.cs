using Veilor.Designer.Core.Checking.BuilderConfig.Decoding;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>What a partition may hold: a filesystem, an LVM volume group or a Btrfs volume. Each finds its first problem.</summary>
internal static class VolumeRules
{
    private static readonly string[] Filesystems = ["ext4", "vfat", "xfs"];

    public static string? FindPlainProblem(ConfigTable partition, HashSet<string> mountpoints)
    {
        var mountpoint = partition.TextAt("mountpoint");
        var filesystem = partition.TextAt("fs_type");
        if (filesystem is "none" or "swap")
        {
            return mountpoint.Length == 0 ? null : $"mountpoint for {filesystem} partition must be empty (got {GoText.Quote(mountpoint)})";
        }

        var problem = MountpointProblem(mountpoint)
            ?? DuplicateProblem(mountpoint, mountpoints)
            ?? (Filesystems.Contains(filesystem, StringComparer.Ordinal)
                ? null
                : $"unknown or invalid filesystem type (fs_type) for mountpoint {GoText.Quote(mountpoint)}: {filesystem}")
            ?? ((mountpoint, filesystem) is ("/boot", "vfat") or ("/boot/efi", not "vfat")
                ? $"unsupported filesystem type for {GoText.Quote(mountpoint)}: {filesystem}"
                : null);
        if (problem is null)
        {
            mountpoints.Add(mountpoint);
        }

        return problem;
    }

    public static string? FindGroupProblem(ConfigTable partition, HashSet<string> mountpoints, HashSet<string> groups)
    {
        var group = partition.TextAt("name");
        if (group.Length > 0 && groups.Contains(group))
        {
            return $"duplicate LVM volume group name {GoText.Quote(group)} in partitioning customizations";
        }

        groups.Add(group);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var volume in partition.TablesAt("logical_volumes"))
        {
            var name = volume.TextAt("name");
            var mountpoint = volume.TextAt("mountpoint");
            if (!names.Add(name) && name.Length > 0)
            {
                return $"duplicate LVM logical volume name {GoText.Quote(name)} in volume group {GoText.Quote(group)} in partitioning customizations";
            }

            if (volume.TextAt("fs_type") == "swap")
            {
                // The builder stops here: volumes behind a swap volume go unchecked.
                return mountpoint.Length == 0 ? null : $"mountpoint for swap logical volume with name {GoText.Quote(name)} in volume group {GoText.Quote(group)} must be empty";
            }

            if (MountpointProblem(mountpoint) is { } problem)
            {
                return $"invalid logical volume customization: {problem}";
            }

            if (DuplicateProblem(mountpoint, mountpoints) is { } duplicate)
            {
                return duplicate;
            }

            mountpoints.Add(mountpoint);
            if (mountpoint is "/boot" or "/boot/efi")
            {
                return $"invalid mountpoint {GoText.Quote(mountpoint)} for logical volume";
            }

            if (!Filesystems.Contains(volume.TextAt("fs_type"), StringComparer.Ordinal))
            {
                return $"unknown or invalid filesystem type (fs_type) for logical volume with mountpoint {GoText.Quote(mountpoint)}: {volume.TextAt("fs_type")}";
            }
        }

        return null;
    }

    public static string? FindBtrfsProblem(ConfigTable partition, HashSet<string> mountpoints)
    {
        if (partition.CountAt("subvolumes") == 0)
        {
            return "btrfs volume requires subvolumes";
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subvolume in partition.TablesAt("subvolumes"))
        {
            var name = subvolume.TextAt("name");
            var mountpoint = subvolume.TextAt("mountpoint");
            if (name.Length == 0)
            {
                return "btrfs subvolume with empty name in partitioning customizations";
            }

            if (!names.Add(name))
            {
                return $"duplicate btrfs subvolume name {GoText.Quote(name)} in partitioning customizations";
            }

            if (MountpointProblem(mountpoint) is { } problem)
            {
                return $"invalid btrfs subvolume customization: {problem}";
            }

            if (DuplicateProblem(mountpoint, mountpoints) is { } duplicate)
            {
                return duplicate;
            }

            if (mountpoint == "/boot/efi")
            {
                return $"invalid mountpoint {GoText.Quote(mountpoint)} for btrfs subvolume";
            }

            mountpoints.Add(mountpoint);
        }

        return null;
    }

    private static string? DuplicateProblem(string mountpoint, HashSet<string> mountpoints) =>
        mountpoints.Contains(mountpoint) ? $"duplicate mountpoint {GoText.Quote(mountpoint)} in partitioning customizations" : null;

    private static string? MountpointProblem(string mountpoint)
    {
        if (mountpoint.Length == 0)
        {
            return "mountpoint is empty";
        }

        if (mountpoint[0] != '/')
        {
            return $"mountpoint {GoText.Quote(mountpoint)} is not an absolute path";
        }

        var clean = UnixPath.Clean(mountpoint);
        return mountpoint == clean ? null : $"mountpoint {GoText.Quote(mountpoint)} is not a canonical path (did you mean {GoText.Quote(clean)}?)";
    }
}
