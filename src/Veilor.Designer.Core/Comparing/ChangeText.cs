using System.Globalization;

namespace Veilor.Designer.Core.Comparing;

/// <summary>The words that fields put their differences in.</summary>
internal static class ChangeText
{
    /// <summary>A longer value is cut in the middle: both its ends tell values apart.</summary>
    private const int Longest = 72;

    private const int MostMoves = 4;

    /// <summary>A value on one line, not longer than a line of a list.</summary>
    public static string Short(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{Head(line, Longest * 2 / 3)}…{Tail(line, Longest / 3)}";
    }

    /// <summary>How a single value changed: <c>Host name: a → b</c>.</summary>
    /// <param name="prefix">What stands before the values, with its colon.</param>
    /// <param name="before">The value that was; empty when there was none.</param>
    /// <param name="after">The value that is; empty when there is none.</param>
    public static string OfValue(string prefix, string before, string after) => (before.Length, after.Length) switch
    {
        (0, _) => $"{prefix} {Short(after)}",
        (_, 0) when IsPlural(prefix) => $"{prefix.TrimEnd(':')} are no longer set; they were {Short(before)}",
        (_, 0) => $"{prefix.TrimEnd(':')} is no longer set; it was {Short(before)}",
        _ when string.Equals(Short(before), Short(after), StringComparison.Ordinal) => $"{prefix} {Short(after)} differs in the part that is not shown here",
        _ => $"{prefix} {Short(before)} → {Short(after)}",
    };

    private static bool IsPlural(string prefix) => prefix.TrimEnd(':') is [.., not 's', 's'];

    /// <summary>A label inside a sentence; an abbreviation keeps its capitals.</summary>
    public static string InSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>How a text of several lines changed. The lines are not repeated: the text diff has them.</summary>
    public static string OfLines(string label, string before, string after)
    {
        var difference = ItemDifference.Between(LinesOf(before), LinesOf(after));
        var parts = new List<string>(2);
        if (difference.Added.Count > 0)
        {
            parts.Add($"{Count(difference.Added.Count)} added");
        }

        if (difference.Removed.Count > 0)
        {
            parts.Add($"{Count(difference.Removed.Count)} removed");
        }

        return parts.Count == 0 ? $"{label}: lines stand in another order" : $"{label}: {string.Join(", ", parts)}";
    }

    /// <summary>What moved in a list whose order counts.</summary>
    /// <param name="moved">Positions in the list.</param>
    /// <param name="names">The items of the list as people call them.</param>
    public static IEnumerable<(int Index, string Text)> OfMoves(IReadOnlyList<int> moved, IReadOnlyList<string> names)
    {
        foreach (var index in moved.Take(MostMoves))
        {
            yield return (index, index == 0 ? $"{names[0]} moves to the start" : $"{names[index]} moves after {names[index - 1]}");
        }

        if (moved.Count > MostMoves)
        {
            yield return (moved[MostMoves], string.Create(CultureInfo.InvariantCulture, $"{moved.Count - MostMoves} more items move"));
        }
    }

    /// <summary>The place of an item that came into a list whose order counts; empty where it came last.</summary>
    /// <param name="index">Its position in the list.</param>
    /// <param name="names">The items of the list as people call them.</param>
    public static string OfPlace(int index, IReadOnlyList<string> names) =>
        index == names.Count - 1 ? "" : index == 0 ? ", at the start" : $", after {names[index - 1]}";

    private static string Head(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static string Tail(string text, int length) => char.IsLowSurrogate(text[^length]) ? text[^(length - 1)..] : text[^length..];

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static string Count(int lines) => lines == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{lines} lines");
}
