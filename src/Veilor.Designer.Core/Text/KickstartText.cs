using System.Buffers;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// Words of a kickstart command. pykickstart (<c>parser.py</c>) parts a file with Python's <c>splitlines</c> and a
/// line with <c>shlex.split(line, comments=True)</c>: quotes and backslashes as in the POSIX shell, but no variables.
/// </summary>
public sealed class KickstartText : IEscaper
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./$^*-");

    private KickstartText()
    {
    }

    /// <summary>
    /// Writes a value as one word: plain where that is safe, else in double quotes. Quotes do not keep a value that
    /// starts with a hyphen from being read as an option; give it with <see cref="Option"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The value holds a control character, half a surrogate pair, or what splitlines takes for a line break.</exception>
    public static string Quote(string value)
    {
        UnicodeText.RequireOneLine(value, "A kickstart command", allowTab: true);
        var isPlain = value.Length > 0 && value[0] != '%' && !value.AsSpan().ContainsAnyExcept(PlainCharacters);
        return isPlain
            ? value
            : $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Writes an option with its value: <c>--gecos="Ada Lovelace"</c>.</summary>
    /// <param name="name">The option with its hyphens.</param>
    /// <param name="value">Any value, also an empty one or one that starts with a hyphen.</param>
    /// <exception cref="ArgumentException">The value cannot be written; see <see cref="Quote"/>.</exception>
    public static string Option(string name, string value) => $"{name}={Quote(value)}";

    /// <summary>A line with every hole written as a word.</summary>
    /// <exception cref="ArgumentException">A value cannot be written; see <see cref="Quote"/>.</exception>
    public static string Line(EscapedTextHandler<KickstartText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Quote(value);
}
