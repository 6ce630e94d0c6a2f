using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>registry.redhat.io answers only to those who are logged in.</summary>
public sealed class LoginBaseRule() : DesignRule("VD1008", DiagnosticSeverity.Warning, "The base needs a login")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Workflow.Enabled && string.Equals(input.Design.Image.Base.Registry, "registry.redhat.io", StringComparison.Ordinal))
        {
            yield return Report(ImageFields.Base.Path, "registry.redhat.io gives images to those who are logged in, and the workflow logs in to the registry of the result only: its build would end at FROM.", "Generate no workflow", design => DeliveryFields.WorkflowEnabled.Set(design, false));
        }
    }
}
