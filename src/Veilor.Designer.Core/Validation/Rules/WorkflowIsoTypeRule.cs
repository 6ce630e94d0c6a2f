using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The workflow's ISO job builds what the design does not ask for.</summary>
public sealed class WorkflowIsoTypeRule() : DesignRule("VD8019", DiagnosticSeverity.Warning, "The workflow makes an ISO that is not among the image types")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Workflow is { Enabled: true, BuildIso: true } && !input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(DeliveryFields.BuildIso.Path, "The workflow makes an installer ISO, and no ISO is among the image types, so the rules for an ISO were not asked.", "Add anaconda-iso", design => DeliveryFields.ImageTypes.Add(design, ImageType.AnacondaIso));
        }
    }
}
