using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Help;

/// <summary>The ids of help pages, and their addresses.</summary>
public static class HelpIds
{
    /// <summary>The page that lists the others.</summary>
    public const string Start = "start";

    public static string OfSection(string id) => $"section/{id}";

    /// <summary>The page of a field, also for an item or a cell of it.</summary>
    public static string OfField(FieldPath path) => $"field/{path.Field}";

    public static string OfCode(string code) => $"code/{code}";

    public static string OfGuide(string name) => $"guide/{name}";

    public static string Of(CatalogueEntry entry) => entry switch
    {
        CatalogueArgument => $"argument/{entry.Id}",
        CatalogueSysctl => $"sysctl/{entry.Id}",
        _ => $"modules/{entry.Id}",
    };

    public static string Of(CatalogueService service) => $"unit/{service.Unit}";

    public static string Of(CataloguePackage package) => $"package/{package.Name}";

    public static string Of(HardeningPreset preset) => $"preset/{preset.Id}";

    /// <summary>The address of a page that stands alone.</summary>
    public static string Url(string id) => "/help/" + string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
