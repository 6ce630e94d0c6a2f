using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Comparing;

/// <summary>Changes that stand together under a heading.</summary>
/// <param name="Heading">The label of a list, the title of a section for its single values, or "Files".</param>
/// <param name="Changes">The changes in the order of the editor.</param>
public sealed record ChangeGroup(string Heading, EquatableArray<FieldChange> Changes)
{
    private const string Files = "Files beside the design";

    /// <summary>Puts changes under headings, in the order of the editor.</summary>
    /// <param name="changes">The changes of the design.</param>
    /// <param name="files">The changes of its files; they come last.</param>
    public static IReadOnlyList<ChangeGroup> Of(EquatableArray<FieldChange> changes, EquatableArray<FieldChange> files)
    {
        var groups = changes
            .GroupBy(change => HeadingOf(change.Path), StringComparer.Ordinal)
            .Select(group => new ChangeGroup(group.Key, group.ToEquatableArray()))
            .ToList();
        if (!files.IsEmpty)
        {
            groups.Add(new ChangeGroup(Files, files));
        }

        return groups;
    }

    private static string HeadingOf(FieldPath path)
    {
        var section = DesignFields.FindSection(path.Section)?.Title ?? path.Section;
        return DesignFields.Find(path) is { IsList: true } field
            ? string.Equals(field.Label, section, StringComparison.Ordinal) ? section : $"{section}: {field.Label}"
            : section;
    }
}
