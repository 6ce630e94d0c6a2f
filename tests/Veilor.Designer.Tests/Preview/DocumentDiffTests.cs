using CsCheck;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Tests.Preview;

public sealed class DocumentDiffTests
{
    private static readonly Gen<string[]> Texts = Gen.OneOf("a", "b", "c = 1", "c = 2", "").Array[0, 12];

    [Fact]
    public void The_rows_hold_both_sides_in_order() =>
        Gen.Select(Texts, Texts).Sample((before, after) =>
        {
            var diff = DocumentDiff.Of(Document(before), Document(after));

            Assert.Equal(before, diff.Rows.Where(row => row.Kind != DiffRowKind.Added).Select(row => TextOf(row, before, after)));
            Assert.Equal(after, diff.Rows.Where(row => row.Kind != DiffRowKind.Removed).Select(row => TextOf(row, before, after)));
            Assert.Equal(!before.SequenceEqual(after, StringComparer.Ordinal), diff.HasChanges);
        });

    [Fact]
    public void A_changed_line_is_a_removed_and_an_added_one_with_the_changed_words()
    {
        var diff = DocumentDiff.Of(Document("first", "version = 1.0", "last"), Document("first", "version = 2.0", "last"));

        Assert.Equal([DiffRowKind.Same, DiffRowKind.Removed, DiffRowKind.Added, DiffRowKind.Same], diff.Rows.Select(row => row.Kind));
        var part = Assert.Single(diff.Rows[2].Emphasis);
        Assert.Contains("2", "version = 2.0".Substring(part.Start, part.Length), StringComparison.Ordinal);
        Assert.DoesNotContain("version", "version = 2.0".Substring(part.Start, part.Length), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_have_little_in_common_are_not_picked_apart()
    {
        var diff = DocumentDiff.Of(Document("RUN passwd -l root"), Document("something entirely else here"));

        Assert.All(diff.Rows, row => Assert.True(row.Emphasis.IsEmpty));
    }

    [Fact]
    public void The_same_versions_are_compared_once()
    {
        var (before, after) = (Document("a"), Document("b"));

        Assert.Same(DocumentDiff.Of(before, after), DocumentDiff.Of(before, after));
        Assert.NotSame(DocumentDiff.Of(before, after), DocumentDiff.Of(Document("c"), after));
    }

    [Fact]
    public void A_file_that_one_side_lacks_is_all_added_or_all_removed()
    {
        Assert.Equal(2, DocumentDiff.Of(null, Document("a", "b")).Added);
        Assert.Equal(2, DocumentDiff.Of(Document("a", "b"), null).Removed);
    }

    [Fact]
    public void Folds_leave_three_lines_around_a_change()
    {
        var before = Enumerable.Range(0, 40).Select(index => $"line {index}").ToArray();
        var after = before.ToArray();
        after[20] = "changed entirely";
        var rows = DocumentDiff.Of(Document(before), Document(after)).Rows;

        var folded = DiffFolds.Fold(rows, _ => false);
        Assert.Equal([17, 0, 0, 0, 0, 0, 0, 0, 0, 16], folded.Select(row => row.Hidden));
        Assert.Equal(rows.Count, folded.Sum(row => Math.Max(1, row.Hidden)));
        Assert.Equal(rows, DiffFolds.Fold(rows, _ => true).Select(row => row.Row));
    }

    [Fact]
    public void Emphasis_cuts_tokens_without_losing_text()
    {
        Token[] tokens = [new(0, 7, TokenKind.Key), new(7, 3, TokenKind.Operator), new(10, 3, TokenKind.Number)];

        var split = EmphasizedText.Split(tokens, [new TextSpan(5, 3), new TextSpan(12, 1)]).ToList();

        Assert.Equal(13, split.Sum(token => token.Length));
        Assert.Equal([(5, 2), (7, 1), (12, 1)], split.Where(token => token.IsEmphasized).Select(token => (token.Start, token.Length)));
    }

    private static string TextOf(DiffRow row, string[] before, string[] after) => row.Kind == DiffRowKind.Removed ? before[row.Line] : after[row.Line];

    private static DesignDocument Document(params string[] lines) =>
        new("file", DocumentLanguage.PlainText, lines.Select(line => new DocumentLine(line, [])).ToEquatableArray());
}
