using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc refuses signed upgrades under a policy that accepts anything (bootc#528); one that rejects by default stops every other pull.</summary>
public sealed class TrustPolicyRule() : DesignRule("VD7020", DiagnosticSeverity.Warning, "The container policy does not fit")
{
    private const string Policy = "etc/containers/policy.json";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Content.Find(DesignContent.OverlayFolder + Policy)?.ReadableText() is not { } text)
        {
            yield break;
        }

        var start = text.IndexOf("\"default\"", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(']', start);
        var byDefault = end < 0 ? "" : text[start..end];
        if (input.Design.Publish.Signed && byDefault.Contains("insecureAcceptAnything", StringComparison.Ordinal))
        {
            yield return Report(DeliveryFields.Signed.Path, $"The image is signed, and overlay/{Policy} accepts anything by default, so nothing checks the signature. Reject by default and name what is trusted with sigstoreSigned.");
        }

        if (byDefault.Contains("\"reject\"", StringComparison.Ordinal) && !text.Contains("docker.io", StringComparison.Ordinal) && !text.Contains("quay.io", StringComparison.Ordinal))
        {
            yield return Report(ContentFields.OverlayFrom.Path, $"overlay/{Policy} rejects by default and names neither quay.io nor docker.io: podman pull and toolbox fail on the machine. Add the registries that people need.");
        }
    }
}
