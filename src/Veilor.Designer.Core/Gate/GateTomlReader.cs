using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Gate;

/// <summary>Takes values out of a <c>gate.toml</c> and gathers what is wrong with them.</summary>
internal sealed class GateTomlReader
{
    public List<TomlProblem> Problems { get; } = [];

    public void Add(TomlNode node, string message) => Problems.Add(new TomlProblem(node.KeyLine, node.KeyColumn, message));

    public void Keys(TomlNode table, string[] known)
    {
        foreach (var (key, node) in table.Members.Where(member => !known.Contains(member.Key, StringComparer.Ordinal)))
        {
            Add(node, $"'{key}' is not known here; {string.Join(", ", known)} are");
        }
    }

    public EquatableArray<T> Tables<T>(TomlNode? list, string[] known, Func<GateTomlReader, TomlNode, T> read)
    {
        List<T> items = [];
        if (list is not null && (list.Kind != TomlNodeKind.Array || list.Items.Any(item => item.Kind != TomlNodeKind.Table)))
        {
            Add(list, "a list of tables belongs here");
            return [];
        }

        foreach (var table in list?.Items ?? [])
        {
            Keys(table, known);
            items.Add(read(this, table));
        }

        return items.ToEquatableArray();
    }

    public bool Boolean(TomlNode node)
    {
        if (node.Kind != TomlNodeKind.Boolean)
        {
            Add(node, $"true or false belongs here, not {node.KindName}");
        }

        return node.Boolean;
    }

    public string Text(TomlNode table, string key)
    {
        var text = Optional(table, key);
        if (text.Length == 0 && table[key] is null or { Kind: TomlNodeKind.String })
        {
            Add(table[key] ?? table, $"'{key}' is missing");
        }

        return text;
    }

    public string Optional(TomlNode table, string key)
    {
        if (table[key] is { Kind: not TomlNodeKind.String } node)
        {
            Add(node, $"a string belongs here, not {node.KindName}");
            return "";
        }

        return table[key]?.Text ?? "";
    }

    public long Integer(TomlNode table, string key)
    {
        if (table[key] is not { Kind: TomlNodeKind.Integer } node)
        {
            Add(table[key] ?? table, $"'{key}' must be a whole number");
            return 0;
        }

        return node.Integer;
    }

    public DateTimeOffset Date(TomlNode table, string key)
    {
        var text = Text(table, key);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
        {
            return date;
        }

        if (text.Length > 0)
        {
            Add(table[key]!, "a date belongs here, such as 2026-05-05T14:52:53Z");
        }

        return default;
    }

    public T Word<T>(TomlNode table, string key)
        where T : struct, Enum
    {
        var text = Text(table, key);
        foreach (var value in Enum.GetValues<T>())
        {
            if (GateToml.Name(value) == text)
            {
                return value;
            }
        }

        if (text.Length > 0)
        {
            Add(table[key]!, $"'{text}' is not known; {string.Join(", ", Enum.GetValues<T>().Select(GateToml.Name))} are");
        }

        return default;
    }
}
