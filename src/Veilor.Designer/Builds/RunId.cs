using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Veilor.Designer.Builds;

/// <summary>
/// Names one run, and its folder under <c>runs/</c>: the moment it was asked for, <c>yyyyMMdd-HHmmss-fff</c> in UTC.
/// Sorting the text sorts the runs by time.
/// </summary>
public readonly record struct RunId : IComparable<RunId>
{
    private const string Format = "yyyyMMdd-HHmmss-fff";

    private readonly string? _value;

    private RunId(string value) => _value = value;

    public string Value => _value ?? "";

    /// <summary>The id of a run asked for at this moment, to the millisecond.</summary>
    public static RunId At(DateTimeOffset moment) => new(moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));

    /// <summary>
    /// Reads an id from a URL or a folder's name. Nothing but the exact form is accepted, so an id can be part of a path
    /// without leaving it.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RunId id)
    {
        var isId = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        id = isId ? new RunId(text!) : default;
        return isId;
    }

    /// <summary>The earliest id after this one.</summary>
    public RunId Next() =>
        At(DateTimeOffset.ParseExact(Value, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddMilliseconds(1));

    public int CompareTo(RunId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(RunId left, RunId right) => left.CompareTo(right) < 0;

    public static bool operator >(RunId left, RunId right) => left.CompareTo(right) > 0;

    public static bool operator <=(RunId left, RunId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RunId left, RunId right) => left.CompareTo(right) >= 0;
}
