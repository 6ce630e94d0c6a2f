using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>semodule reloads the running kernel's policy unless told not to, and a builder's kernel has none or another (linux-system-roles/selinux#284).</summary>
public sealed class PolicyReloadRule() : BuildCommandRule("VD9021", DiagnosticSeverity.Warning, "The build reloads the builder's SELinux policy")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Is("semodule") && command.HasOption("-i", "--install", "-r", "--remove", "-B", "--build", "-e", "-d") && !command.HasOption("-n", "--noreload")
        && !command.Words.Any(word => word.StartsWith('$') && !word.Contains('/', StringComparison.Ordinal))
            ? "loads the policy into the kernel of the machine that builds, or fails there. Write semodule -n."
            : null;
}
