using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Editor;

/// <summary>The addresses of the editor: design, section, document and field.</summary>
public static class EditorUrl
{
    public const string FocusKey = "focus";

    /// <summary>The panel of the dock that is open.</summary>
    public const string PanelKey = "panel";

    /// <summary>The help page that is open.</summary>
    public const string HelpKey = "help";

    /// <summary>The address of a place in the editor.</summary>
    /// <param name="slug">The design.</param>
    /// <param name="section">The section; null for the first.</param>
    /// <param name="place">What the preview shows; null for what fits the section.</param>
    /// <param name="focus">The field that gets the keyboard, or null.</param>
    public static string Of(string slug, string? section = null, PreviewPlace? place = null, string? focus = null)
    {
        var url = $"/designs/{Uri.EscapeDataString(slug)}";
        if (section is not null)
        {
            url += "/" + Uri.EscapeDataString(section);
        }

        var query = place?.ToQuery() ?? "";
        if (focus is not null)
        {
            query += $"&{FocusKey}={Uri.EscapeDataString(focus)}";
        }

        return query.Length == 0 ? url : $"{url}?{query[1..]}";
    }

    /// <summary>The address of a field, in its section.</summary>
    public static string OfField(string slug, FieldPath field, PreviewPlace? place = null) => Of(slug, field.Section, place, field.Value);

    /// <summary>The criterion of the gate that gets the focus.</summary>
    public const string CriterionKey = "criterion";

    /// <summary>The address of a design's decision gate, or of one of its criteria.</summary>
    public static string OfGate(string slug, string? criterion = null) =>
        $"/designs/{Uri.EscapeDataString(slug)}/gate" + (criterion is null ? "" : $"?{CriterionKey}={Uri.EscapeDataString(criterion)}");

    public static string OfBuild(string slug) => $"/designs/{Uri.EscapeDataString(slug)}/build";
}
