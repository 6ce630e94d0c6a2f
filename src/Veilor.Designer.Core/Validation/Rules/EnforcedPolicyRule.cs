using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc ends with "specifies a default of `insecureAcceptAnything`; refusing usage" (ostree-ext, container/store.rs; bootc#528).</summary>
public sealed class EnforcedPolicyRule() : DesignRule("VD7036", DiagnosticSeverity.Error, "bootc refuses a policy that accepts anything")
{
    private const string Remedy = $"Bring overlay/{ContainerPolicy.Path} that rejects by default and names your image with sigstoreSigned.";

    private const string Enforcing = "--enforce-container-sigpolicy";

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Enforced(input).ToList() is { Count: > 0 } found && ContainerPolicy.IsOpen(input) ? found : [];

    private IEnumerable<Diagnostic> Enforced(RuleInput input)
    {
        foreach (var (path, root) in InstallConfigs.Of(input.Content))
        {
            if (root["install"]?["enforce-container-sigpolicy"] is { Boolean: true })
            {
                yield return ReportFile(path, $"overlay/{path} enforces the container policy, and the policy accepts anything by default: bootc refuses to install and to update ('insecureAcceptAnything; refusing usage'). {Remedy}");
            }
        }

        foreach (var command in BuildCommands.OnMachine(input).Where(command => command.Is("bootc") && command.HasOption(Enforcing)).DistinctBy(command => (command.Path, command.Place)))
        {
            yield return Report(command.Path, $"{command.Place} runs bootc with {Enforcing}, and the policy accepts anything by default: bootc refuses it ('insecureAcceptAnything; refusing usage'). {Remedy}");
        }

        foreach (var field in new[] { DeliveryFields.ExtraKickstart, DeliveryFields.OwnKickstart }.Where(field => field.Get(input.Design).Contains(Enforcing, StringComparison.Ordinal)))
        {
            yield return Report(field.Path, $"The kickstart runs bootc with {Enforcing}, and the policy accepts anything by default: bootc refuses it ('insecureAcceptAnything; refusing usage'). {Remedy}");
        }
    }
}
