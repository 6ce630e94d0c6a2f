using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Fields;

/// <summary>What a text that is being added to a list amounts to.</summary>
/// <param name="Items">The values to add; empty with an error.</param>
/// <param name="Error">What is wrong; null when there is something to add.</param>
/// <param name="LeftOut">The lines of several that are not taken, while the others are.</param>
public sealed record ListDraft<T>(EquatableArray<T> Items, string? Error, EquatableArray<LeftOutLine> LeftOut)
{
    private static readonly char[] LineBreaks = ['\n', '\r', ListLines.Break];

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>
    /// Reads one value a line. Where the values of the field hold no blanks, a line may hold several parted by blanks or
    /// commas, as people paste the arguments of a dnf command. A piece that is refused refuses its line; the other lines
    /// are taken.
    /// </summary>
    /// <param name="field">The list.</param>
    /// <param name="text">What was typed or pasted.</param>
    /// <param name="present">What the list holds.</param>
    /// <param name="noun">What one value is called.</param>
    public static ListDraft<T> Read(ListField<T> field, string text, EquatableArray<T> present, string noun)
    {
        var lines = text.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return Wrong($"Type a {noun} first.");
        }

        var items = new List<T>();
        var leftOut = new List<LeftOutLine>();
        foreach (var (index, line) in lines.Index())
        {
            var read = new List<T>();
            if (ReadLine(field, line, read) is { } error)
            {
                leftOut.Add(new(index + 1, line, error));
            }
            else
            {
                items.AddRange(read);
            }
        }

        if (items.Count == 0)
        {
            return Wrong(lines.Length == 1 ? leftOut[0].Reason : $"{LeftOutLine.Describe(leftOut)} Nothing was added.");
        }

        var fresh = items.Where(item => present.IndexOf(item) < 0).Distinct().ToEquatableArray();
        return !fresh.IsEmpty ? new(fresh, null, leftOut.ToEquatableArray())
            : items.Count == 1 ? Wrong($"“{field.Codec.Format(items[0])}” is in the list already.")
            : Wrong("All of these are in the list already.");
    }

    /// <summary>The lines that somebody may want to mend, as the input holds them; empty when there are none.</summary>
    public string Rest => string.Join($" {ListLines.Break} ", LeftOut.Where(line => !line.IsComment).Select(line => line.Text));

    private static string? ReadLine(ListField<T> field, string line, List<T> items)
    {
        if (field.Codec.TryParse(line, out var single, out var error))
        {
            items.Add(single);
            return null;
        }

        var pieces = field.IsLineEach ? [line] : line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 1 && !(line.Contains(',', StringComparison.Ordinal) && !field.IsLineEach))
        {
            return error;
        }

        if (field.PartedProblem(line) is { } problem)
        {
            return problem;
        }

        foreach (var piece in pieces.SelectMany(piece => field.Codec.TryParse(piece, out _, out _) ? [piece] : piece.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!field.Codec.TryParse(piece, out var item, out var why))
            {
                return $"“{piece}”: {why}";
            }

            items.Add(item);
        }

        return null;
    }

    private static ListDraft<T> Wrong(string error) => new([], error, []);
}
