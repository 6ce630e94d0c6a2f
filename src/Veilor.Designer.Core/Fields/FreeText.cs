using System.Globalization;

namespace Veilor.Designer.Core.Fields;

/// <summary>
/// What free text may hold. Control characters break every format we write; characters that change the writing
/// direction make a reviewer read something else than the machine does.
/// </summary>
internal static class FreeText
{
    /// <summary>What is wrong with the text, or null.</summary>
    public static string? Problem(string text, bool allowLineBreaks)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\t')
            {
                if (!allowLineBreaks)
                {
                    return "it must be one line, without line breaks or tabs";
                }

                continue;
            }

            if (char.IsControl(c))
            {
                return string.Create(CultureInfo.InvariantCulture, $"it holds the control character U+{(int)c:X4}, which is not allowed");
            }

            if (c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029')
            {
                return string.Create(CultureInfo.InvariantCulture, $"it holds the invisible character U+{(int)c:X4}, which changes how the text reads");
            }

            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return "it holds half of a Unicode character";
            }
        }

        return null;
    }
}
