using System.Buffers;
using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Values;

/// <summary>Names characters in messages, the invisible ones too.</summary>
internal static class CharacterNames
{
    /// <summary>Names the first character that is not allowed; null when all are.</summary>
    public static string? FirstOutside(string text, SearchValues<char> allowed)
    {
        var index = text.AsSpan().IndexOfAnyExcept(allowed);
        return index < 0 ? null : At(text, index);
    }

    /// <summary>Names the first control, format (such as a direction mark), separator or unpaired character; null when there is none.</summary>
    /// <param name="text">The text to look through.</param>
    /// <param name="allowSpace">False when an ordinary space is named as well.</param>
    public static string? FirstInvisible(string text, bool allowSpace)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var isInvisible = text[index] == ' '
                ? !allowSpace
                : CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
            if (isInvisible)
            {
                return At(text, index);
            }

            if (char.IsHighSurrogate(text[index]))
            {
                index++;
            }
        }

        return null;
    }

    /// <summary>Names the character at an index: <c>a space</c>, <c>“$”</c>, <c>the character U+202E</c>.</summary>
    public static string At(string text, int index)
    {
        switch (text[index])
        {
            case ' ':
                return "a space";
            case '\t':
                return "a tab";
            case '\r' or '\n':
                return "a line break";
        }

        return Rune.TryGetRuneAt(text, index, out var rune) && IsVisible(rune)
            ? $"“{rune}”"
            : $"the character U+{(rune.Value == 0 ? text[index] : rune.Value).ToString("X4", CultureInfo.InvariantCulture)}";
    }

    private static bool IsVisible(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
}
