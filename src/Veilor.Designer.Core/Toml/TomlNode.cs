using System.Globalization;

namespace Veilor.Designer.Core.Toml;

/// <summary>A value of a TOML file together with where it stands, so that an error can name line and column.</summary>
public sealed class TomlNode
{
    internal TomlNode(TomlNodeKind kind, object value, int line, int column)
    {
        Kind = kind;
        Value = value;
        Line = KeyLine = line;
        Column = KeyColumn = column;
    }

    public TomlNodeKind Kind { get; }

    /// <summary>1-based.</summary>
    public int Line { get; }

    /// <summary>1-based, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>The line of the key that names the value; the value's own where it has none.</summary>
    public int KeyLine { get; internal init; }

    /// <summary>The column of the key that names the value; the value's own where it has none.</summary>
    public int KeyColumn { get; internal init; }

    /// <summary>The members of a table in the order of the file; empty for every other kind.</summary>
    public IReadOnlyList<KeyValuePair<string, TomlNode>> Members => Value as List<KeyValuePair<string, TomlNode>> ?? [];

    /// <summary>The items of an array; empty for every other kind.</summary>
    public IReadOnlyList<TomlNode> Items => Value as List<TomlNode> ?? [];

    private object Value { get; }

    /// <summary>The same value with the place of the key that names it.</summary>
    internal TomlNode Named(int keyLine, int keyColumn) => new(Kind, Value, Line, Column) { KeyLine = keyLine, KeyColumn = keyColumn };

    /// <summary>The member with this key, or null.</summary>
    public TomlNode? this[string key]
    {
        get
        {
            foreach (var (name, node) in Members)
            {
                if (string.Equals(name, key, StringComparison.Ordinal))
                {
                    return node;
                }
            }

            return null;
        }
    }

    /// <summary>The decoded text of a string, the digits of a number, <c>true</c> or <c>false</c>.</summary>
    public string Text => Value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>The value of a boolean; false for every other kind.</summary>
    public bool Boolean => Value is true;

    /// <summary>The value of an integer; 0 for every other kind.</summary>
    public long Integer => Value is long number ? number : 0;

    /// <summary>What the node is, as an error message calls it.</summary>
    public string KindName => Kind switch
    {
        TomlNodeKind.Table => "a table",
        TomlNodeKind.Array => "an array",
        TomlNodeKind.String => "a string",
        TomlNodeKind.Integer => "an integer",
        TomlNodeKind.Float => "a float",
        TomlNodeKind.Boolean => "a boolean",
        _ => "a date or time",
    };
}
