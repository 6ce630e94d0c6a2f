using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>RHEL and its rebuilds have no btrfs: pykickstart for RHEL10 says "btrfs has been removed", and the kernel lacks the module.</summary>
public sealed class BtrfsBaseRule() : DesignRule("VD8016", DiagnosticSeverity.Error, "This base has no btrfs")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var name = input.Design.Image.Base.Repository;
        if (!input.Design.IsEnterpriseLinux() || input.Design.Outputs.ImageTypes.IsEmpty)
        {
            yield break;
        }

        foreach (var partition in input.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Btrfs))
        {
            yield return Report(StorageFields.Partitions.PathOf(partition, "file_system"), $"'{partition.Name}' is btrfs, which {name} cannot mount: its kernel has no such file system. Use XFS or ext4.");
        }

        if (input.Design.Storage.Partitions.IsEmpty && input.Design.Outputs.RootFileSystem == RootFileSystem.Btrfs)
        {
            yield return Report(DeliveryFields.RootFileSystem.Path, $"The root file system is btrfs, which {name} cannot mount: its kernel has no such file system.", "Use XFS", design => DeliveryFields.RootFileSystem.Set(design, RootFileSystem.Xfs));
        }
    }
}
