using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>
/// How an entry of the catalogue stands in a design, and the one edit that switches it, whether a list of a section or the
/// palette asks for it.
/// </summary>
/// <param name="State">How it stands, in a word or two: <c>on</c>, <c>masked</c>; empty for an entry that is off.</param>
/// <param name="Edit">What switching it does.</param>
public sealed record CatalogueSwitch(string State, DesignEdit Edit)
{
    private static readonly ListField<UnitName>[] UnitFields = [ServicesFields.Enable, ServicesFields.Disable, ServicesFields.Mask];

    /// <summary>The switch of a hardening setting; null where the catalogue only describes it.</summary>
    public static CatalogueSwitch? Of(CatalogueEntry entry, ImageDesign design)
    {
        var (isOn, use) = entry switch
        {
            CatalogueArgument argument => (design.Has(argument), argument.Use),
            CatalogueSysctl sysctl => (design.Has(sysctl), sysctl.Use),
            CatalogueModuleFamily family => (design.CountBlocked(family) == family.Modules.Count, family.Use),
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Id, message: null),
        };
        return isOn || use is CatalogueUse.Toggle or CatalogueUse.OptIn ? new CatalogueSwitch(isOn ? "on" : "", Put(entry, !isOn)) : null;
    }

    /// <summary>The switch of a package, a group or an environment.</summary>
    public static CatalogueSwitch Of(CataloguePackage package, ImageDesign design)
    {
        var isOn = package.Kind switch
        {
            PackageKind.Environment => PackagesFields.Environments.Contains(design, PackageGroupId.Parse(package.Name)),
            PackageKind.Group => PackagesFields.Groups.Contains(design, PackageGroupId.Parse(package.Name)),
            _ => PackagesFields.Install.Contains(design, PackageSpec.Parse(package.Name)),
        };
        return new CatalogueSwitch(isOn ? "on" : "", Put(package, !isOn));
    }

    /// <summary>The switch of a unit: to what it is usually advised to be, and back to how it comes.</summary>
    public static CatalogueSwitch Of(CatalogueService service, ImageDesign design)
    {
        var state = StateOf(service.Unit, design);
        var advised = service.Advice switch
        {
            ServiceAdvice.Mask => UnitState.Masked,
            ServiceAdvice.Disable => UnitState.Disabled,
            _ => UnitState.Enabled,
        };
        return new CatalogueSwitch(
            state == UnitState.Untouched ? "" : state.ToString().ToLowerInvariant(),
            Put(service.Unit, state == UnitState.Untouched ? advised : UnitState.Untouched));
    }

    /// <summary>What the design does with a unit.</summary>
    public static UnitState StateOf(UnitName unit, ImageDesign design) =>
        ServicesFields.Enable.Contains(design, unit) ? UnitState.Enabled
        : ServicesFields.Disable.Contains(design, unit) ? UnitState.Disabled
        : ServicesFields.Mask.Contains(design, unit) ? UnitState.Masked
        : UnitState.Untouched;

    /// <summary>The edit that switches a hardening setting on or off.</summary>
    public static DesignEdit Put(CatalogueEntry entry, bool isOn) => entry switch
    {
        CatalogueArgument argument => new DesignEdit(
            KernelFields.Arguments.Path.Item(argument.Title),
            Label("argument", argument.Title, isOn),
            design => isOn ? design.With(argument) : design.Without(argument)),
        CatalogueSysctl sysctl => new DesignEdit(
            KernelFields.Sysctls.PathOf(sysctl.Setting),
            Label("sysctl setting", sysctl.Title, isOn),
            design => isOn ? design.With(sysctl) : design.Without(sysctl)),
        CatalogueModuleFamily family => new DesignEdit(
            KernelFields.BlockedModules.Path,
            isOn ? $"block {family.Title}" : $"allow {family.Title}",
            design => isOn ? design.With(family) : design.Without(family)),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Id, message: null),
    };

    /// <summary>The edit that puts a package into the design or takes it out.</summary>
    public static DesignEdit Put(CataloguePackage package, bool isOn) => package.Kind switch
    {
        PackageKind.Environment => Put(PackagesFields.Environments, PackageGroupId.Parse(package.Name), isOn),
        PackageKind.Group => Put(PackagesFields.Groups, PackageGroupId.Parse(package.Name), isOn),
        _ => Put(PackagesFields.Install, PackageSpec.Parse(package.Name), isOn),
    };

    /// <summary>The edit that decides about a unit.</summary>
    public static DesignEdit Put(UnitName unit, UnitState state)
    {
        var (field, verb) = state switch
        {
            UnitState.Enabled => (ServicesFields.Enable, "enable"),
            UnitState.Disabled => (ServicesFields.Disable, "disable"),
            UnitState.Masked => (ServicesFields.Mask, "mask"),
            _ => (null, "leave as it comes:"),
        };
        return new DesignEdit(
            (field ?? ServicesFields.Enable).PathOf(unit),
            $"{verb} {unit}",
            design => UnitFields.Aggregate(design, (each, other) => other == field ? other.Add(each, unit) : other.Remove(each, unit)));
    }

    private static DesignEdit Put<T>(ListField<T> field, T item, bool isOn) => new(
        field.PathOf(item),
        Label(EditLabels.ItemNoun(field), field.Codec.Format(item), isOn),
        design => isOn ? field.Add(design, item) : field.Remove(design, item));

    private static string Label(string noun, string item, bool isOn) => isOn ? EditLabels.Add(noun, item) : EditLabels.Remove(noun, item);
}
