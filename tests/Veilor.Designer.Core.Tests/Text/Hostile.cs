using CsCheck;

namespace Veilor.Designer.Core.Tests.Text;

/// <summary>Text that breaks out of something, somewhere.</summary>
internal static class Hostile
{
    private static readonly string[] Fragments =
    [
        "'", "''", "'''", "\"", "\"\"\"", "\\", "\\\\", "\\n", "\n", "\r\n", "\r", "\t", " ", "  ", " \n", "\0", "$", "$$",
        "$(id)", "${HOME}", "$HOME", "`id`", "%end", "%%", "%", "]]>", "#", " #", "# ", "<<EOF", "\nEOF\n", ";", "&&", "|", ">", "*",
        "?", "[", "]", "{", "}", "{{", "${{ x }}", "~", "!", "=", "A=b", "A+=b", ":", ": ", "- ", "-", "--", "---", "...", "?", "@", "&a", "*a",
        "yes", "No", "on", "null", "NULL", "true", "1e3", "0o7", "0x1F", "1_000", "12:30:45", "2024-01-01", ".inf", "if", "fi", "\u202e",
        "\u200f", "\u2066", "\u2028", "\u2029", "\u0085", "\u00a0", "\ufeff", "\u001b[31m", "\u007f", "\v", "\f", "ü", "漢", "😀", "\U000E0041", "\ud800", "\udc00",
        "\ufffe", "\ufffd", "a", "b c", "/usr/lib", "key = value",
    ];

    /// <summary>Any text, mostly made of such fragments; also text that UTF-8 cannot hold.</summary>
    public static Gen<string> Text { get; } =
        Gen.OneOf(
            Gen.OneOf(Fragments),
            Gen.OneOf(Fragments),
            Gen.Char['\0', '\uffff'].Select(character => character.ToString()),
            Gen.Char[' ', '~'].Array[0, 12].Select(characters => new string(characters)))
        .Array[0, 6].Select(string.Concat);

    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])))
            {
                return false;
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return true;
    }

    public static bool IsOneLine(string text, bool allowTab) =>
        IsWellFormed(text) && text.All(c => (!char.IsControl(c) || (allowTab && c == '\t')) && c is not ('\u2028' or '\u2029'));

    /// <summary>
    /// Writes every value that may be written and fails when the writer refuses another set than it promises to.
    /// </summary>
    public static List<(string Value, string Written)> Write(IEnumerable<string> values, Func<string, string> write, Func<string, bool> mayBeWritten)
    {
        var written = new List<(string, string)>();
        foreach (var value in values)
        {
            if (mayBeWritten(value))
            {
                written.Add((value, write(value)));
            }
            else
            {
                Assert.Throws<ArgumentException>(() => write(value));
            }
        }

        return written;
    }
}
