using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The initramfs mounts the root before fstab is read, and btrfs takes most of its options from the first mount of a volume (btrfs(5)).</summary>
public sealed class LostMountOptionsRule() : DesignRule("VD3032", DiagnosticSeverity.Warning, "Nothing carries the mount options")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions.Where(partition => partition.MountOptions is not null && !MountOptionPlaces.Carries(partition)))
        {
            var message = $"{Why(partition.FileSystem)} The options of '{partition.Name}' are written nowhere.";
            var path = StorageFields.Partitions.PathOf(partition, "mount_options");
            yield return Taker(input.Design.Storage, partition) is { } subvolume
                ? Report(path, message, $"Give them to the subvolume '{subvolume.Name}'", design => StorageFields.Partitions.Put(StorageFields.Subvolumes.Put(design, subvolume with { MountOptions = partition.MountOptions }), partition with { MountOptions = null }))
                : Report(path, message, "Clear the mount options", design => StorageFields.Partitions.Put(design, partition with { MountOptions = null }));
        }

        foreach (var subvolume in input.Design.Storage.Subvolumes)
        {
            if (SubvolumeMountOptions.Lost(input.Design.Storage, subvolume) is not { Count: > 0 } lost)
            {
                continue;
            }

            var words = string.Join(',', lost);
            var why = subvolume.MountPoint.IsRoot
                ? "The initramfs mounts the root, with what holds for the whole volume and for access times."
                : $"What holds for the whole volume is taken from its first mount, that of the root. Give {words} to the root's subvolume.";
            var rest = subvolume.MountOptions!.ToString().Split(',').Except(lost, StringComparer.Ordinal).ToList();
            yield return Report(
                StorageFields.Subvolumes.PathOf(subvolume, "mount_options"),
                $"{why} Of the subvolume '{subvolume.Name}' {words} is written nowhere.",
                $"Leave {words} out",
                design => StorageFields.Subvolumes.Put(design, subvolume with { MountOptions = rest.Count > 0 ? MountOptions.Parse(string.Join(',', rest)) : null }));
        }

        foreach (var volume in input.Design.Storage.LogicalVolumes.Where(volume => volume.MountOptions is not null && !MountOptionPlaces.Carries(volume)))
        {
            yield return Report(StorageFields.LogicalVolumes.PathOf(volume, "mount_options"), $"{Why(volume.FileSystem)} The options of '{volume.Name}' are written nowhere.", "Clear the mount options", design => StorageFields.LogicalVolumes.Put(design, volume with { MountOptions = null }));
        }
    }

    /// <summary>The subvolume that can have a btrfs partition's options: the root's, else the only one; null when it has options or would lose some.</summary>
    private static Subvolume? Taker(StorageSection storage, Partition partition)
    {
        if (partition.FileSystem != FileSystemKind.Btrfs)
        {
            return null;
        }

        var subvolumes = storage.Subvolumes.Where(each => each.Volume == partition.Name).ToList();
        var subvolume = subvolumes.Find(each => each.MountPoint.IsRoot) ?? (subvolumes.Count == 1 ? subvolumes[0] : null);
        return subvolume is { MountOptions: null } && SubvolumeMountOptions.Lost(storage, subvolume with { MountOptions = partition.MountOptions }).Count == 0 ? subvolume : null;
    }

    private static string Why(FileSystemKind fileSystem) => fileSystem switch
    {
        FileSystemKind.Btrfs => "A btrfs volume is not mounted; its subvolumes are.",
        FileSystemKind.Swap => "Swap is not mounted.",
        FileSystemKind.Lvm => "A volume group is not mounted; give the options to its logical volumes.",
        FileSystemKind.Efi => "The installer makes the EFI partition by itself.",
        _ => "The root is mounted before the installer's options are read, and what has no mount point is not mounted.",
    };
}
