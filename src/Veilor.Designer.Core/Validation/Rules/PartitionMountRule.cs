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
            else if (partition.FileSystem is FileSystemKind.Swap or FileSystemKind.Btrfs && partition.MountPoint is not null)
            {
                var what = partition.FileSystem == FileSystemKind.Swap ? "Swap is not mounted" : "A btrfs volume is mounted through its subvolumes";
                yield return Report(path, $"{what}, so '{partition.Name}' must have no mount point.", "Clear the mount point", design => StorageFields.Partitions.Put(design, partition with { MountPoint = null }));
            }
        }
    }
}
