using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Fields;

/// <summary>Writes <c>design.toml</c> line by line, each with the field it holds.</summary>
internal sealed class DesignTomlWriter
{
    private readonly List<DocumentLine> _lines = [];
    private string? _pendingTable;

    public IReadOnlyList<DocumentLine> Lines => _lines;

    public void Comment(string text) => _lines.Add(new DocumentLine("# " + text, [ImageFields.Name.Path], Bond: LineBond.Fixed));

    /// <summary>A key of the root table; it belongs to the design as a whole.</summary>
    public void Root(string key, string literal) => _lines.Add(new DocumentLine($"{key} = {literal}", [ImageFields.Name.Path], Bond: LineBond.Fixed));

    /// <summary>Starts a table; its header is written with its first key, so that an empty one leaves nothing.</summary>
    public void Table(string name) => _pendingTable = name;

    public void TableArrayItem(string name, FieldPath path)
    {
        _pendingTable = null;
        _lines.Add(new DocumentLine("", [path]));
        _lines.Add(new DocumentLine($"[[{name}]]", [path]));
    }

    public void Value(string key, string literal, FieldPath path)
    {
        EquatableArray<FieldPath> origins = [path];
        WriteHeader(origins);
        var text = $"{key} = {literal}";
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            _lines.Add(new DocumentLine(text, origins));
            return;
        }

        foreach (var line in text.Split('\n'))
        {
            _lines.Add(new DocumentLine(line, origins));
        }
    }

    public void Array(string key, IEnumerable<(string Literal, FieldPath Path)> items, FieldPath path)
    {
        EquatableArray<FieldPath> origins = [path];
        WriteHeader(origins);
        _lines.Add(new DocumentLine($"{key} = [", origins));
        foreach (var (literal, itemPath) in items)
        {
            _lines.Add(new DocumentLine($"  {literal},", [itemPath]));
        }

        _lines.Add(new DocumentLine("]", origins));
    }

    private void WriteHeader(EquatableArray<FieldPath> origins)
    {
        if (_pendingTable is not { } table)
        {
            return;
        }

        // Every design has a name, and with it the table of the image.
        var bond = origins[0] == ImageFields.Name.Path ? LineBond.Fixed : LineBond.Carries;
        _lines.Add(new DocumentLine("", origins, Bond: bond));
        _lines.Add(new DocumentLine($"[{table}]", origins, Bond: bond));
        _pendingTable = null;
    }
}
