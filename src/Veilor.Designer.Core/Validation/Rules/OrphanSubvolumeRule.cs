using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kickstart finds a subvolume's volume by label; without one the installer stops.</summary>
public sealed class OrphanSubvolumeRule() : DesignRule("VD3005", DiagnosticSeverity.Error, "The subvolume lies in no btrfs partition")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var subvolume in input.Design.Storage.Subvolumes)
        {
            if (input.Design.Storage.Partitions.Any(partition => partition.FileSystem == FileSystemKind.Btrfs && partition.Name == subvolume.Volume))
            {
                continue;
            }

            var path = StorageFields.Subvolumes.PathOf(subvolume, "volume");
            var message = $"There is no btrfs partition '{subvolume.Volume}' for the subvolume '{subvolume.Name}'.";
            var volume = input.Design.Storage.Partitions.FirstOrDefault(partition => partition.FileSystem == FileSystemKind.Btrfs);
            yield return volume is null
                ? Report(path, message, "Remove the subvolume", design => StorageFields.Subvolumes.Remove(design, subvolume.Name.ToString()))
                : Report(path, message, $"Put it into {volume.Name}", design => StorageFields.Subvolumes.Put(design, subvolume with { Volume = volume.Name }));
        }
    }
}
