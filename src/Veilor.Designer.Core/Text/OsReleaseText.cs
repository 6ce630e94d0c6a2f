using System.Buffers;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// Values of <c>/etc/os-release</c> and other files that a shell may source, quoted as os-release(5) says: double
/// quotes, and a backslash before <c>$ " \ `</c>.
/// </summary>
public sealed class OsReleaseText : IEscaper
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private OsReleaseText()
    {
    }

    /// <summary>Writes a value; letters and digits alone need no quotes.</summary>
    /// <exception cref="ArgumentException">The value holds a control character, half a surrogate pair or a line separator.</exception>
    public static string Quote(string value)
    {
        UnicodeText.RequireOneLine(value, "os-release", allowTab: false);
        return value.Length > 0 && !value.AsSpan().ContainsAnyExcept(PlainCharacters)
            ? value
            : $"\"{string.Concat(value.Select(c => c is '$' or '"' or '\\' or '`' ? $@"\{c}" : c.ToString()))}\"";
    }

    /// <summary>A line with every hole written as by <see cref="Quote"/>.</summary>
    /// <exception cref="ArgumentException">A value cannot be written; see <see cref="Quote"/>.</exception>
    public static string Line(EscapedTextHandler<OsReleaseText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Quote(value);
}
