namespace Veilor.Designer.Components.Preview;

/// <summary>Folds what both sides of a comparison have, but for a few lines around each change.</summary>
public static class DiffFolds
{
    /// <summary>Lines that stay before and behind a change, as in <c>diff -u</c>.</summary>
    public const int Context = 3;

    /// <summary>The rows to show.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="isOpen">Whether the fold that begins at this line of this side was opened.</param>
    public static List<FoldedRow> Fold(IReadOnlyList<DiffRow> rows, Func<int, bool> isOpen)
    {
        var shown = new List<FoldedRow>();
        var at = 0;
        while (at < rows.Count)
        {
            var end = at;
            while (end < rows.Count && rows[end].Kind == DiffRowKind.Same)
            {
                end++;
            }

            AddSame(shown, rows, at, end, isOpen);
            for (at = end; at < rows.Count && rows[at].Kind != DiffRowKind.Same; at++)
            {
                shown.Add(new FoldedRow(rows[at]));
            }
        }

        return shown;
    }

    private static void AddSame(List<FoldedRow> shown, IReadOnlyList<DiffRow> rows, int from, int to, Func<int, bool> isOpen)
    {
        var first = from == 0 ? 0 : from + Context;
        var last = to == rows.Count ? to : to - Context;
        var isFolded = last - first > 1 && !isOpen(rows[first].Line);
        for (var index = from; index < to; index++)
        {
            if (!isFolded || index < first || index >= last)
            {
                shown.Add(new FoldedRow(rows[index]));
            }
            else if (index == first)
            {
                shown.Add(new FoldedRow(rows[index], last - first));
            }
        }
    }
}
