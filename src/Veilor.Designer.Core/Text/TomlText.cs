using System.Buffers;
using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// Strings and keys of TOML 1.0, the version that all readers of the generated files know. Invisible characters
/// are written as escapes.
/// </summary>
public sealed class TomlText : IEscaper
{
    private const string Language = "TOML";

    private static readonly SearchValues<char> BareKeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>What stands in a basic string as it is: printable ASCII without the quote and the backslash.</summary>
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(['"', '\\'])]);

    private TomlText()
    {
    }

    /// <summary>Writes a value as a basic string on one line.</summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public static string Quote(string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(PlainCharacters))
        {
            return $"\"{value}\"";
        }

        UnicodeText.RequireWellFormed(value, Language);
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value == '"')
            {
                text.Append("\\\"");
            }
            else
            {
                AppendEscaped(text, rune);
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>
    /// Writes a value over several lines, so that a person can read it, when it has line breaks; else as
    /// <see cref="Quote"/> does. It is a literal string where that keeps every character, otherwise a basic string
    /// with escapes for carriage returns, for blanks at the end of a line and for invisible characters.
    /// </summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public static string MultiLine(string value)
    {
        UnicodeText.RequireWellFormed(value, Language);
        if (!value.Contains('\n', StringComparison.Ordinal))
        {
            return Quote(value);
        }

        return FitsLiteral(value) ? $"'''\n{value}'''" : MultiLineBasic(value);
    }

    /// <summary>Writes a key: bare where the grammar allows, else quoted.</summary>
    /// <exception cref="ArgumentException">The key holds half a surrogate pair.</exception>
    public static string Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length > 0 && !key.AsSpan().ContainsAnyExcept(BareKeyCharacters) ? key : Quote(key);
    }

    /// <summary>Writes an array of strings on one line.</summary>
    /// <exception cref="ArgumentException">A value holds half a surrogate pair.</exception>
    public static string Array(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Quote))}]";

    /// <summary>A line with every hole written as a basic string; numbers and booleans as such.</summary>
    /// <exception cref="ArgumentException">A value holds half a surrogate pair.</exception>
    public static string Line(EscapedTextHandler<TomlText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Quote(value);

    private static void AppendEscaped(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '\\':
                text.Append(@"\\");
                break;
            case '\n':
                text.Append(@"\n");
                break;
            case '\t':
                text.Append(@"\t");
                break;
            case '\r':
                text.Append(@"\r");
                break;
            default:
                if (IsShown(rune))
                {
                    text.Append(rune.ToString());
                }
                else if (rune.IsBmp)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
                }

                break;
        }
    }

    /// <summary>A literal string knows no escapes, so blanks before a line break, which editors strip, do not fit either.</summary>
    private static bool FitsLiteral(string value) =>
        !value.Contains("'''", StringComparison.Ordinal)
        && !value.EndsWith('\'')
        && !value.Contains(" \n", StringComparison.Ordinal)
        && !value.Contains("\t\n", StringComparison.Ordinal)
        && value.EnumerateRunes().All(rune => rune.Value is '\n' or '\t' || IsShown(rune));

    /// <summary>The replacement character says that text was lost on the way, and the serializer of Tomlyn 2.10.2 takes it for half a surrogate pair.</summary>
    private static bool IsShown(Rune rune) => !UnicodeText.IsInvisible(rune) && rune != Rune.ReplacementChar;

    private static string MultiLineBasic(string value)
    {
        var text = new StringBuilder(value.Length + 16).Append("\"\"\"\n");
        var quotes = 0;
        for (var index = 0; index < value.Length; index++)
        {
            var isLast = index + 1 == value.Length;
            var endsLine = !isLast && value[index + 1] == '\n';
            quotes = value[index] == '"' ? quotes + 1 : 0;
            switch (value[index])
            {
                case '"':
                    text.Append(quotes % 3 == 0 || isLast ? "\\\"" : "\"");
                    break;
                case '\n':
                    text.Append('\n');
                    break;
                case ' ' when endsLine:
                    text.Append(@"\u0020");
                    break;
                case '\t' when !endsLine:
                    text.Append('\t');
                    break;
                default:
                    var rune = Rune.GetRuneAt(value, index);
                    AppendEscaped(text, rune);
                    index += rune.Utf16SequenceLength - 1;
                    break;
            }
        }

        return text.Append("\"\"\"").ToString();
    }
}
