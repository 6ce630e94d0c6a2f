using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kdump loads its kernel by kexec, which the setting or lockdown forbids.</summary>
public sealed class DisabledKexecRule() : DesignRule("VD4020", DiagnosticSeverity.Warning, "kdump cannot work")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var kdump = UnitName.Parse("kdump.service");
        var setting = input.Design.Kernel.Sysctls.FirstOrDefault(each => string.Equals(each.ProcPath, "kernel/kexec_load_disabled", StringComparison.Ordinal) && string.Equals(each.Value, "1", StringComparison.Ordinal));
        if (setting is not null && ServicesFields.Enable.Contains(input.Design, kdump))
        {
            yield return Report(ServicesFields.Enable.PathOf(kdump), $"kdump loads its crash kernel by kexec, and '{setting}' forbids that.", "Do not enable kdump", design => ServicesFields.Enable.Remove(design, kdump));
        }
    }
}
