using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>pxe-tar-xz supports directories, files, users and kernel.append only (image-builder, imagetypes.yaml).</summary>
public sealed class PxeLayoutRule() : DesignRule("VD8023", DiagnosticSeverity.Warning, "A network boot image has no disk")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (DeliveryFields.ImageTypes.Contains(input.Design, ImageType.PxeTarXz) && !input.Design.Storage.Partitions.IsEmpty)
        {
            yield return Report(DeliveryFields.ImageTypes.PathOf(ImageType.PxeTarXz), "The layout has partitions, and a network boot image runs from memory: build/pxe-config.toml leaves them out.", "Leave the network boot image out", design => DeliveryFields.ImageTypes.Remove(design, ImageType.PxeTarXz));
        }
    }
}
