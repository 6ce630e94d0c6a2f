using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>pxe-tar-xz supports directories, files, users and kernel.append only (image-builder, imagetypes.yaml).</summary>
public sealed class PxeLayoutRule() : DesignRule("VD8023", DiagnosticSeverity.Warning, "A network boot image has no disk")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!DeliveryFields.ImageTypes.Contains(input.Design, ImageType.PxeTarXz) || input.Design.Storage.Partitions.IsEmpty)
        {
            yield break;
        }

        var path = DeliveryFields.ImageTypes.PathOf(ImageType.PxeTarXz);
        yield return input.Design.Outputs.Builder == BuilderKind.ImageBuilder
            ? Report(path, "The layout has partitions, and image-builder refuses them for this type: customizations.disk: not supported. Build the network boot image from a design without partitions.", "Leave the network boot image out", design => DeliveryFields.ImageTypes.Remove(design, ImageType.PxeTarXz))
            : Report(path, "The layout has partitions, and the builder ignores them for this type, with a warning on its error stream only.", "Leave the network boot image out", design => DeliveryFields.ImageTypes.Remove(design, ImageType.PxeTarXz));
    }
}
