using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl set-default ends the build for a unit that does not exist (systemctl(1)); rescue.target starts a shell and nothing else (systemd.special(7)).</summary>
public sealed class UnknownTargetRule() : BuildCommandRule("VD6022", DiagnosticSeverity.Warning, "The default target may not start the system")
{
    private static readonly string[] Shells = ["rescue.target", "emergency.target"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Services.DefaultTarget is { } unit)
        {
            var name = unit.ToString();
            if (IsShell(unit))
            {
                yield return Report(ServicesFields.DefaultTarget.Path, $"'{unit}' starts no service and asks for root's password{(input.Design.Users.LockRoot ? ", and root has none" : "")}.", "Keep the base's", design => ServicesFields.DefaultTarget.Set(design, null));
            }
            else if (IsUnknown(input, unit))
            {
                yield return ReportName(
                    ServicesFields.DefaultTarget.Path,
                    $"Neither systemd nor the overlay brings '{unit}'. If no package of yours does, systemctl set-default ends the build.",
                    name,
                    KnownNames.Targets.All,
                    (design, near) => ServicesFields.DefaultTarget.Set(design, UnitName.Parse(near)));
            }
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    private protected override string? Problem(RuleInput input, BuildCommand command) =>
        SystemctlUnits.Of(command, ".target", "set-default").FirstOrDefault() is not { } unit ? null
        : IsShell(unit) ? $"{unit} starts no service and asks for root's password."
        : IsUnknown(input, unit) ? $"neither systemd nor the overlay brings {unit}. If no package of yours does, the build ends there."
        : null;

    /// <summary>Where steps may bring targets, only a name that is nearly one of systemd's.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        !BuildCommands.Of(input).Any(SystemctlUnits.AreBroughtBy)
        || SystemctlUnits.Of(command, ".target", "set-default").Any(unit => IsShell(unit) || NearNames.Find(unit.ToString(), KnownNames.Targets.All).Count > 0);

    /// <summary>True for a target that nothing of the design may bring, or whose name is nearly one of systemd's.</summary>
    internal static bool IsCertainlyUnknown(RuleInput input, string name) =>
        name.EndsWith(".target", StringComparison.Ordinal) && UnitName.TryParse(name, out var unit, out _) && IsUnknown(input, unit)
        && (IsNearlyKnown(name)
            || (input.Design is { Packages: { Install.IsEmpty: true, Groups.IsEmpty: true, Environments.IsEmpty: true } } && input.Design.HasSmallBase() && !BuildCommands.Of(input).Any(SystemctlUnits.AreBroughtBy)));

    /// <summary>True for a name of five letters or more that differs from a target's in one or two; below, any is near to another.</summary>
    private static bool IsNearlyKnown(string name) =>
        name.Length >= "swap!.target".Length && KnownNames.Targets.All.Any(known => UnknownKey.Distance(name, known) <= 2);

    private static bool IsShell(UnitName unit) => Array.IndexOf(Shells, unit.ToString()) >= 0;

    private static bool IsUnknown(RuleInput input, UnitName unit) =>
        string.Equals(unit.Type, "target", StringComparison.Ordinal) && !input.Content.HasUnit(unit.ToString())
        && !KnownNames.Targets.Has(unit.ToString()) && !unit.ToString().StartsWith("runlevel", StringComparison.Ordinal);
}
