using System.Globalization;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Veilor.Designer.Core.Toml;

/// <summary>Parses TOML into <see cref="TomlNode"/>s that know their place in the file.</summary>
public static class TomlTree
{
    /// <summary>Parses a whole file.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="problem">The first problem, when null is returned.</param>
    /// <returns>The root table, or null when the text is not TOML or gives a key twice.</returns>
    public static TomlNode? Parse(string text, out TomlProblem? problem)
    {
        try
        {
            // It is inside, because a text that nests too deeply makes this parser throw too.
            problem = Repeated(text);
            if (problem is not null)
            {
                return null;
            }

            var parser = TomlParser.Create(text, new TomlParserOptions { DecodeScalars = true, EagerStringValues = true });
            while (parser.MoveNext())
            {
                if (parser.Current.Kind == TomlParseEventKind.StartTable)
                {
                    return ReadTable(parser, 1, 1);
                }
            }

            return new TomlNode(TomlNodeKind.Table, new List<KeyValuePair<string, TomlNode>>(), 1, 1);
        }
        catch (TomlException error)
        {
            var first = error.Diagnostics.FirstOrDefault();
            problem = new TomlProblem(error.Line ?? 1, error.Column ?? 1, (first?.Message ?? error.Message).Trim());
        }
        catch (ArgumentOutOfRangeException) when (text.EndsWith('\\'))
        {
            // Tomlyn 2.10.2 makes a character of the end of the text behind a backslash in a string, and that is none.
            var before = text.AsSpan(0, text.Length - 1);
            problem = new TomlProblem(before.Count('\n') + 1, text.Length - 1 - before.LastIndexOf('\n'), "The text ends behind a backslash in a string.");
        }

        return null;
    }

    /// <summary>The first fault of the text. The events do not tell a key or table given twice; the syntax tree does.</summary>
    private static TomlProblem? Repeated(string text)
    {
        var fault = SyntaxParser.Parse(text, sourceName: null, validate: true).Diagnostics.FirstOrDefault(each => each.Kind == DiagnosticMessageKind.Error);
        return fault is null ? null : new TomlProblem(fault.Span.Start.Line + 1, fault.Span.Start.Column + 1, fault.Message.Trim());
    }

    private static TomlNode ReadTable(TomlParser parser, int line, int column)
    {
        var members = new List<KeyValuePair<string, TomlNode>>();
        while (parser.MoveNext())
        {
            if (parser.Current.Kind == TomlParseEventKind.EndTable)
            {
                break;
            }

            var key = parser.GetPropertyName();
            var (keyLine, keyColumn) = Position(parser.Current, line, column);
            parser.MoveNext();
            Add(members, key, ReadValue(parser, keyLine, keyColumn).Named(keyLine, keyColumn));
        }

        return new TomlNode(TomlNodeKind.Table, members, line, column);
    }

    /// <summary>
    /// Adds a member. A table whose parts stand apart in the file, and a list of tables that goes on further down, come
    /// as two members of one name and are joined; that nothing else is given twice is known by then.
    /// </summary>
    private static void Add(List<KeyValuePair<string, TomlNode>> members, string key, TomlNode node)
    {
        var index = members.FindIndex(member => string.Equals(member.Key, key, StringComparison.Ordinal));
        if (index < 0)
        {
            members.Add(new(key, node));
            return;
        }

        var earlier = members[index].Value;
        if (earlier.Kind == TomlNodeKind.Array)
        {
            var items = earlier.Items.Concat(node.Items).ToList();
            members[index] = new(key, new TomlNode(TomlNodeKind.Array, items, earlier.Line, earlier.Column).Named(earlier.KeyLine, earlier.KeyColumn));
            return;
        }

        var joined = earlier.Members.ToList();
        foreach (var (name, member) in node.Members)
        {
            Add(joined, name, member);
        }

        members[index] = new(key, new TomlNode(TomlNodeKind.Table, joined, earlier.Line, earlier.Column).Named(earlier.KeyLine, earlier.KeyColumn));
    }

    private static TomlNode ReadArray(TomlParser parser, int line, int column)
    {
        var items = new List<TomlNode>();
        while (parser.MoveNext() && parser.Current.Kind != TomlParseEventKind.EndArray)
        {
            var hasPlace = parser.Current.Span is not null;
            var item = ReadValue(parser, line, column);
            items.Add(hasPlace || item.Members.Count == 0 ? item : At(item, item.Members[0].Value));
        }

        return new TomlNode(TomlNodeKind.Array, items, line, column);
    }

    /// <summary>A table of a list of tables has no place of its own in the parser's events; its first key stands for it.</summary>
    private static TomlNode At(TomlNode table, TomlNode first) =>
        new(TomlNodeKind.Table, table.Members.ToList(), first.KeyLine, first.KeyColumn);

    private static TomlNode ReadValue(TomlParser parser, int fallbackLine, int fallbackColumn)
    {
        var current = parser.Current;
        var (line, column) = Position(current, fallbackLine, fallbackColumn);
        return current.Kind switch
        {
            TomlParseEventKind.StartTable => ReadTable(parser, line, column),
            TomlParseEventKind.StartArray => ReadArray(parser, line, column),
            TomlParseEventKind.String => new TomlNode(TomlNodeKind.String, parser.GetString(), line, column),
            TomlParseEventKind.Integer => new TomlNode(TomlNodeKind.Integer, current.GetInt64(), line, column),
            TomlParseEventKind.Float => new TomlNode(TomlNodeKind.Float, current.GetDouble(), line, column),
            TomlParseEventKind.Boolean => new TomlNode(TomlNodeKind.Boolean, current.GetBoolean(), line, column),
            _ => new TomlNode(TomlNodeKind.DateTime, Convert.ToString(current.Kind, CultureInfo.InvariantCulture)!, line, column),
        };
    }

    private static (int Line, int Column) Position(TomlParseEvent current, int fallbackLine, int fallbackColumn) =>
        current.Span is { } span ? (span.Start.Line + 1, span.Start.Column + 1) : (fallbackLine, fallbackColumn);
}
