using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The workflow signs what it pushes; without a push or a workflow nothing is signed, and the installer insists on a signature.</summary>
public sealed class UnsignedPushRule() : DesignRule("VD8021", DiagnosticSeverity.Warning, "Nothing signs the image")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Publish.Signed && (input.Design.Publish.Repository is null || !input.Design.Workflow.Enabled))
        {
            yield return Report(DeliveryFields.Signed.Path, "Signing happens in the workflow after the push, and there is no workflow or no registry name. An installer that checks the signature would refuse the image.", "Do not sign", design => DeliveryFields.Signed.Set(design, false));
        }
    }
}
