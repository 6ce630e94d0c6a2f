using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The servers stand in /etc/chrony.conf, and chronyd is what reads it.</summary>
public sealed class TimeServerRule() : DesignRule("VD6017", DiagnosticSeverity.Warning, "The time servers are not used")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var system = input.Design.System;
        if (system.NtpServers.IsEmpty)
        {
            yield break;
        }

        var chronyd = UnitName.Parse("chronyd.service");
        if (ServicesFields.Mask.Contains(input.Design, chronyd) || ServicesFields.Disable.Contains(input.Design, chronyd))
        {
            yield return Report(SystemFields.NtpServers.Path, "Time servers are set, and chronyd, which would ask them, is held back.");
        }
    }
}
