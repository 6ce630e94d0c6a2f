using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// systemctl set-default takes a target (systemctl(1)), and systemd starts into one that may be isolated and stays
/// (AllowIsolate= in systemd's own units).
/// </summary>
public sealed class DefaultTargetRule() : BuildCommandRule("VD6014", DiagnosticSeverity.Error, "A machine does not start into this unit")
{
    /// <summary>Targets of systemd that a machine can start into and stay in.</summary>
    private static readonly string[] Lasting =
    [
        "graphical.target", "multi-user.target", "rescue.target", "emergency.target", "system-install.target", "storage-target-mode.target",
    ];

    /// <summary>Targets that may be isolated and that turn the machine off or start it again.</summary>
    private static readonly string[] Ending =
    [
        "ctrl-alt-del.target", "exit.target", "halt.target", "kexec.target", "poweroff.target", "reboot.target", "soft-reboot.target",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Services.DefaultTarget is { } unit && Fault(input, unit) is { } fault)
        {
            yield return TargetOf(unit) is { } target
                ? Report(ServicesFields.DefaultTarget.Path, fault, $"Take {target}", design => ServicesFields.DefaultTarget.Set(design, target))
                : Report(ServicesFields.DefaultTarget.Path, fault, "Keep the base's", design => ServicesFields.DefaultTarget.Set(design, null));
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    private protected override string? Problem(RuleInput input, BuildCommand command) =>
        SystemctlUnits.Of(command, ".target", "set-default").FirstOrDefault() is { } unit ? Fault(input, unit) : null;

    /// <summary>The target that a unit of another kind has the name of, as graphical.service; null for any other.</summary>
    private static UnitName? TargetOf(UnitName unit)
    {
        var name = unit.ToString();
        name = name[..^unit.Type.Length] + "target";
        return Array.IndexOf(Lasting, name) >= 0 ? UnitName.Parse(name) : null;
    }

    private static string? Fault(RuleInput input, UnitName unit)
    {
        var name = unit.ToString();
        return !string.Equals(unit.Type, "target", StringComparison.Ordinal) ? $"'{unit}' is a {unit.Type}, and a machine boots into a target, such as graphical.target or multi-user.target."
            : Array.IndexOf(Lasting, name) >= 0 || !KnownNames.Targets.Has(name) || input.Content.HasUnit(name) ? null
            : Array.IndexOf(Ending, name) >= 0 ? $"A machine that starts into '{unit}' ends again at once. Use graphical.target or multi-user.target."
            : $"'{unit}' is a step on the way and may not be started into, so the machine falls back to a rescue shell. Use graphical.target or multi-user.target.";
    }
}
