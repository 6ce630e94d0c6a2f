using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Editor;

/// <summary>The addresses of the editor: design, section, document and field.</summary>
public static class EditorUrl
{
    public const string DocumentKey = "doc";

    public const string FocusKey = "focus";

    /// <summary>The address of a place in the editor.</summary>
    /// <param name="slug">The design.</param>
    /// <param name="section">The section; null for the first.</param>
    /// <param name="document">The document in the preview; null for the first.</param>
    /// <param name="focus">The field that gets the keyboard, or null.</param>
    public static string Of(string slug, string? section = null, string? document = null, string? focus = null)
    {
        var url = $"/designs/{Uri.EscapeDataString(slug)}";
        if (section is not null)
        {
            url += "/" + Uri.EscapeDataString(section);
        }

        var query = "";
        if (document is not null)
        {
            query += $"&{DocumentKey}={Uri.EscapeDataString(document)}";
        }

        if (focus is not null)
        {
            query += $"&{FocusKey}={Uri.EscapeDataString(focus)}";
        }

        return query.Length == 0 ? url : $"{url}?{query[1..]}";
    }

    /// <summary>The address of a field, in its section.</summary>
    public static string OfField(string slug, FieldPath field, string? document = null) => Of(slug, field.Section, document, field.Value);

    public static string OfBuild(string slug) => $"/designs/{Uri.EscapeDataString(slug)}/build";
}
