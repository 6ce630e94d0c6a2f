using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Veilor.Designer.Core.Values;

/// <summary>A day as <c>YYYY-MM-DD</c>, from 1970-01-02: shadow(5) counts days from the first, and takes 0 for no day at all.</summary>
public sealed record CalendarDay : ITextValue<CalendarDay>
{
    private static readonly DateOnly First = new(1970, 1, 1);

    private readonly DateOnly _day;

    private CalendarDay(DateOnly day) => _day = day;

    /// <summary>The days since 1970-01-01, as shadow(5) counts.</summary>
    public int DaysSince1970 => _day.DayNumber - First.DayNumber;

    public static bool TryParse(string? text, [NotNullWhen(true)] out CalendarDay? value, out string error)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > First;
        value = isDay ? new CalendarDay(day) : null;
        error = isDay ? "" : "Write a day as year, month and day, such as 2027-01-31.";
        return isDay;
    }

    public static CalendarDay Parse(string text) => TextValue.Parse<CalendarDay>(text);

    public override string ToString() => _day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
