namespace Veilor.Designer.Core.Fields;

/// <summary>A line of several that a list does not take.</summary>
/// <param name="Number">Its place among the lines that are not empty, counted from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Reason">Why it is refused.</param>
public sealed record LeftOutLine(int Number, string Text, string Reason)
{
    private const int MostNamed = 3;
    private const int MostCharacters = 40;

    /// <summary>True for a line that lists have for people only: nothing is lost without it.</summary>
    public bool IsComment => Text.StartsWith('#');

    /// <summary>What is said of the lines that were left out; empty for none.</summary>
    public static string Describe(IReadOnlyList<LeftOutLine> lines)
    {
        var named = lines.Take(MostNamed).Select(line => line.IsComment
            ? FormattableString.Invariant($"Line {line.Number}, “{Short(line.Text)}”, is a comment and is left out.")
            : FormattableString.Invariant($"Line {line.Number}, “{Short(line.Text)}”: {line.Reason}"));
        var rest = lines.Count - MostNamed;
        return string.Join(' ', rest > 0 ? named.Append(FormattableString.Invariant($"And {rest} more lines are left out.")) : named);
    }

    private static string Short(string text) => text.Length > MostCharacters ? string.Concat(text.AsSpan(0, MostCharacters), "…") : text;
}
