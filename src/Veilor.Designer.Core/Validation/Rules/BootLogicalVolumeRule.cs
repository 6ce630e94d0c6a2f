using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The builders refuse /boot in a logical volume (blueprint, disk customizations), and the firmware knows no LVM. Anaconda takes
/// kernels from a partition, RAID or btrfs alone (pyanaconda, bootloader/grub2.py); the disk builder adds a /boot by itself.
/// </summary>
public sealed class BootLogicalVolumeRule() : DesignRule("VD3029", DiagnosticSeverity.Error, "The boot loader does not read LVM")
{
    private static readonly Partition Boot = new() { Name = VolumeName.Parse("boot"), MountPoint = MountPoint.Parse("/boot") };

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        var volumes = design.Storage.LogicalVolumes;
        foreach (var volume in volumes)
        {
            if (volume.MountPoint?.ToString() is "/boot" or "/boot/efi")
            {
                yield return Report(StorageFields.LogicalVolumes.PathOf(volume, "mount_point"), $"'{volume.Name}' is mounted at {volume.MountPoint}, which must be a partition of its own.");
            }
        }

        // Of an encrypted group VD3015 says it.
        if (design.MakesIso() && !design.HasOwnKickstart()
            && volumes.FirstOrDefault(volume => volume.MountPoint is { IsRoot: true }) is { } root
            && StorageFields.Partitions.Find(design, root.Group.ToString()) is { Encrypted: false }
            && !StorageFacts.MountPoints(design.Storage).Any(mount => mount.MountPoint == Boot.MountPoint))
        {
            var message = $"The kernels would lie in the logical volume '{root.Name}', and the installer stops: its boot loader reads them from a partition. Draw a partition at /boot.";
            yield return StorageFields.Partitions.Find(design, Boot.Name.ToString()) is null
                ? Report(StorageFields.LogicalVolumes.PathOf(root, "mount_point"), message, "Add a boot partition", each => StorageFields.Partitions.Put(each, Boot))
                : Report(StorageFields.LogicalVolumes.PathOf(root, "mount_point"), message);
        }
    }
}
