using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>All of them claim the link display-manager.service, and systemctl enable refuses the second: File already exists.</summary>
public sealed class SeveralDisplayManagersRule() : DesignRule("VD6009", DiagnosticSeverity.Error, "Two login screens are enabled")
{
    private static readonly string[] Managers = ["sddm.service", "gdm.service", "lightdm.service", "plasmalogin.service", "lxdm.service", "greetd.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Enable
            .Where(unit => Array.IndexOf(Managers, unit.ToString()) >= 0)
            .Skip(1)
            .Select(unit => Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' is a second display manager. Both want the link display-manager.service, and systemctl enable ends the build at the second.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit)));
}
