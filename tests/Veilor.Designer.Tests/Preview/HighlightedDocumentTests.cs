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
