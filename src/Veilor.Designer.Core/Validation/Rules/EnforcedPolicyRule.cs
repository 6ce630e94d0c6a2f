using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc ends with "specifies a default of `insecureAcceptAnything`; refusing usage" (ostree-ext, container/store.rs; bootc#528).</summary>
public sealed class EnforcedPolicyRule() : DesignRule("VD7036", DiagnosticSeverity.Error, "bootc refuses a policy that accepts anything")
{
    /// <summary>The vendors whose bases bring containers-common's own policy, which accepts anything.</summary>
    private static readonly string[] Vendors = ["quay.io/fedora/", "quay.io/centos-bootc/", "quay.io/almalinuxorg/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!AcceptsAnything(input))
        {
            yield break;
        }

        foreach (var (path, root) in InstallConfigs.Of(input.Content))
        {
            if (root["install"]?["enforce-container-sigpolicy"] is { Boolean: true })
            {
                yield return ReportFile(path, $"overlay/{path} enforces the container policy, and the policy accepts anything by default: bootc refuses to install and to update ('insecureAcceptAnything; refusing usage'). Bring overlay/{ContainerPolicy.Path} that rejects by default and names your image with sigstoreSigned.");
            }
        }
    }

    private static bool AcceptsAnything(RuleInput input) =>
        ContainerPolicy.Of(input.Content) is { } policy
            ? policy.AcceptsAnything
            : Array.Exists(Vendors, vendor => input.Design.Image.Base.ToString().StartsWith(vendor, StringComparison.Ordinal))
                && !BuildCommands.Of(input).Any(command => command.Text.Contains("policy.json", StringComparison.Ordinal));
}
