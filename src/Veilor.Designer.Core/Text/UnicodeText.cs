using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Text;

/// <summary>What the writers of all languages need to know about characters.</summary>
internal static class UnicodeText
{
    /// <summary>
    /// True for characters that cannot be seen or that change what is seen: controls, format characters such as
    /// direction marks, line and paragraph separators, unassigned code points. Written raw they would make a
    /// reviewer read something else than the machine does.
    /// </summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned;

    /// <summary>Refuses half surrogate pairs, which no UTF-8 file can hold.</summary>
    public static void RequireWellFormed(string value, string language)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (var index = 0; index < value.Length; index++)
        {
            if (!char.IsSurrogate(value[index]))
            {
                continue;
            }

            if (index + 1 == value.Length || !char.IsSurrogatePair(value[index], value[index + 1]))
            {
                throw new ArgumentException($"{language} is written in UTF-8, which cannot hold half of a surrogate pair.", nameof(value));
            }

            index++;
        }
    }

    /// <summary>Refuses control characters, and what some readers take for a line break (U+0085, U+2028, U+2029).</summary>
    public static void RequireOneLine(string value, string language, bool allowTab)
    {
        RequireWellFormed(value, language);
        foreach (var character in value)
        {
            if ((char.IsControl(character) && !(allowTab && character == '\t')) || character is '\u2028' or '\u2029')
            {
                throw new ArgumentException(
                    $"{language} cannot hold the character U+{(int)character:X4}; a value stands on one line.", nameof(value));
            }
        }
    }
}
