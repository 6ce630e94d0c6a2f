using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Palette;

/// <summary>
/// The places of the editor that are the same in every design: its sections, the fields of the registry and the entries
/// of the catalogue. They are put together once.
/// </summary>
public static class CataloguePlaces
{
    /// <summary>What follows the id of the row of a setting that cannot be switched.</summary>
    public const string RowSuffix = ":row";

    private static readonly Lazy<IReadOnlyList<EditorPlace>> LazyAll = new(() => [.. List()]);

    private static readonly Lazy<HashSet<(string Section, string Title)>> LazyKnown =
        new(() => [.. All.Where(place => place.Kind is not (PaletteKind.Section or PaletteKind.Field)).Select(place => (place.Section, place.Title))]);

    public static IReadOnlyList<EditorPlace> All => LazyAll.Value;

    /// <summary>True when the catalogue has something of this name in this section.</summary>
    public static bool Knows(string section, string title) => LazyKnown.Value.Contains((section, title));

    /// <summary>The id of the control that switches a package of the catalogue.</summary>
    public static string ControlOf(CataloguePackage package) => $"catalogue:package:{package.Name}";

    /// <summary>The id of the control that switches a setting of the catalogue.</summary>
    public static string ControlOf(CatalogueEntry entry) => $"catalogue:{entry.GetType().Name}:{entry.Id}";

    /// <summary>The id of the control that decides about a unit of the catalogue.</summary>
    public static string ControlOf(CatalogueService service) => $"catalogue:unit:{service.Unit}";

    private static IEnumerable<EditorPlace> List()
    {
        foreach (var section in DesignFields.Sections)
        {
            yield return new EditorPlace($"section:{section.Id}", PaletteKind.Section, section.Title, section.Summary, section.Id, null);
            foreach (var field in section.Fields)
            {
                yield return new EditorPlace($"field:{field.Path}", PaletteKind.Field, field.Label, $"{section.Title} · {field.Help}", section.Id, field.Path.Value);
            }
        }

        foreach (var argument in DesignCatalogue.Arguments)
        {
            yield return Of(argument, PaletteKind.Argument, argument.Use is CatalogueUse.Toggle or CatalogueUse.OptIn);
        }

        foreach (var sysctl in DesignCatalogue.Sysctls)
        {
            yield return Of(sysctl, PaletteKind.Sysctl, sysctl.Use == CatalogueUse.Toggle);
        }

        foreach (var family in DesignCatalogue.ModuleFamilies)
        {
            var modules = string.Join(", ", family.Modules);
            yield return Of(family, PaletteKind.Modules, family.Use == CatalogueUse.Toggle) with { Detail = $"{family.Does} {modules}" };
        }

        foreach (var package in DesignCatalogue.Packages)
        {
            yield return new EditorPlace($"package:{package.Kind}:{package.Name}", PaletteKind.Package, package.Name, package.Does, "packages", ControlOf(package))
            {
                Switch = design => CatalogueSwitch.Of(package, design),
            };
        }

        foreach (var service in DesignCatalogue.Services)
        {
            yield return new EditorPlace($"unit:{service.Unit}", PaletteKind.Unit, service.Unit.ToString(), service.Does, "services", ControlOf(service))
            {
                Switch = design => CatalogueSwitch.Of(service, design),
            };
        }
    }

    private static EditorPlace Of(CatalogueEntry entry, PaletteKind kind, bool hasControl) =>
        new($"{kind}:{entry.Id}", kind, entry.Title, entry.Does, "kernel", hasControl ? ControlOf(entry) : ControlOf(entry) + RowSuffix)
        {
            Switch = design => CatalogueSwitch.Of(entry, design),
        };
}
