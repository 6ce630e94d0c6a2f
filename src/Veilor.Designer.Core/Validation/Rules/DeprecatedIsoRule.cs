using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Still built by both builders; the documentation prefers bootc-installer, which needs an installer container.</summary>
public sealed class DeprecatedIsoRule() : DesignRule("VD8002", DiagnosticSeverity.Info, "anaconda-iso will be retired")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (DeliveryFields.ImageTypes.Contains(input.Design, ImageType.AnacondaIso))
        {
            yield return Report(DeliveryFields.ImageTypes.PathOf(ImageType.AnacondaIso), "anaconda-iso is called a compatibility type by its makers. It works today; its successor, bootc-installer, needs an installer container of its own.");
        }
    }
}
