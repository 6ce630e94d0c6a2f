using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Anaconda stops at a logvol of an unknown group (custom partitioning); the disk config would leave it out.</summary>
public sealed class OrphanLogicalVolumeRule() : DesignRule("VD3027", DiagnosticSeverity.Error, "The logical volume lies in no volume group")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var groups = input.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Lvm).ToList();
        foreach (var volume in input.Design.Storage.LogicalVolumes.Where(volume => !groups.Exists(group => group.Name == volume.Group)))
        {
            var path = StorageFields.LogicalVolumes.PathOf(volume, "group");
            var message = $"There is no volume group '{volume.Group}' for the logical volume '{volume.Name}'.";
            yield return groups.Count == 0
                ? Report(path, message, "Remove the logical volume", design => StorageFields.LogicalVolumes.Remove(design, volume.Name.ToString()))
                : Report(path, message, $"Put it into {groups[0].Name}", design => StorageFields.LogicalVolumes.Put(design, volume with { Group = groups[0].Name }));
        }
    }
}
