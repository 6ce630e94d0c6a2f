using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The saved memory lies in swap on the disk; zram is memory itself (kernel, power/swsusp).</summary>
public sealed class HibernationSwapRule() : DesignRule("VD3024", DiagnosticSeverity.Warning, "Hibernation has no swap to save to")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var storage = input.Design.Storage;
        if (!input.Design.IsFor(MachineUse.Hibernation) || storage.Partitions.IsEmpty || storage.Partitions.Any(partition => partition.FileSystem == FileSystemKind.Swap) || storage.LogicalVolumes.Any(volume => volume.FileSystem == FileSystemKind.Swap))
        {
            yield break;
        }

        const string Message = "Machines are used for hibernation, and the layout has no swap. Draw a swap partition as large as the memory of the machines.";
        yield return StorageFields.Partitions.Find(input.Design, "swap") is null
            ? Report(StorageFields.Partitions.Path, Message, "Add a swap partition of 16 GiB", design => StorageFields.Partitions.Put(design, new Partition { Name = VolumeName.Parse("swap"), FileSystem = FileSystemKind.Swap, Size = ByteSize.FromGibibytes(16), Encrypted = design.Storage.HasEncryption }))
            : Report(StorageFields.Partitions.Path, Message);
    }
}
