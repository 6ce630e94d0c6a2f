using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>mkfs refuses smaller ones: XFS 300 MiB (mkfs.xfs 5.19), btrfs 109 MiB, FAT32 33 MiB; /boot holds the kernels of two images.</summary>
public sealed class SmallPartitionRule() : DesignRule("VD3017", DiagnosticSeverity.Error, "The partition is too small")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            var least = Least(partition);
            if (partition.Size < least)
            {
                yield return Report(StorageFields.Partitions.PathOf(partition, "size"), $"'{partition.Name}' has {partition.Size}; it needs at least {least}.", $"Give it {least}", design => StorageFields.Partitions.Put(design, partition with { Size = least }));
            }
        }
    }

    private static ByteSize Least(Partition partition) => ByteSize.FromMebibytes((partition.FileSystem, partition.MountPoint?.ToString()) switch
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
