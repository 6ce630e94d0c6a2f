using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The boot loader reads /boot and the EFI partition before anything can ask for a passphrase.</summary>
public sealed class EncryptedBootRule() : DesignRule("VD3008", DiagnosticSeverity.Error, "The boot partition must stay readable")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            var isBoot = partition.FileSystem == FileSystemKind.Efi || string.Equals(partition.MountPoint?.ToString(), "/boot", StringComparison.Ordinal);
            if (partition.Encrypted && isBoot)
            {
                yield return Report(StorageFields.Partitions.PathOf(partition, "encrypted"), $"'{partition.Name}' is read by the boot loader before a passphrase can be asked for.", "Leave it unencrypted", design => StorageFields.Partitions.Put(design, partition with { Encrypted = false }));
            }
        }
    }
}
