using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>No builder makes LUKS (osbuild/image-builder#2609); only a kickstart does.</summary>
public sealed class UnencryptedDiskRule() : DesignRule("VD3003", DiagnosticSeverity.Warning, "Disk images will not be encrypted")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Storage.HasEncryption
            && input.Design.MakesDisk()
            && !DeliveryFields.Acknowledged.Contains(input.Design, Descriptor.Code))
        {
            yield return Report(
                DeliveryFields.ImageTypes.Path,
                "The layout is encrypted, but no builder can make LUKS in a disk image: the disks will be readable to whoever has them. Only the installer ISO encrypts.",
                "I know: the disk images stay unencrypted",
                design => DeliveryFields.Acknowledged.Add(design, Descriptor.Code));
            var encrypted = input.Design.Storage.Partitions.First(partition => partition.Encrypted);
            yield return Report(
                StorageFields.Partitions.PathOf(encrypted, "encrypted"),
                $"'{encrypted.Name}' is encrypted by the installer only; the disk images carry it in the clear.",
                OutputMoves.ToInstallerTitle,
                OutputMoves.ToInstaller);
        }
    }
}
