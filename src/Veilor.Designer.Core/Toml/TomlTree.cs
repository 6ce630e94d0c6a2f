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
        problem = null;
        try
        {
            var parser = TomlParser.Create(text, new TomlParserOptions { DecodeScalars = true, EagerStringValues = true });
            while (parser.MoveNext())
            {
                if (parser.Current.Kind == TomlParseEventKind.StartTable)
                {
                    var root = ReadTable(parser, 1, 1);
                    problem = Repeated(text);
                    return problem is null ? root : null;
                }
            }

            return new TomlNode(TomlNodeKind.Table, new List<KeyValuePair<string, TomlNode>>(), 1, 1);
        }
        catch (TomlException error)
        {
            var first = error.Diagnostics.FirstOrDefault();
            problem = new TomlProblem(error.Line ?? 1, error.Column ?? 1, (first?.Message ?? error.Message).Trim());
        }
        catch (DuplicateKeyException error)
        {
            problem = new TomlProblem(error.Line, error.Column, $"the key '{error.Key}' is given twice");
        }

        return null;
    }

    /// <summary>The events join two tables of one name, which TOML forbids; the syntax tree tells.</summary>
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
            if (members.Any(member => string.Equals(member.Key, key, StringComparison.Ordinal)))
            {
                throw new DuplicateKeyException(key, keyLine, keyColumn);
            }

            parser.MoveNext();
            members.Add(new(key, ReadValue(parser, keyLine, keyColumn).Named(keyLine, keyColumn)));
        }

        return new TomlNode(TomlNodeKind.Table, members, line, column);
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

    private sealed class DuplicateKeyException(string key, int line, int column) : Exception
    {
        public string Key { get; } = key;

        public int Line { get; } = line;

        public int Column { get; } = column;
    }
}
