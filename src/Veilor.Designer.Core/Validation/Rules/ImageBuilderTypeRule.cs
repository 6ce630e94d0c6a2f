using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc-image-builder ends: unsupported image type (image-builder, internal/bibimg).</summary>
public sealed class ImageBuilderTypeRule() : DesignRule("VD8032", DiagnosticSeverity.Error, "bootc-image-builder does not make this type")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Outputs.Builder == BuilderKind.BootcImageBuilder
            && input.Design.Outputs.ImageTypes.FindIndex(type => type.NeedsImageBuilder()) is var index and >= 0)
        {
            var name = DeliveryFields.ImageTypes.Codec.Format(input.Design.Outputs.ImageTypes[index]);
            yield return Report(DeliveryFields.ImageTypes.PathOf(input.Design.Outputs.ImageTypes[index]), $"Only image-builder makes {name}; bootc-image-builder would end with 'unsupported image type'.", "Use image-builder", design => DeliveryFields.Builder.Set(design, BuilderKind.ImageBuilder));
        }
    }
}
