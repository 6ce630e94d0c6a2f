using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/etc/selinux then counts as changed on the machine, and the merge stops delivering policy updates (fedora-coreos-tracker#701).</summary>
public sealed class PolicyDriftRule() : DesignRule("VD7013", DiagnosticSeverity.Error, "A unit freezes the SELinux policy")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        BuildCommands.OnMachine(input)
            .Where(command => command.Program is "semodule" or "semanage" || (command.Is("setsebool") && command.HasOption("-P", "-NP", "-PN")))
            .Select(command => Report(command.Path, $"{command.Place} runs '{command.Program}' on the machine. From then on /etc/selinux is the machine's own and no image update changes the policy. Do it in the build, or use setsebool without -P."))
            .DistinctBy(each => each.Message, StringComparer.Ordinal);
}
