using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc bases ship an empty machine-id, so the condition never holds (CentOS/centos-bootc#232), and a unit of graphical.target races the login screen.</summary>
public sealed class FirstBootUnitRule() : DesignRule("VD7010", DiagnosticSeverity.Error, "The first-boot unit does not run in time")
{
    /// <summary>The argument that answers in place of the machine-id (kernel-command-line(7)).</summary>
    private const string Answer = "systemd.condition-first-boot";

    private static readonly string[] Yes = ["1", "yes", "y", "true", "t", "on"];
    private static readonly string[] No = ["0", "no", "n", "false", "f", "off"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, unit) in OverlayFiles.Units(input.Content).Concat(OverlayFiles.DropIns(input.Content)))
        {
            if (NeverRuns(path, unit) && !input.Design.Kernel.Arguments.Any(entry => string.Equals(entry.Argument.Key.Replace('_', '-'), Answer, StringComparison.Ordinal)))
            {
                yield return Report(PathOf(path), $"overlay/{path}: ConditionFirstBoot never holds on a bootc base, which ships an empty machine-id. Use a stamp file: ConditionPathExists=!/var/lib/NAME/done.");
            }

            if (IsForFirstBoot(path, unit) && unit.Names("Install", "WantedBy", "graphical.target") && unit.Names("Service", "Type", "oneshot") && !unit.Names("Unit", "Before", "display-manager.service") && !ComesLater(unit))
            {
                yield return Report(PathOf(path), $"overlay/{path} is a oneshot of graphical.target without Before=display-manager.service, so it races the login screen. Use WantedBy=multi-user.target and that Before=.");
            }
        }
    }

    /// <summary>True for a unit of the first boot: by its name or description, or because it runs only until something is there.</summary>
    private static bool IsForFirstBoot(string path, UnitFile unit) =>
        unit.Values("Unit", "Description").Append(path[(path.LastIndexOf('/') + 1)..]).Any(text => text.Contains("first", StringComparison.OrdinalIgnoreCase))
        || unit.Settings("Unit").Any(each => each.Key.StartsWith("ConditionPath", StringComparison.Ordinal) && each.Value.TrimStart('|').TrimStart().StartsWith('!'));

    /// <summary>True for a unit that says itself that it starts behind the login screen.</summary>
    private static bool ComesLater(UnitFile unit) =>
        unit.Names("Unit", "After", "graphical.target") || unit.Names("Unit", "After", "display-manager.service");

    /// <summary>
    /// True when the unit waits for a first boot. With a bar in front one of several conditions is enough, so another one
    /// can start the unit; an empty value forgets all conditions before it (systemd.unit(5)). What else the unit of a drop-in waits for is not known.
    /// </summary>
    private static bool NeverRuns(string path, UnitFile unit)
    {
        if (unit.Values("Unit", "AssertFirstBoot").Any(IsTrue))
        {
            return true;
        }

        var conditions = unit.Settings("Unit").Where(each => each.Key.StartsWith("Condition", StringComparison.Ordinal)).ToList();
        conditions.RemoveRange(0, conditions.FindLastIndex(each => each.Value.Length == 0) + 1);
        var triggers = conditions.Where(each => each.Value[0] == '|').ToList();
        return conditions.Exists(each => each.Value[0] != '|' && IsFirstBoot(each)) || (!path.EndsWith(".conf", StringComparison.Ordinal) && triggers.Count > 0 && triggers.TrueForAll(IsFirstBoot));
    }

    private static bool IsFirstBoot((string Key, string Value) condition) => condition.Key is "ConditionFirstBoot" && IsTrue(condition.Value);

    private static bool IsTrue(string value)
    {
        var text = value.TrimStart('|').TrimStart();
        var words = text.StartsWith('!') ? No : Yes;
        return words.Contains(text.TrimStart('!').TrimStart(), StringComparer.OrdinalIgnoreCase);
    }
}
