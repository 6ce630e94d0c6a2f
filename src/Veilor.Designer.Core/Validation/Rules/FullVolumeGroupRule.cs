using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>LVM keeps 4 MiB at the start of the group and gives space in pieces of 4 MiB (lvm.conf, physical extents); LUKS2 keeps its header before it.</summary>
public sealed class FullVolumeGroupRule() : DesignRule("VD3030", DiagnosticSeverity.Error, "The volume group is too small")
{
    /// <summary>The largest size that can be written.</summary>
    private const decimal MostMebibytes = long.MaxValue >> 20;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var group in input.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Lvm))
        {
            var volumes = input.Design.Storage.LogicalVolumes.Where(volume => volume.Group == group.Name).ToList();
            var needed = volumes.Sum(volume => decimal.Ceiling(volume.Size.MebibytesRoundedUp / 4m) * 4) + 8 + (group.Encrypted ? PartitionSizes.LuksHeaderMebibytes : 0);
            if (volumes.Count > 0 && needed < MostMebibytes && group.Size.MebibytesRoundedUp < needed)
            {
                var least = ByteSize.FromMebibytes((long)needed);
                yield return Report(StorageFields.Partitions.PathOf(group, "size"), $"'{group.Name}' has {group.Size}, and its logical volumes need {least}.", $"Give it {least}", design => StorageFields.Partitions.Put(design, group with { Size = least }));
            }
        }
    }
}
