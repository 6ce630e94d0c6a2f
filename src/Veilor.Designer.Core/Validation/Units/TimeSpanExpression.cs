using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>
/// A length of time as systemd reads it: numbers with units, such as <c>1h 30min</c>, or <c>infinity</c>; a number alone counts
/// seconds (systemd.time(7), PARSING TIME SPANS; systemd, time-util.c; tried with systemd-analyze timespan).
/// </summary>
public static partial class TimeSpanExpression
{
    /// <summary>True for a text that systemd takes. A number that passes what it can count is not told.</summary>
    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex(
        @"^[ \t]*(infinity[ \t]*|((\+?[0-9]+(\.[0-9]+)?|\.[0-9]+)([ \t]*(seconds|second|sec|s|minutes|minute|min|months|month|M|msec|ms|m|hours|hour|hr|h|days|day|d|weeks|week|w|years|year|y|usec|us|\u03bcs|\u00b5s)[ \t]*|[ \t]+|\z))+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
