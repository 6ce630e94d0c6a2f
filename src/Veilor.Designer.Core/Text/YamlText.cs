using System.Buffers;
using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// Scalars of YAML that readers of YAML 1.1 and 1.2 take for the same string. Plain are only words that start with
/// a letter, a slash or an underscore and mean nothing else in either version; all others stand in double quotes,
/// with escapes for invisible characters.
/// </summary>
public sealed class YamlText : IEscaper
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./@+ -");

    /// <summary>Words that some version reads as a boolean or as nothing (yaml.org/type/bool.html, YAML 1.2 core schema).</summary>
    private static readonly string[] Meanings = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

    private YamlText()
    {
    }

    /// <summary>Writes a value as a string scalar on one line.</summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public static string Quote(string value)
    {
        UnicodeText.RequireWellFormed(value, "YAML");
        if (IsPlain(value))
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"':
                    text.Append("\\\"");
                    break;
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
                case <= 0xFF when UnicodeText.IsInvisible(rune):
                    text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:X2}");
                    break;
                case <= 0xFFFF when UnicodeText.IsInvisible(rune):
                    text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
                    break;
                default:
                    text.Append(UnicodeText.IsInvisible(rune)
                        ? string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}")
                        : rune.ToString());
                    break;
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>A line with every hole written as a scalar; numbers and booleans as such.</summary>
    /// <exception cref="ArgumentException">A value holds half a surrogate pair.</exception>
    public static string Line(EscapedTextHandler<YamlText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Quote(value);

    private static bool IsPlain(string value) =>
        value.Length > 0
        && (char.IsAsciiLetter(value[0]) || value[0] is '/' or '_')
        && value[^1] != ' '
        && !value.AsSpan().ContainsAnyExcept(PlainCharacters)
        && !Meanings.Contains(value, StringComparer.OrdinalIgnoreCase);
}
