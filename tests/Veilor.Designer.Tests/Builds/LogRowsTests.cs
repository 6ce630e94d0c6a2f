using CsCheck;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Tests.Builds;

public sealed class LogRowsTests
{
    [Fact]
    public void A_heading_stands_before_the_first_line_of_its_step()
    {
        var rows = new LogRows(5, null, [new LogHeading(0, 1), new LogHeading(1, 4)]);
        Assert.Equal(7, rows.Count);
        Assert.Equal(["#0", "1", "2", "3", "#1", "4", "5"], Names(rows.Read(0, 100)));
        Assert.Equal(["3", "#1", "4"], Names(rows.Read(3, 3)));
        Assert.Equal(5, rows.RowOf(4));
    }

    [Fact]
    public void A_filter_keeps_the_headings_and_a_line_that_is_left_out_leads_to_the_next()
    {
        var rows = new LogRows(9, [2, 3, 8], [new LogHeading(0, 1), new LogHeading(1, 5), new LogHeading(2, 10)]);
        Assert.Equal(["#0", "2", "3", "#1", "8", "#2"], Names(rows.Read(0, 100)));
        Assert.Equal(4, rows.RowOf(6));
        Assert.Equal(4, rows.RowOf(8));
    }

    [Fact]
    public void Any_part_is_a_part_of_the_whole_and_each_line_is_at_its_row()
    {
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 61].Array[0, 4], Gen.Bool.Array[60, 60], Gen.Bool, Gen.Int[0, 70], Gen.Int[0, 20])
            .Sample((count, firstLines, mask, isFiltered, first, length) =>
            {
                var selected = Enumerable.Range(1, count).Where(line => mask[line - 1]).Select(line => (long)line).ToList();
                var headings = firstLines.Select(line => Math.Min(line, count + 1)).Order().Select((line, step) => new LogHeading(step, line)).ToList();
                var rows = new LogRows(count, isFiltered ? [.. selected] : null, headings);
                var whole = rows.Read(0, 1_000);
                return whole.Count == rows.Count
                    && whole.Where(row => !row.IsHeading).Select(row => row.Line).SequenceEqual(isFiltered ? selected : Enumerable.Range(1, count).Select(line => (long)line))
                    && whole.Where(row => row.IsHeading).Select(row => row.Step).SequenceEqual(headings.Select(heading => heading.Step))
                    && rows.Read(first, length).SequenceEqual(whole.Skip(first).Take(length))
                    && whole.Where(row => !row.IsHeading).All(row => rows.RowOf(row.Line) == row.Index);
            });
    }

    private static IEnumerable<string> Names(IEnumerable<LogRow> rows) =>
        rows.Select(row => row.IsHeading ? FormattableString.Invariant($"#{row.Step}") : FormattableString.Invariant($"{row.Line}"));
}
