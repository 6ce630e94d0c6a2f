using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The command btrfs of kickstart has no mount options (pykickstart), and the initramfs mounts the root before fstab is read.</summary>
public sealed class LostMountOptionsRule() : DesignRule("VD3032", DiagnosticSeverity.Warning, "Nothing carries the mount options")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions.Where(partition => partition.MountOptions is not null && !MountOptionPlaces.Carries(partition)))
        {
            yield return Report(StorageFields.Partitions.PathOf(partition, "mount_options"), $"{Why(partition.FileSystem)} The options of '{partition.Name}' are written nowhere.", "Clear the mount options", design => StorageFields.Partitions.Put(design, partition with { MountOptions = null }));
        }

        foreach (var volume in input.Design.Storage.LogicalVolumes.Where(volume => volume.MountOptions is not null && !MountOptionPlaces.Carries(volume)))
        {
            yield return Report(StorageFields.LogicalVolumes.PathOf(volume, "mount_options"), $"{Why(volume.FileSystem)} The options of '{volume.Name}' are written nowhere.", "Clear the mount options", design => StorageFields.LogicalVolumes.Put(design, volume with { MountOptions = null }));
        }
    }

    private static string Why(FileSystemKind fileSystem) => fileSystem switch
    {
        FileSystemKind.Btrfs => "The installer's command for btrfs takes no mount options.",
        FileSystemKind.Swap => "Swap is not mounted.",
        FileSystemKind.Lvm => "A volume group is not mounted; give the options to its logical volumes.",
        FileSystemKind.Efi => "The installer makes the EFI partition by itself.",
        _ => "The root is mounted before the installer's options are read, and what has no mount point is not mounted.",
    };
}
