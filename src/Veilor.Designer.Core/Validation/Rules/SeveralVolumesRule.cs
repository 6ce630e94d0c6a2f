using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: multiple btrfs volumes are not yet supported (blueprint, disk customizations).</summary>
public sealed class SeveralVolumesRule() : DesignRule("VD3011", DiagnosticSeverity.Error, "Disk images take one btrfs volume")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Outputs.ImageTypes.Any(type => type.IsDisk()))
        {
            foreach (var partition in input.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Btrfs).Skip(1))
            {
                yield return Report(StorageFields.Partitions.PathOf(partition), $"The builder takes one btrfs volume in a disk image, and '{partition.Name}' is a further one. The installer makes several.", OutputMoves.ToInstallerTitle, OutputMoves.ToInstaller);
            }
        }
    }
}
