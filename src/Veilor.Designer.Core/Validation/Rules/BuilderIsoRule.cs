using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Its documentation says the type is not available, though the program defines it.</summary>
public sealed class BuilderIsoRule() : DesignRule("VD8003", DiagnosticSeverity.Warning, "image-builder documents no anaconda-iso")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Outputs.Builder == BuilderKind.ImageBuilder && DeliveryFields.ImageTypes.Contains(input.Design, ImageType.AnacondaIso))
        {
            yield return Report(DeliveryFields.Builder.Path, "image-builder knows anaconda-iso for compatibility only, and its documentation calls it not available.", "Use bootc-image-builder", design => DeliveryFields.Builder.Set(design, BuilderKind.BootcImageBuilder));
        }
    }
}
