using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc bases ship an empty machine-id, so the condition never holds (CentOS/centos-bootc#232), and a unit of graphical.target races the login screen.</summary>
public sealed class FirstBootUnitRule() : DesignRule("VD7010", DiagnosticSeverity.Error, "The first-boot unit does not run in time")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, unit) in OverlayFiles.Units(input.Content))
        {
            if (unit.Values("Unit", "ConditionFirstBoot").Any(value => value is "yes" or "true" or "1"))
            {
                yield return Report(ContentFields.OverlayFrom.Path, $"overlay/{path}: ConditionFirstBoot never holds on a bootc base, which ships an empty machine-id. Use a stamp file: ConditionPathExists=!/var/lib/NAME/done.");
            }

            if (unit.Names("Install", "WantedBy", "graphical.target") && unit.Names("Service", "Type", "oneshot") && !unit.Names("Unit", "Before", "display-manager.service"))
            {
                yield return Report(ContentFields.OverlayFrom.Path, $"overlay/{path} is a oneshot of graphical.target without Before=display-manager.service, so it races the login screen. Use WantedBy=multi-user.target and that Before=.");
            }
        }
    }
}
