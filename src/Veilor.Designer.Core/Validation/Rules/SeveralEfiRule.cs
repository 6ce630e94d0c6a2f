using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Firmware and bootupd use one EFI system partition a disk; it is mounted at /boot/efi.</summary>
public sealed class SeveralEfiRule() : DesignRule("VD3012", DiagnosticSeverity.Error, "There is one EFI partition")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Efi).Skip(1))
        {
            yield return Report(StorageFields.Partitions.PathOf(partition), $"'{partition.Name}' is a second EFI partition on the disk.", $"Remove {partition.Name}", design => StorageFields.Partitions.Remove(design, partition.Name.ToString()));
        }
    }
}
