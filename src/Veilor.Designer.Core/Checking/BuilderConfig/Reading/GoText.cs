using System.Globalization;
using System.Text;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Writes values as Go's <c>fmt</c> does, because the builders' error texts quote them so.</summary>
internal static class GoText
{
    /// <summary>The verb <c>%q</c> for a string.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            AppendEscaped(quoted, rune, '"');
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The verb <c>%+q</c> for a string: everything outside ASCII is escaped too.</summary>
    public static string QuoteAscii(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x80)
            {
                AppendEscaped(quoted, rune, '"');
            }
            else
            {
                AppendHex(quoted, rune.Value);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The verb <c>%q</c> for one character.</summary>
    public static string QuoteRune(Rune rune)
    {
        var quoted = new StringBuilder("'");
        AppendEscaped(quoted, rune, '\'');
        return quoted.Append('\'').ToString();
    }

    /// <summary>The verb <c>%v</c> for a value; maps are printed with sorted keys.</summary>
    public static string Print(ConfigValue value) => value switch
    {
        ConfigTable table => $"map[{string.Join(' ', table.Entries.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => $"{e.Name}:{Print(e.Value)}"))}]",
        ConfigList list => $"[{string.Join(' ', list.Items.Select(Print))}]",
        ConfigScalar { Value: null } => "<nil>",
        ConfigScalar { Value: string text } => text,
        ConfigScalar { Value: bool flag } => flag ? "true" : "false",
        ConfigScalar { Value: long number } => number.ToString(CultureInfo.InvariantCulture),
        ConfigScalar { Value: double number } => PrintFloat(number),
        ConfigScalar { Value: ConfigMoment moment } => moment.Text,
        _ => string.Empty,
    };

    /// <summary>The verb <c>%T</c> for a decoded value.</summary>
    public static string TypeOf(ConfigValue? value) => value switch
    {
        null or ConfigScalar { Value: null } => "<nil>",
        ConfigTable => "map[string]interface {}",
        ConfigList { IsTableArray: true } => "[]map[string]interface {}",
        ConfigList => "[]interface {}",
        ConfigScalar { Value: string } => "string",
        ConfigScalar { Value: bool } => "bool",
        ConfigScalar { Value: long } => "int64",
        ConfigScalar { Value: double } => "float64",
        _ => "time.Time",
    };

    /// <summary>The type's name in the TOML decoder's own messages.</summary>
    public static string TomlTypeOf(ConfigValue value) => value switch
    {
        ConfigTable => "map[string]any",
        ConfigList { IsTableArray: true } => "[]map[string]any",
        ConfigList => "[]any",
        ConfigScalar { Value: ConfigMoment } => "time.Time",
        _ => TypeOf(value),
    };

    private static string PrintFloat(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "+Inf" : "-Inf";
        }

        if (number == 0)
        {
            return double.IsNegative(number) ? "-0" : "0";
        }

        // Go's %v is %g with the shortest digits and exponents from 21 on.
        var digits = Math.Abs(number).ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits.AsSpan(digits.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (exponent is >= -4 and < 21)
        {
            return shortest.Contains('E', StringComparison.Ordinal)
                ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
                : shortest;
        }

        var mantissa = (number / Math.Pow(10, exponent)).ToString("R", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static void AppendEscaped(StringBuilder quoted, Rune rune, char quote)
    {
        switch (rune.Value)
        {
            case '\a':
                quoted.Append("\\a");
                break;
            case '\b':
                quoted.Append("\\b");
                break;
            case '\f':
                quoted.Append("\\f");
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\r':
                quoted.Append("\\r");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case '\v':
                quoted.Append("\\v");
                break;
            case '\\':
                quoted.Append("\\\\");
                break;
            case < 0x20 or 0x7f:
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
                break;
            default:
                if (rune.Value == quote)
                {
                    quoted.Append('\\').Append(quote);
                }
                else if (IsPrintable(rune))
                {
                    quoted.Append(rune.ToString());
                }
                else
                {
                    AppendHex(quoted, rune.Value);
                }

                break;
        }
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);

    private static void AppendHex(StringBuilder quoted, int value) =>
        quoted.Append(value > 0xffff
            ? string.Create(CultureInfo.InvariantCulture, $"\\U{value:x8}")
            : string.Create(CultureInfo.InvariantCulture, $"\\u{value:x4}"));
}
