using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>Writes and reads values as Python does, because the parser's errors quote them so.</summary>
internal static class PythonText
{
    /// <summary>The value's source form, in single quotes unless it contains some.</summary>
    public static string Repr(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var written = new StringBuilder().Append(quote);
        foreach (var rune in text.EnumerateRunes())
        {
            written.Append(rune.Value switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\'' when quote == '\'' => "\\'",
                < 0x20 or (>= 0x7f and <= 0xa0) => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
                _ => rune.ToString(),
            });
        }

        return written.Append(quote).ToString();
    }

    public static string Repr(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Repr))}]";

    /// <summary>True for what <c>int()</c> takes: digits of any script with an optional sign, single underscores between them, blanks around.</summary>
    public static bool IsInteger(string text, out bool isZero, out bool isNegative)
    {
        var digits = text.Trim();
        isNegative = digits.StartsWith('-');
        if (digits.Length > 0 && digits[0] is '+' or '-')
        {
            digits = digits[1..];
        }

        isZero = digits.All(c => c == '_' || char.GetNumericValue(c) is 0);
        var fits = digits.Length > 0 && digits[0] != '_' && digits[^1] != '_' && !digits.Contains("__", StringComparison.Ordinal)
            && digits.All(c => char.IsDigit(c) || c == '_');
        isNegative = isNegative && !isZero;
        return fits;
    }

    /// <summary>Splits into lines that keep their ends, at every character that Python takes for one.</summary>
    public static IReadOnlyList<string> SplitLines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029'))
            {
                continue;
            }

            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }

            lines.Add(text[start..(i + 1)]);
            start = i + 1;
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }
}
