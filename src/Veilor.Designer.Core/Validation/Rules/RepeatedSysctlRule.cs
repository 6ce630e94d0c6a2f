using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Of two lines for one key systemd-sysctl applies the later (sysctl.d(5)).</summary>
public sealed class RepeatedSysctlRule() : DesignRule("VD4014", DiagnosticSeverity.Error, "A sysctl key is set twice")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Kernel.Sysctls
            .GroupBy(setting => setting.ProcPath, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1).Select(setting => Report(KernelFields.Sysctls.PathOf(setting), $"'{setting}' and '{group.First()}' set one key; only the later line holds.", $"Remove {setting}", design => KernelFields.Sysctls.Remove(design, setting))));
}
