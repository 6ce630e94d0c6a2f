using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>graphical.target starts display-manager.service, which is a link to the enabled one.</summary>
public sealed class NoDisplayManagerRule() : DesignRule("VD6008", DiagnosticSeverity.Warning, "Nothing shows a login screen")
{
    private static readonly string[] Managers = ["sddm.service", "gdm.service", "lightdm.service", "plasmalogin.service", "lxdm.service", "greetd.service", "cosmic-greeter.service", "ly.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var enabled = Managers.Where(name => ServicesFields.Enable.Contains(input.Design, UnitName.Parse(name))).ToList();
        if (string.Equals(input.Design.Services.DefaultTarget?.ToString(), "graphical.target", StringComparison.Ordinal) && enabled.Count == 0 && !input.Design.IsAtomicDesktop())
        {
            yield return Report(ServicesFields.DefaultTarget.Path, "The machine boots into graphical.target, and no display manager known here is enabled: unless the base brings one, the screen stays at the console.");
        }
    }
}
