using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Preview;

/// <summary>What people call a field.</summary>
public static class FieldName
{
    /// <summary>A field as people find it: its section, its label, and the item where it is one of a list.</summary>
    public static string Of(FieldPath path)
    {
        var section = DesignFields.FindSection(path.Section)?.Title ?? path.Section;
        var label = DesignFields.Find(path) is { } field && !string.Equals(field.Label, section, StringComparison.Ordinal)
            ? $"{section} › {field.Label}"
            : section;
        var (from, to) = (path.Value.IndexOf('['), path.Value.LastIndexOf(']'));
        return from >= 0 && to > from ? $"{label}: {path.Value[(from + 1)..to]}" : label;
    }
}
