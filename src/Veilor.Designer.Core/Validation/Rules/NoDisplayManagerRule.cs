using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>graphical.target starts display-manager.service, which is a link to the enabled one.</summary>
public sealed class NoDisplayManagerRule() : DesignRule("VD6008", DiagnosticSeverity.Warning, "Nothing shows a login screen")
{
    private static readonly string[] Managers = ["sddm.service", "gdm.service", "lightdm.service", "plasmalogin.service", "lxdm.service", "greetd.service", "cosmic-greeter.service", "ly.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (string.Equals(input.Design.Services.DefaultTarget?.ToString(), "graphical.target", StringComparison.Ordinal) && !input.Design.IsAtomicDesktop() && !input.Design.Services.Enable.Any(unit => IsManager(input, unit.ToString())))
        {
            yield return Report(ServicesFields.DefaultTarget.Path, "The machine boots into graphical.target, and no display manager known here is enabled: unless the base brings one, the screen stays at the console.");
        }
    }

    /// <summary>True for a known one, an instance of ly, and a unit of the overlay that makes the link, or takes the screen itself.</summary>
    private static bool IsManager(RuleInput input, string unit) =>
        Array.IndexOf(Managers, unit) >= 0
        || unit.StartsWith("ly@", StringComparison.Ordinal)
        || (OverlayUnit.Find(input.Content, unit) is { } found && (found.Unit.Names("Install", "Alias", "display-manager.service") || IsKiosk(found.Unit)));

    /// <summary>True for a program that takes the screen by itself.</summary>
    private static bool IsKiosk(UnitFile unit) => unit.Names("Install", "WantedBy", "graphical.target") && unit.Last("Service", "TTYPath") is { Length: > 0 };
}
