using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable ends the build for a unit that does not exist.</summary>
public sealed class UnknownUnitRule() : BuildCommandRule("VD6003", DiagnosticSeverity.Warning, "Nothing is known to bring this unit")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (IsThere(input, unit))
            {
                continue;
            }

            if (PackageOf(unit) is not { } package)
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"Neither the overlay nor a package known here brings '{unit}'. If no package of yours does, systemctl enable ends the build.");
            }
            else if (MayBeMissing(input.Design, unit, package))
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' comes with the package {package}, which the design does not install. If the base does not have it, systemctl enable ends the build.", $"Install {package}", design => PackagesFields.Install.Add(design, PackageSpec.Parse(package)));
            }
        }

        foreach (var unit in input.Design.Services.Disable.Where(unit => !IsThere(input, unit) && !unit.ToString().StartsWith("systemd-", StringComparison.Ordinal)))
        {
            var name = unit.ToString();
            var package = PackageOf(unit);
            if (package is null || IsMissing(input.Design, package))
            {
                yield return Report(ServicesFields.Disable.PathOf(unit), package is null ? $"Neither the overlay nor a package known here brings '{name}'. If nothing does, systemctl disable ends the build." : $"'{name}' comes with the package {package}, which the design does not install. If nothing else brings it, systemctl disable ends the build; without it there is nothing to disable.", $"Do not disable {name}", design => ServicesFields.Disable.Remove(design, unit));
            }
        }

        foreach (var diagnostic in base.Check(input))
        {
            yield return diagnostic;
        }
    }

    /// <summary>Units of packages that a base may have or not (Fedora, systemd.spec and nftables.spec).</summary>
    private static readonly Dictionary<string, string> Further = new(StringComparer.Ordinal)
    {
        ["systemd-networkd.service"] = "systemd-networkd",
        ["systemd-networkd.socket"] = "systemd-networkd",
        ["systemd-networkd-wait-online.service"] = "systemd-networkd",
        ["nftables.service"] = "nftables",
    };

    private static string? PackageOf(UnitName unit) =>
        UnitPackages.PackageOf(unit) ?? Further.GetValueOrDefault(unit.ToString()) ?? DesignCatalogue.Services.FirstOrDefault(known => known.Unit == unit)?.Package.ToString();

    /// <summary>
    /// Of a small base an error tells that a package of the table is missing. What only the catalogue knows may come with
    /// a group or with another package.
    /// </summary>
    private static bool MayBeMissing(ImageDesign design, UnitName unit, string package) =>
        !UnitPackages.IsInBase(design, package) && !UnitPackages.MayCome(design, package)
        && (UnitPackages.PackageOf(unit) is null || !design.HasSmallBase());

    /// <summary>True for a small base without groups, where every package that is there is named or belongs to the base.</summary>
    private static bool IsMissing(ImageDesign design, string package) =>
        design.HasSmallBase() && package is not "systemd" && !UnitPackages.IsInBase(design, package) && !UnitPackages.MayCome(design, package);

    private protected override string? Problem(RuleInput input, BuildCommand command) =>
        command.Program is "systemctl" && Units(command).Where(unit => !IsBrought(input, unit)).ToList() is { Count: > 0 } units
            ? $"neither the overlay nor a package that the design installs is known to bring {string.Join(", ", units)}. If the base does not, the build ends there."
            : null;

    /// <summary>Not where the build itself may bring the unit: by packages of its own, or by files that it puts beside the units.</summary>
    private protected override bool IsAsked(RuleInput input, BuildCommand command) =>
        !BuildCommands.Of(input).Any(SystemctlUnits.AreBroughtBy);

    private static bool IsBrought(RuleInput input, UnitName unit) =>
        IsThere(input, unit) || (PackageOf(unit) is { } package && (UnitPackages.IsInBase(input.Design, package) || UnitPackages.MayCome(input.Design, package)));

    /// <summary>True for a unit of the overlay, of systemd, and for one that a package of the design brings by its name.</summary>
    private static bool IsThere(RuleInput input, UnitName unit) =>
        input.Content.HasUnit(unit.ToString()) || QuadletUnits.Makes(input.Content, unit.ToString()) || UnitPackages.IsOfSystemd(unit) || UnitPackages.MayCome(input.Design, unit);

    /// <summary>The units that the command enables; those of systemd itself are everywhere.</summary>
    private static IEnumerable<UnitName> Units(BuildCommand command) =>
        SystemctlUnits.Of(command, ".service", "enable", "reenable").Where(unit => !unit.ToString().StartsWith("systemd-", StringComparison.Ordinal));
}
