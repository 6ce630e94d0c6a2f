using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: multiple btrfs volumes are not yet supported (blueprint, disk customizations).</summary>
public sealed class SeveralVolumesRule() : DesignRule("VD3011", DiagnosticSeverity.Error, "Disk images take one volume of btrfs or LVM")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.Outputs.ImageTypes.Any(type => type.IsDisk()))
        {
            yield break;
        }

        var volumes = input.Design.Storage.Partitions.Where(partition => partition.FileSystem is FileSystemKind.Btrfs or FileSystemKind.Lvm).ToList();
        foreach (var partition in volumes.Skip(1))
        {
            var first = volumes[0].FileSystem == FileSystemKind.Btrfs ? "btrfs volume" : "volume group";
            yield return Report(StorageFields.Partitions.PathOf(partition), $"The builder takes one btrfs volume or one volume group in a disk image. '{partition.Name}' comes after the {first} '{volumes[0].Name}'. The installer makes several.", OutputMoves.ToInstallerTitle, OutputMoves.ToInstaller);
        }
    }
}
