using System.Buffers;
using System.Collections.Frozen;

namespace Veilor.Designer.Core.Text;

/// <summary>Words of the POSIX shell. Plain words stay as they are; the others stand in single quotes.</summary>
public sealed class ShellText : IEscaper
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Words that mean something else where a command is expected (bash(1), reserved words).</summary>
    private static readonly FrozenSet<string> ReservedWords = FrozenSet.Create<string>(
        StringComparer.Ordinal,
    [
        "if", "then", "elif", "else", "fi", "case", "esac", "for", "select", "while", "until", "do", "done", "in",
        "function", "time", "coproc",
    ]);

    private ShellText()
    {
    }

    /// <summary>Writes a value as one word, which is that value at any place of a command and never syntax. A line break stays one, inside the quotes.</summary>
    /// <exception cref="ArgumentException">The value holds a NUL or half a surrogate pair.</exception>
    public static string Quote(string value)
    {
        if (IsPlain(value))
        {
            return value;
        }

        UnicodeText.RequireWellFormed(value, "A shell script");
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A shell word cannot hold a NUL character.", nameof(value));
        }

        return $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    /// <summary>Writes several words with a blank between them.</summary>
    /// <exception cref="ArgumentException">A value holds a NUL or half a surrogate pair.</exception>
    public static string Join(IEnumerable<string> values) => string.Join(' ', values.Select(Quote));

    /// <summary>A line with every hole written as a word.</summary>
    /// <exception cref="ArgumentException">A value holds a NUL, half a surrogate pair or a line break.</exception>
    public static string Line(EscapedTextHandler<ShellText> line) => line.ToString();

    static string IEscaper.Escape(string value) => Quote(value);

    private static bool IsPlain(string value) =>
        value.Length > 0
        && !value.AsSpan().ContainsAnyExcept(PlainCharacters)
        && !IsAssignment(value)
        && !ReservedWords.Contains(value);

    private static bool IsAssignment(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? default : value.AsSpan(0, equals).TrimEnd('+');
        return equals >= 0 && !name.ContainsAnyExcept(NameCharacters);
    }
}
