using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/usr is read-only on a machine, and stock update timers restart it without asking (bootc, upgrades).</summary>
public sealed class RuntimeUpdateUnitRule() : DesignRule("VD6013", DiagnosticSeverity.Warning, "The unit updates or restarts by itself")
{
    private static readonly string[] Useless = ["dnf-automatic.timer", "dnf-automatic-install.timer", "dnf5-automatic.timer", "dnf-makecache.timer", "packagekit-offline-update.service", "akmods.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (Array.IndexOf(Useless, unit.ToString()) >= 0)
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' changes packages on the running machine, where /usr is read-only. Updates come by bootc upgrade.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit));
            }
            else if (string.Equals(unit.ToString(), "bootc-fetch-apply-updates.timer", StringComparison.Ordinal) && string.Equals(input.Design.Services.DefaultTarget?.ToString(), "graphical.target", StringComparison.Ordinal))
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' restarts the machine as soon as an update is there, whatever a person is doing. On a desktop stage updates and let people restart.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit));
            }
        }
    }
}
