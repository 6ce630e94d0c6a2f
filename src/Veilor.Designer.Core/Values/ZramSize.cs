using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The size of compressed swap in memory as zram-generator reads it: an expression in MiB over <c>ram</c>, the memory
/// of the machine, such as <c>min(ram / 2, 4096)</c>. Zero switches it off (zram-generator.conf(5), <c>zram-size</c>).
/// </summary>
public sealed partial record ZramSize : ITextValue<ZramSize>
{
    private const int MaximumLength = 128;

    /// <summary>16 TiB in MiB: more memory than any machine has that starts from such an image.</summary>
    private const decimal LargestNumber = 16 * 1024 * 1024;

    private const string Allowed = "Write a number of MiB, or an expression over ram, such as ram / 2 or min(ram / 2, 4096).";

    private readonly string _text;

    private ZramSize(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out ZramSize? value, out string error)
    {
        text = (text ?? "").Trim(' ');
        error = Check(text);
        value = error.Length == 0 ? new ZramSize(text) : null;
        return value is not null;
    }

    public static ZramSize Parse(string text) => TextValue.Parse<ZramSize>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        if (text.Length == 0)
        {
            return $"The size is empty. {Allowed}";
        }

        if (text.Length > MaximumLength)
        {
            return $"The size has {text.Length} characters. {MaximumLength} are allowed.";
        }

        var tokens = Token().Matches(text);
        if (tokens.Sum(token => token.Length) != text.Count(c => c != ' '))
        {
            return $"zram-generator cannot read this size. {Allowed}";
        }

        if (tokens.Select(token => token.Value).FirstOrDefault(IsTooLarge) is { } number)
        {
            return $"{number} MiB is more memory than any machine has: the size is in MiB, and numbers up to 16777216 (16 TiB) are allowed.";
        }

        var place = 0;
        return ReadSum([.. tokens.Select(token => token.Value)], ref place) && place == tokens.Count
            ? ""
            : $"The expression is not complete. {Allowed}";
    }

    private static bool IsTooLarge(string token) =>
        char.IsAsciiDigit(token[0]) && (!decimal.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > LargestNumber);

    private static bool ReadSum(string[] tokens, ref int place)
    {
        while (true)
        {
            if (!ReadTerm(tokens, ref place))
            {
                return false;
            }

            if (place == tokens.Length || tokens[place] is not ("+" or "-" or "*" or "/"))
            {
                return true;
            }

            place++;
        }
    }

    private static bool ReadTerm(string[] tokens, ref int place)
    {
        if (place == tokens.Length)
        {
            return false;
        }

        var token = tokens[place++];
        if (token is "min" or "max")
        {
            return Take(tokens, ref place, "(") && ReadSum(tokens, ref place) && Take(tokens, ref place, ",")
                && ReadSum(tokens, ref place) && Take(tokens, ref place, ")");
        }

        return token == "(" ? ReadSum(tokens, ref place) && Take(tokens, ref place, ")") : token == "ram" || char.IsAsciiDigit(token[0]);
    }

    private static bool Take(string[] tokens, ref int place, string token) =>
        place < tokens.Length && string.Equals(tokens[place++], token, StringComparison.Ordinal);

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?|[a-z]+|[-+*/(),]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Token();
}
