using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without a registry name the workflow builds and checks, and pushes nothing; the ISO is made of a pushed image.</summary>
public sealed class WorkflowWithoutRegistryRule() : DesignRule("VD8006", DiagnosticSeverity.Warning, "The workflow publishes nothing")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Workflow.Enabled && input.Design.Workflow.BuildIso && input.Design.Publish.Repository is null)
        {
            yield return Report(DeliveryFields.BuildIso.Path, "The workflow can make the ISO of a pushed image only, and no registry name is given.", "Leave the ISO out of the workflow", design => DeliveryFields.BuildIso.Set(design, false));
        }
    }
}
