using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Under a policy that accepts anything nothing checks the signature; one that rejects by default stops every other pull (containers-policy.json(5)).</summary>
public sealed class TrustPolicyRule() : DesignRule("VD7020", DiagnosticSeverity.Warning, "The container policy does not fit")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var policy = ContainerPolicy.Of(input.Content);
        if (input.Design.Publish.Signed && ContainerPolicy.IsOpen(input))
        {
            yield return Report(
                DeliveryFields.Signed.Path,
                $"The image is signed, and {(policy is null ? "the base's own policy" : $"overlay/{ContainerPolicy.Path}")} accepts anything by default, so no machine checks the signature of an update. A policy can check a key, or the e-mail address that a certificate names, and the workflow signs with neither: check it with cosign verify, or sign with a key and bring overlay/{ContainerPolicy.Path} that names it.",
                "Do not sign",
                design => DeliveryFields.Signed.Set(design, false));
        }

        if (policy is not null && policy.Rejects && !policy.Text.Contains("docker.io", StringComparison.Ordinal) && !policy.Text.Contains("quay.io", StringComparison.Ordinal))
        {
            yield return Report(PathOf(ContainerPolicy.Path), $"overlay/{ContainerPolicy.Path} rejects by default and names neither quay.io nor docker.io: podman pull and toolbox fail on the machine. Add the registries that people need.");
        }
    }
}
