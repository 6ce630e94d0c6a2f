using System.Globalization;
using System.Text;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>UUIDs in the four spellings that the builder takes: plain, <c>urn:uuid:</c>, in braces, and without dashes.</summary>
internal static class UuidText
{
    /// <summary>What is wrong with a UUID, in the builder's words; null when it is one.</summary>
    public static string? FindProblem(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        switch (length)
        {
            case 36:
                return DashedProblem(text);
            case 32:
                return text.All(char.IsAsciiHexDigit) ? null : "invalid UUID format";
            case 38:
                return text.Length == 38 ? DashedProblem(text[1..37]) : "invalid UUID format";
            case 45:
                return text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase)
                    ? DashedProblem(text[9..])
                    : $"invalid urn prefix: {GoText.Quote(text[..Math.Min(9, text.Length)])}";
            default:
                return string.Create(CultureInfo.InvariantCulture, $"invalid UUID length: {length}");
        }
    }

    private static string? DashedProblem(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var wantsDash = i is 8 or 13 or 18 or 23;
            if (wantsDash ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return "invalid UUID format";
            }
        }

        return text.Length == 36 ? null : "invalid UUID format";
    }
}
