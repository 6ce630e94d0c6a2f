using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A GPT has 128 entries, and the builders and the installer take some for what the firmware boots from (formats, 1.3; reqpart).</summary>
public sealed class ManyPartitionsRule() : DesignRule("VD3037", DiagnosticSeverity.Error, "The disk has no room for so many partitions")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var partitions = input.Design.Storage.Partitions;

        // An EFI and a BIOS boot partition are on every disk image, drawn or not.
        var count = partitions.Count + (partitions.FindIndex(partition => partition.FileSystem == FileSystemKind.Efi) >= 0 ? 1 : 2);
        if (count > LayoutSizes.MostPartitions)
        {
            yield return Report(StorageFields.Partitions.Path, FormattableString.Invariant($"With the partitions that the firmware boots from there are {count}, and a GPT has {LayoutSizes.MostPartitions} places. Use subvolumes of btrfs, logical volumes or folders."));
        }
    }
}
