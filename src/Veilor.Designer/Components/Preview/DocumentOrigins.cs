using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// Which lines of a document each field made. Worked out when something first asks, once for each document, so that an
/// edit costs nothing for the documents that it left alone.
/// </summary>
public sealed class DocumentOrigins
{
    private static readonly ConditionalWeakTable<DesignDocument, DocumentOrigins> Known = [];

    private readonly Dictionary<string, List<int>> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstBelow = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leading = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sections = new(StringComparer.Ordinal);

    private DocumentOrigins(DesignDocument document)
    {
        for (var line = 0; line < document.Lines.Count; line++)
        {
            if (string.IsNullOrWhiteSpace(document.Lines[line].Text))
            {
                // A gap says nothing of the fields around it, and a problem would stand beside nothing.
                continue;
            }

            if (document.Lines[line].Bond is LineBond.Shared or LineBond.Fixed)
            {
                // What many fields share, or none made, is no place of any one of them.
                continue;
            }

            foreach (var origin in document.Lines[line].Origins)
            {
                Add(origin, line);
            }

            if (document.Lines[line].Origin is { Value: not null } first && _leading.Add(first.Value))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_sections, first.Section, out _)++;
            }
        }
    }

    public static DocumentOrigins Of(DesignDocument document) => Known.GetValue(document, static each => new DocumentOrigins(each));

    /// <summary>The lines, counted from 0, that a field made: also those of its items, and for a cell those of its row. In order.</summary>
    public IReadOnlyList<int> LinesOf(FieldPath field)
    {
        var lines = new SortedSet<int>();
        foreach (var (origin, made) in _lines)
        {
            if (field.Covers(new FieldPath(origin)))
            {
                lines.UnionWith(made);
            }
        }

        if (field.ListItem is { Value: { } item } && _lines.TryGetValue(item, out var row))
        {
            lines.UnionWith(row);
        }

        return [.. lines];
    }

    /// <summary>The first line of a field, of what lies in it, or of the list item around it; null when it made none.</summary>
    public int? FirstLineOf(FieldPath field)
    {
        if (_lines.TryGetValue(field.Value, out var exact))
        {
            return exact[0];
        }

        if (_firstBelow.TryGetValue(field.Value, out var below))
        {
            return below;
        }

        return field.ListItem is { Value: { } item } && _lines.TryGetValue(item, out var row) ? row[0] : null;
    }

    /// <summary>How many fields and list items of this section lines lead to; a line that names several leads to the first.</summary>
    public int FactsOf(string section) => _sections.GetValueOrDefault(section);

    private void Add(FieldPath origin, int line)
    {
        if (origin.Value is null)
        {
            return;
        }

        ref var lines = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, origin.Value, out var isKnown);
        lines ??= [];
        lines.Add(line);
        if (isKnown)
        {
            return;
        }

        if (origin.ListItem is { } item && item != origin)
        {
            _firstBelow.TryAdd(item.Value, line);
        }

        if (origin.Field != origin)
        {
            _firstBelow.TryAdd(origin.Field.Value, line);
        }
    }
}
