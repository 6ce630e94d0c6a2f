using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
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

    /// <summary>The id of what is said about unlocking a disk with a TPM2 chip. It is no field: it is done on the machine.</summary>
    public const string TpmHint = "storage:tpm2";

    public const string TpmTitle = "Unlock with the machine's TPM2 chip";

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

    /// <summary>The id of the button that shows what a hardening preset changes.</summary>
    public static string ControlOf(HardeningPreset preset) => $"preset:{preset.Id}";

    /// <summary>The id of the button that lays out the disk.</summary>
    public static string ControlOf(LayoutPreset layout) => $"layout:{layout.Id}";

    /// <summary>The id of the control that decides about a unit of the catalogue.</summary>
    public static string ControlOf(CatalogueService service) => $"catalogue:unit:{service.Unit}";

    private static IEnumerable<EditorPlace> List()
    {
        foreach (var section in DesignFields.Sections)
        {
            yield return new EditorPlace($"section:{section.Id}", PaletteKind.Section, section.Title, section.Summary, section.Id, null);
            foreach (var field in section.Fields)
            {
                yield return new EditorPlace($"field:{field.Path}", PaletteKind.Field, field.Label, $"{section.Title} · {field.Help}", section.Id, field.Path.Value)
                {
                    Words = WordsOf(field.Path.Value, field.Choices),
                };
                foreach (var part in field.Parts)
                {
                    yield return Of(section, field, part);
                }
            }
        }

        yield return new EditorPlace($"hint:{TpmHint}", PaletteKind.Field, TpmTitle, "Storage · What to run on the machine after the installation, so that the chip opens the encrypted disk.", "storage", TpmHint)
        {
            Words = "tpm luks cryptenroll encryption passphrase",
        };
        foreach (var preset in DesignCatalogue.Presets)
        {
            yield return new EditorPlace($"preset:{preset.Id}", PaletteKind.Preset, $"Hardening preset: {preset.Title}", $"Shows what it changes. {preset.Summary}", "kernel", ControlOf(preset));
        }

        foreach (var layout in LayoutPresets.All)
        {
            yield return new EditorPlace($"layout:{layout.Id}", PaletteKind.Preset, $"Disk layout: {layout.Title}", layout.Summary, "storage", ControlOf(layout));
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
                Words = package.Words,
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

    /// <summary>A column of a field that holds rows: its cell in the first row, or in a new one.</summary>
    private static EditorPlace Of(DesignSection section, DesignField field, FieldPart part) => new(
        $"column:{field.Path}.{part.Name}",
        PaletteKind.Field,
        part.Label,
        $"{section.Title} › {field.Label} · {part.Help}",
        section.Id,
        field == UsersFields.Accounts ? $"{field.Path}:add" : $"{field.Path}:new.{part.Name}")
    {
        Words = WordsOf($"{field.Path}.{part.Name}", part.Choices),
        Column = (field, part.Name),
    };

    private static string WordsOf(string path, IReadOnlyList<ChoiceText> choices) =>
        string.Join(' ', [path, path[(path.LastIndexOf('.') + 1)..].Replace('_', ' '), .. choices.Select(choice => $"{choice.Text} {choice.Label}")]);

    private static EditorPlace Of(CatalogueEntry entry, PaletteKind kind, bool hasControl) =>
        new($"{kind}:{entry.Id}", kind, entry.Title, entry.Does, "kernel", hasControl ? ControlOf(entry) : ControlOf(entry) + RowSuffix)
        {
            Switch = design => CatalogueSwitch.Of(entry, design),
        };
}
