using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The size of compressed swap in memory as zram-generator reads it: an expression in MiB over <c>ram</c>, the memory
/// of the machine, such as <c>min(ram / 2, 4096)</c>. Zero switches it off (zram-generator.conf(5), <c>zram-size</c>).
/// </summary>
public sealed partial record ZramSize : ITextValue<ZramSize>
{
    private const int MaximumLength = 128;

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

        var place = 0;
        return ReadSum([.. tokens.Select(token => token.Value)], ref place) && place == tokens.Count
            ? ""
            : $"The expression is not complete. {Allowed}";
    }

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
