using CsCheck;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Tests.Preview;

public sealed class HighlightedDocumentTests
{
    /// <summary>Lines of TOML, some of which open or close a string over several lines.</summary>
    private static readonly Gen<string[]> Texts = Gen.OneOf("a = 1", "text = '''", "'''", "# note", "", "b = \"x\"").Array[0, 14];

    [Fact]
    public void After_an_edit_the_colours_are_those_of_the_new_text() =>
        Gen.Select(Texts, Texts).Sample((before, after) =>
        {
            var edited = HighlightedDocument.Of(Document(after), HighlightedDocument.Of(Document(before), null));
            var fresh = HighlightedDocument.Of(Document(after), null);

            Assert.Equal(after, edited.Lines.Select(line => line.Line.Text));
            Assert.All(fresh.Lines.Zip(edited.Lines), pair => Assert.Equal(pair.First.Tokens, pair.Second.Tokens));
            Assert.Equal(edited.Lines.Count, edited.Lines.Select(line => line.Key).Distinct(ReferenceEqualityComparer.Instance).Count());
        });

    [Fact]
    public void Lines_that_stay_keep_their_object_and_new_ones_are_known()
    {
        var before = HighlightedDocument.Of(Document("a = 1", "b = 2", "c = 3"), null);
        var after = HighlightedDocument.Of(Document("a = 1", "x = 9", "b = 2", "c = 3"), before);

        Assert.Equal<object>([before.Lines[0], before.Lines[1], before.Lines[2]], [after.Lines[0], after.Lines[2], after.Lines[3]], ReferenceEqualityComparer.Instance);
        Assert.Equal(1, after.FirstNew);
        Assert.Equal([false, true, false, false], after.Lines.Select(line => after.IsNew(line.Key)));
        Assert.Null(before.FirstNew);
    }

    [Fact]
    public void New_text_in_the_place_of_a_line_takes_its_key_over_and_glows()
    {
        var before = HighlightedDocument.Of(Document("a = 1", "b = 2", "c = 3", "d = 4"), null);
        var after = HighlightedDocument.Of(Document("a = 1", "b = 20", "c = 3", "d = 40"), before);

        Assert.Equal<object>(before.Lines.Select(line => line.Key), after.Lines.Select(line => line.Key), ReferenceEqualityComparer.Instance);
        Assert.Equal([false, true, false, true], after.Lines.Select(line => after.IsNew(line.Key)));
    }

    [Fact]
    public void A_line_that_moved_keeps_its_key_and_the_one_in_its_place_gets_a_new_one()
    {
        var before = HighlightedDocument.Of(Document("a = 1", "b = 2", "c = 3"), null);
        var after = HighlightedDocument.Of(Document("b = 2", "x = 9", "y = 9"), before);

        Assert.Same(before.Lines[1].Key, after.Lines[0].Key);
        Assert.NotSame(before.Lines[1].Key, after.Lines[1].Key);
        Assert.Same(before.Lines[2].Key, after.Lines[2].Key);
        Assert.Equal([false, true, true], after.Lines.Select(line => after.IsNew(line.Key)));
    }

    [Fact]
    public void A_line_that_only_comes_from_another_field_now_is_no_new_line()
    {
        var before = HighlightedDocument.Of(new DesignDocument("f", DocumentLanguage.Toml, [new DocumentLine("a = 1", ["image.name"])]), null);
        var after = HighlightedDocument.Of(new DesignDocument("f", DocumentLanguage.Toml, [new DocumentLine("a = 1", ["image.title"])]), before);

        Assert.NotSame(before.Lines[0], after.Lines[0]);
        Assert.Same(before.Lines[0].Key, after.Lines[0].Key);
        Assert.Null(after.FirstNew);
    }

    private static DesignDocument Document(params string[] lines) =>
        new("file.toml", DocumentLanguage.Toml, lines.Select(line => new DocumentLine(line, ["image.name"])).ToEquatableArray());
}
