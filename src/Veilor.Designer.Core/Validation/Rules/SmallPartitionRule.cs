using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Below <see cref="PartitionSizes"/> a tool refuses or an installation runs out of room.</summary>
public sealed class SmallPartitionRule() : DesignRule("VD3017", DiagnosticSeverity.Error, "The partition is too small")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            var least = PartitionSizes.Least(partition);
            if (partition.Size < least)
            {
                yield return Report(StorageFields.Partitions.PathOf(partition, "size"), $"'{partition.Name}' has {partition.Size}; it needs at least {least}.", $"Give it {least}", design => StorageFields.Partitions.Put(design, partition with { Size = least }));
            }
        }

        foreach (var volume in input.Design.Storage.LogicalVolumes)
        {
            var least = PartitionSizes.Least(volume);
            if (volume.Size < least)
            {
                yield return Report(StorageFields.LogicalVolumes.PathOf(volume, "size"), $"'{volume.Name}' has {volume.Size}; it needs at least {least}.", $"Give it {least}", design => StorageFields.LogicalVolumes.Put(design, volume with { Size = least }));
            }
        }
    }
}
