using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Preview;

/// <summary>What people call a field.</summary>
public static class FieldName
{
    /// <summary>A field as people find it: its section, its label, the item where it is one of a list, and the cell of the item.</summary>
    public static string Of(FieldPath path)
    {
        var section = DesignFields.FindSection(path.Section)?.Title ?? path.Section;
        var field = DesignFields.Find(path);
        if (field is null && (ContentFields.Files.Covers(path) || ContentFields.ScriptFiles.Covers(path)))
        {
            return $"{section} › File{(path.ListItem is { Value: { } file } ? ": " + file[(file.IndexOf('[', StringComparison.Ordinal) + 1)..^1] : "s")}";
        }

        var label = field is not null && !string.Equals(field.Label, section, StringComparison.Ordinal)
            ? $"{section} › {field.Label}"
            : section;
        var (from, to) = (path.Value.IndexOf('['), path.Value.LastIndexOf(']'));
        if (from < 0 || to < from)
        {
            return label;
        }

        var cell = to + 2 < path.Value.Length ? path.Value[(to + 2)..] : "";
        var part = field?.Parts.FirstOrDefault(each => string.Equals(each.Name, cell, StringComparison.Ordinal));
        return $"{label}: {path.Value[(from + 1)..to]}{(part is null ? "" : $" › {part.Label}")}";
    }
}
