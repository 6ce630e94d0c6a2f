using Veilor.Designer.Core.Catalogue;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>
/// A calendar expression of a timer, as systemd reads it (systemd.time(7), CALENDAR EVENTS): a word such as daily, or
/// days of the week, a date and a time, each of them optional, and a time zone.
/// </summary>
public static class CalendarExpression
{
    private static readonly string[] Words =
    [
        "minutely", "hourly", "daily", "monthly", "weekly", "yearly", "annually", "anually", "quarterly", "semiannually", "semi-annually", "biannually", "bi-annually",
    ];

    /// <summary>
    /// True for an expression that systemd takes, and for one that cannot be judged here: with a specifier, or with a word
    /// that can be the local time zone.
    /// </summary>
    public static bool IsValid(string text)
    {
        if (text.Contains('%', StringComparison.Ordinal))
        {
            return true;
        }

        var expression = WithoutZone(text);
        return Array.Exists(Words, word => string.Equals(word, expression, StringComparison.OrdinalIgnoreCase))
            || (expression.Length > 0 && new CalendarReader(expression).ReadAll());
    }

    private static string WithoutZone(string text)
    {
        var blank = text.LastIndexOf(' ');
        var zone = text[(blank + 1)..];
        return blank > 0 && (string.Equals(zone, "UTC", StringComparison.OrdinalIgnoreCase) || KnownNames.TimeZones.Has(zone) || (zone.Length is >= 3 and <= 5 && zone.All(char.IsAsciiLetterUpper)))
            ? text[..blank]
            : text;
    }
}
