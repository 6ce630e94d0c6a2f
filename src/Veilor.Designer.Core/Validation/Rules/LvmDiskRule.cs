using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>osbuild documents that LVM on the disk of a bootc image does not work at present (osbuild/images#2228).</summary>
public sealed class LvmDiskRule() : DesignRule("VD3031", DiagnosticSeverity.Warning, "Disk images with LVM do not start")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.MakesDisk()
            && !DeliveryFields.Acknowledged.Contains(input.Design, Descriptor.Code)
            && input.Design.Storage.Partitions.FirstOrDefault(partition => partition.FileSystem == FileSystemKind.Lvm) is { } group)
        {
            yield return Report(
                StorageFields.Partitions.PathOf(group, "file_system"),
                $"'{group.Name}' is a volume group. The disk builder takes it, and the disk images do not start. Only the installer makes LVM that works.",
                OutputMoves.ToInstallerTitle,
                OutputMoves.ToInstaller);
            yield return Report(
                DeliveryFields.ImageTypes.Path,
                "The layout has LVM, and disk images with it do not start at present.",
                "I know: the disk images are not for use",
                design => DeliveryFields.Acknowledged.Add(design, Descriptor.Code));
        }
    }
}
