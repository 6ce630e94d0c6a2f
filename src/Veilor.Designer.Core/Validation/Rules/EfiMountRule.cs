using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders take vfat at /boot/efi only, and bootupd looks there.</summary>
public sealed class EfiMountRule() : DesignRule("VD3013", DiagnosticSeverity.Error, "The EFI partition is mounted at /boot/efi")
{
    private static readonly MountPoint BootEfi = MountPoint.Parse("/boot/efi");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            if (partition.FileSystem == FileSystemKind.Efi && partition.MountPoint is { } mountPoint && mountPoint != BootEfi)
            {
                yield return Report(StorageFields.Partitions.PathOf(partition, "mount_point"), $"'{partition.Name}' is the EFI partition, which must be at /boot/efi and not at {mountPoint}.", "Mount it at /boot/efi", design => StorageFields.Partitions.Put(design, partition with { MountPoint = BootEfi }));
            }
        }
    }
}
