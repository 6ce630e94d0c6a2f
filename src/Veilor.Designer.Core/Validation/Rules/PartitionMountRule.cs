using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>ext4 and XFS need a mount point; swap and a btrfs volume must have none (blueprint, disk customizations).</summary>
public sealed class PartitionMountRule() : DesignRule("VD3006", DiagnosticSeverity.Error, "The partition cannot be mounted like this")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            var path = StorageFields.Partitions.PathOf(partition, "mount_point");
            if (partition.FileSystem is FileSystemKind.Ext4 or FileSystemKind.Xfs && partition.MountPoint is null)
            {
                yield return Report(path, $"The partition '{partition.Name}' has no mount point, so nothing would use it.");
            }
            else if (partition.FileSystem is FileSystemKind.Swap or FileSystemKind.Btrfs or FileSystemKind.Lvm && partition.MountPoint is not null)
            {
                var what = partition.FileSystem switch
                {
                    FileSystemKind.Swap => "Swap is not mounted",
                    FileSystemKind.Lvm => "A volume group is mounted through its logical volumes",
                    _ => "A btrfs volume is mounted through its subvolumes",
                };
                yield return Report(path, $"{what}, so '{partition.Name}' must have no mount point.", "Clear the mount point", design => StorageFields.Partitions.Put(design, partition with { MountPoint = null }));
            }
        }

        foreach (var volume in input.Design.Storage.LogicalVolumes)
        {
            var path = StorageFields.LogicalVolumes.PathOf(volume, "mount_point");
            if (volume.FileSystem == FileSystemKind.Swap && volume.MountPoint is not null)
            {
                yield return Report(path, $"Swap is not mounted, so '{volume.Name}' must have no mount point.", "Clear the mount point", design => StorageFields.LogicalVolumes.Put(design, volume with { MountPoint = null }));
            }
            else if (volume.FileSystem != FileSystemKind.Swap && volume.MountPoint is null)
            {
                yield return Report(path, $"The logical volume '{volume.Name}' has no mount point, so nothing would use it.");
            }
        }
    }
}
