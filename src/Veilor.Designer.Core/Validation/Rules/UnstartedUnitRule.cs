using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Units;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable links a unit where its [Install] section says; without one it says so, succeeds, and nothing starts the unit (systemctl(1); tried with systemd 252).</summary>
public sealed class UnstartedUnitRule() : BuildCommandRule("VD6026", DiagnosticSeverity.Warning, "Nothing starts the enabled unit")
{
    private static readonly string[] Links = ["WantedBy", "RequiredBy", "UpheldBy", "Alias", "Also", "DefaultInstance"];

    private static readonly string[] Starters = ["Wants", "Requires", "Requisite", "BindsTo", "Upholds", "OnFailure", "OnSuccess", "PropagatesReloadTo"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Enable
            .Where(unit => IsUnstarted(input, unit))
            .Select(unit => Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' of the overlay has no WantedBy= or the like in [Install], so systemctl enable makes no link, and nothing starts it. WantedBy=multi-user.target is what most services have.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit)))
            .Concat(base.Check(input));

    private protected override string? Problem(RuleInput input, BuildCommand command) =>
        SystemctlUnits.Of(command, ".service", "enable", "reenable").FirstOrDefault(unit => IsUnstarted(input, unit)) is { } unit
            ? $"{unit} of the overlay has no WantedBy= or the like in [Install], so no link is made, and nothing starts it."
            : null;

    private static bool IsUnstarted(RuleInput input, UnitName unit) =>
        OverlayUnit.Find(input.Content, unit.ToString()) is { IsEmpty: false, Unit.BrokenHeader: null } found
        && !Array.Exists(Links, key => found.Unit.Words("Install", key).Any())
        && found.Unit.Last("Service", "BusName") is null
        && !IsStartedByOthers(input.Content, unit.ToString())
        && !BuildCommands.Of(input).Any(command => command.Is("systemctl", "add-wants", "add-requires") || command.Text.Contains(".wants/", StringComparison.Ordinal) || command.Text.Contains(".requires/", StringComparison.Ordinal));

    /// <summary>True when another unit of the overlay starts it: one that wants it, or a timer, socket or path of its name.</summary>
    private static bool IsStartedByOthers(DesignContent content, string name)
    {
        var stem = name[..name.LastIndexOf('.')];
        return OverlayUnit.All(content).Any(each => (each.Type is "timer" or "socket" or "path" && !string.Equals(each.Name, name, StringComparison.Ordinal) && string.Equals(each.Name[..each.Name.LastIndexOf('.')], stem, StringComparison.Ordinal)) || Starts(each.Unit, name))
            || OverlayUnit.DropIns(content).Any(each => Starts(each.File, name));
    }

    private static bool Starts(UnitFile unit, string name) =>
        Array.Exists(Starters, key => unit.Names("Unit", key, name)) || unit.Names("Install", "Also", name)
        || unit.Names("Timer", "Unit", name) || unit.Names("Path", "Unit", name) || unit.Names("Socket", "Service", name);
}
