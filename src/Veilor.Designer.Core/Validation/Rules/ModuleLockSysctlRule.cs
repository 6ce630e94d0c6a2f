using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd-sysctl runs before udev has finished, so even boot drivers are refused (Kicksecure, security-misc).</summary>
public sealed class ModuleLockSysctlRule() : DesignRule("VD4005", DiagnosticSeverity.Error, "Modules would be locked before the machine has started")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            if (string.Equals(setting.Key.Replace('/', '.'), "kernel.modules_disabled", StringComparison.Ordinal) && string.Equals(setting.Value, "1", StringComparison.Ordinal))
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), "sysctl settings are applied before the drivers are loaded, so the machine would start without network, USB or display. Only a late service may lock modules.", "Remove the setting", design => KernelFields.Sysctls.Remove(design, setting));
            }
        }
    }
}
