using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A group of nothing takes a part of the disk that nothing uses.</summary>
public sealed class EmptyVolumeGroupRule() : DesignRule("VD3028", DiagnosticSeverity.Error, "The volume group has no logical volumes")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            if (partition.FileSystem == FileSystemKind.Lvm && !input.Design.Storage.LogicalVolumes.Any(volume => volume.Group == partition.Name))
            {
                yield return Report(StorageFields.Partitions.PathOf(partition), $"The volume group '{partition.Name}' has no logical volumes, so nothing in it would be mounted.");
            }
        }
    }
}
