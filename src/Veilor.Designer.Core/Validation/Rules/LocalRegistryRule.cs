using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A loopback address means another machine on each machine: to one that was installed it is itself, and to a workflow its own runner.</summary>
public sealed class LocalRegistryRule() : DesignRule("VD8029", DiagnosticSeverity.Warning, "The registry is on this machine")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Publish.Repository is { IsOnThisMachine: true } repository)
        {
            yield return Report(DeliveryFields.Repository.Path, $"{repository.Registry} is a registry on the machine that builds. That is good for a trial here{(input.Design.Workflow.Enabled ? "; the workflow cannot push to it" : "")}, and machines with this image would look for updates on themselves.");
        }
    }
}
