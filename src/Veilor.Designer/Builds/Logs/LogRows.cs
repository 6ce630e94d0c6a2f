namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// The rows of a log view, by arithmetic alone: the lines that a filter lets through, with a heading before each step's. Nothing is
/// kept for a row, so a million cost nothing.
/// </summary>
/// <param name="lineCount">Lines in the log.</param>
/// <param name="selected">Numbers of the lines that are shown, rising; null for all.</param>
/// <param name="headings">The steps that have begun, in order.</param>
public sealed class LogRows(long lineCount, LineRanges? selected, IReadOnlyList<LogHeading> headings)
{
    /// <summary>Lines that are shown.</summary>
    public long LineCount => selected?.Count ?? lineCount;

    /// <summary>Rows, headings included.</summary>
    public long Count => LineCount + headings.Count;

    /// <summary>The row of a line, or where it would be when it is not shown; never beyond the last.</summary>
    public long RowOf(long line)
    {
        var before = ShownBefore(line);
        var above = headings.Count(heading => heading.FirstLine <= line);
        return Math.Clamp(before + above, 0, Math.Max(0, Count - 1));
    }

    /// <summary>Rows in order.</summary>
    /// <param name="first">Index of the first row, from 0.</param>
    /// <param name="count">How many; fewer come back at the end.</param>
    public IReadOnlyList<LogRow> Read(long first, int count)
    {
        var rows = new List<LogRow>(Math.Max(0, count));
        var heading = 0;
        while (heading < headings.Count && HeadingRow(heading) < first)
        {
            heading++;
        }

        for (var row = first; row < Math.Min(Count, first + count); row++)
        {
            if (heading < headings.Count && HeadingRow(heading) == row)
            {
                rows.Add(new LogRow(row, 0, headings[heading].Step));
                heading++;
                continue;
            }

            var shown = row - heading;
            rows.Add(new LogRow(row, selected is null ? shown + 1 : selected[shown], -1));
        }

        return rows;
    }

    private long HeadingRow(int heading) => Math.Min(ShownBefore(headings[heading].FirstLine), LineCount) + heading;

    /// <summary>How many shown lines have a smaller number.</summary>
    private long ShownBefore(long line) => selected?.CountBefore(line) ?? line - 1;
}
