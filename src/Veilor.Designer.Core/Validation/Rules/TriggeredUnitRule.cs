using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Units;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd refuses to start a timer, path, socket or automount whose unit is not there: "Refusing to start, unit to trigger not loaded" (core/unit.c; systemd.timer(5), Unit=; systemd.automount(5)).</summary>
public sealed class TriggeredUnitRule() : DesignRule("VD6028", DiagnosticSeverity.Warning, "The unit that is to be started is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.HasSmallBase())
        {
            yield break;
        }

        foreach (var unit in OverlayUnit.All(input.Content).Where(unit => unit is { Type: "timer" or "path" or "socket" or "automount", IsEmpty: false } && IsEnabled(input, unit.Name)))
        {
            if (Target(unit) is { } name && !IsOfLayout(input, unit) && UnitName.TryParse(name, out var target, out _) && !IsThere(input, target))
            {
                yield return ReportFile(unit.Path, $"overlay/{unit.Path} starts {name}, and neither the overlay nor a package known here brings that. systemd refuses to start the {unit.Type} then.");
            }
        }
    }

    /// <summary>What the unit starts, by its own words or by its name; null where a specifier or an instance decides.</summary>
    private static string? Target(OverlayUnit unit)
    {
        var stem = unit.Name[..unit.Name.LastIndexOf('.')];
        var name = unit.Type switch
        {
            "timer" => unit.Unit.Last("Timer", "Unit"),
            "path" => unit.Unit.Last("Path", "Unit"),
            "automount" => stem + ".mount",
            _ => unit.Unit.Last("Socket", "Service"),
        };
        name = name is { Length: > 0 } ? name : stem + (unit.Type is "socket" && UnitFile.IsYes(unit.Unit.Last("Socket", "Accept")) ? "@.service" : ".service");
        return name.Contains('%', StringComparison.Ordinal) || stem.Contains('@', StringComparison.Ordinal) ? null : name;
    }

    /// <summary>True for an automount of a place that the layout mounts: fstab makes the unit.</summary>
    private static bool IsOfLayout(RuleInput input, OverlayUnit unit) =>
        unit.Type is "automount" && input.Design.Storage is var storage
        && storage.Partitions.Select(each => each.MountPoint).Concat(storage.Subvolumes.Select(each => each.MountPoint)).Concat(storage.LogicalVolumes.Select(each => each.MountPoint))
            .Any(place => place is not null && string.Equals(place.ToString(), unit.Unit.Last("Automount", "Where"), StringComparison.Ordinal));

    private static bool IsThere(RuleInput input, UnitName unit) =>
        input.Content.HasUnit(unit.ToString()) || OverlayUnit.Find(input.Content, unit.ToString()) is not null || QuadletUnits.Makes(input.Content, unit.ToString())
        || UnitPackages.IsOfSystemd(unit) || UnitPackages.MayCome(input.Design, unit) || UnitPackages.PackageOf(unit) is not null || DesignCatalogue.Services.Any(known => known.Unit == unit)
        || !input.Design.Packages.Groups.IsEmpty || !input.Design.Packages.Environments.IsEmpty
        || BuildCommands.Of(input).Any(command => SystemctlUnits.AreBroughtBy(command) || command.Text.Contains("/systemd/system", StringComparison.Ordinal));

    private static bool IsEnabled(RuleInput input, string name) =>
        input.Design.Services.Enable.Any(unit => string.Equals(unit.ToString(), name, StringComparison.Ordinal))
        || BuildCommands.Of(input).SelectMany(command => SystemctlUnits.Of(command, ".service", "enable", "reenable")).Any(unit => string.Equals(unit.ToString(), name, StringComparison.Ordinal));
}
