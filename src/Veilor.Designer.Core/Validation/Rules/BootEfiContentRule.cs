using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: /boot/efi only vfat, and invalid mountpoint "/boot/efi" for btrfs subvolume (blueprint, disk customizations).</summary>
public sealed class BootEfiContentRule() : DesignRule("VD3014", DiagnosticSeverity.Error, "/boot/efi is for the EFI partition")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            if (partition.FileSystem != FileSystemKind.Efi && IsBootEfi(partition.MountPoint))
            {
                yield return Report(StorageFields.Partitions.PathOf(partition, "file_system"), $"'{partition.Name}' is mounted at /boot/efi, which firmware reads as FAT only.", "Make it the EFI partition", design => StorageFields.Partitions.Put(design, partition with { FileSystem = FileSystemKind.Efi, Encrypted = false }));
            }
        }

        foreach (var subvolume in input.Design.Storage.Subvolumes)
        {
            if (IsBootEfi(subvolume.MountPoint))
            {
                yield return Report(StorageFields.Subvolumes.PathOf(subvolume, "mount_point"), $"The subvolume '{subvolume.Name}' is mounted at /boot/efi, which firmware reads as FAT only.", "Remove the subvolume", design => StorageFields.Subvolumes.Remove(design, subvolume.Name.ToString()));
            }
        }
    }

    private static bool IsBootEfi(MountPoint? mountPoint) => string.Equals(mountPoint?.ToString(), "/boot/efi", StringComparison.Ordinal);
}
