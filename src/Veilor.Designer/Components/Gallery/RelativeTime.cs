using System.Globalization;

namespace Veilor.Designer.Components.Gallery;

/// <summary>A moment in the past as people say it.</summary>
public static class RelativeTime
{
    /// <summary>How long ago it was; the date when it is more than a week.</summary>
    public static string Describe(DateTimeOffset moment, DateTimeOffset now) => (now - moment) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } age => Ago((int)age.TotalMinutes, "minute"),
        { TotalDays: < 1 } age => Ago((int)age.TotalHours, "hour"),
        { TotalDays: < 7 } age => Ago((int)age.TotalDays, "day"),
        _ => moment.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Ago(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} ago");
}
