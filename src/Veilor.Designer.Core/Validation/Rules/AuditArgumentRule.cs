using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without audit=1 what starts before auditd is not recorded (CIS Fedora 6.3.1.2).</summary>
public sealed class AuditArgumentRule() : DesignRule("VD6004", DiagnosticSeverity.Warning, "Early processes are not audited")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var hasAudit = input.Design.Kernel.Arguments.Any(entry => string.Equals(entry.Argument.ToString(), "audit=1", StringComparison.Ordinal));
        if (!hasAudit && ServicesFields.Enable.Contains(input.Design, UnitName.Parse("auditd.service")))
        {
            yield return Report(ServicesFields.Enable.Path.Item("auditd.service"), "auditd is enabled without the kernel argument audit=1, so what starts before it is not recorded.", "Add audit=1", design => KernelFields.Arguments.Put(design, new KernelArgumentEntry { Argument = KernelArgument.Parse("audit=1") }));
        }
    }
}
