using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The release step uploads the parts of the ISO.</summary>
public sealed class ReleaseWithoutIsoRule() : DesignRule("VD8020", DiagnosticSeverity.Warning, "A release without an ISO has nothing to upload")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Workflow is { Enabled: true, Release: true, BuildIso: false })
        {
            yield return Report(DeliveryFields.Release.Path, "The release uploads the ISO, and the workflow makes none.", "Make no release", design => DeliveryFields.Release.Set(design, false));
        }
    }
}
