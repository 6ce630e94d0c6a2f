using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: btrfs volume requires subvolumes (blueprint, disk customizations).</summary>
public sealed class EmptyVolumeRule() : DesignRule("VD3007", DiagnosticSeverity.Error, "The btrfs partition has no subvolumes")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            if (partition.FileSystem == FileSystemKind.Btrfs && !input.Design.Storage.Subvolumes.Any(subvolume => subvolume.Volume == partition.Name))
            {
                yield return Report(StorageFields.Partitions.PathOf(partition), $"The btrfs partition '{partition.Name}' has no subvolumes, so nothing in it would be mounted.");
            }
        }
    }
}
