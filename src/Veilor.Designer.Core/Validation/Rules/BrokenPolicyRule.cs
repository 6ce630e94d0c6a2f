using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Every pull ends when the policy cannot be read (containers-policy.json(5)).</summary>
public sealed class BrokenPolicyRule() : DesignRule("VD7045", DiagnosticSeverity.Error, "The container policy cannot be read")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (ContainerPolicy.Of(input.Content) is { Default.Count: 0 } policy)
        {
            yield return ReportFile(ContainerPolicy.Path, policy.IsJson
                ? $"overlay/{ContainerPolicy.Path} has no requirements under \"default\". podman and bootc refuse it, and every pull and update fails."
                : $"overlay/{ContainerPolicy.Path} is not JSON. podman and bootc cannot read it, and every pull and update fails.");
        }
    }
}
