using System.Text.RegularExpressions;
using CsCheck;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>Hostile text in the place of every string of a design: it is refused where it stands, or every document stays whole.</summary>
public sealed partial class HostileTextTests
{
    public static TheoryData<string> Values =>
    [
        "a\"b", "a'b", "a\nb", "a\r\nb", "$(touch /tmp/x)", "`id`", "${HOME}", "%end", "a\n%end\nb", "]]>", "'''", "\"\"\"", "a\\", "\\n",
        "# x", "- a", "a: b", "${{ github.token }}", "<<EOF", "*", "a;b", "a|b", "a && b", "\u202eabc", "\u2066abc", "\u200e", "a\0b", "\u001b[31m", "\u0085", "\u2028", "😀", "",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Hostile_text_is_refused_at_its_line_or_kept_exactly(string hostile)
    {
        var lines = DesignToml.ToText(Full).Split('\n');
        var places = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var match = Literal().Match(lines[i]);
            if (!match.Success)
            {
                continue;
            }

            places++;
            var changed = (string[])lines.Clone();
            changed[i] = $"{lines[i][..match.Index]}{TomlText.Quote(hostile)}{lines[i][(match.Index + match.Length)..]}";
            var read = DesignToml.Read(string.Join('\n', changed));
            if (read.Design is null)
            {
                Assert.All(read.Problems, problem => Assert.Equal(i + 1, problem.Line));
                continue;
            }

            Assert.Equal(read.Design, DesignToml.Read(DesignToml.ToText(read.Design)).Design);
            foreach (var document in Compiled.Of(read.Design).Documents)
            {
                Assert.All(document.Lines, line => Assert.True(line.Text.AsSpan().IndexOfAny('\n', '\r', '\0') < 0));
                Assert.DoesNotMatch("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", document.Text);
            }
        }

        Assert.InRange(places, 60, int.MaxValue);
    }

    [Fact]
    public void Free_text_with_a_direction_mark_a_NUL_or_half_a_character_is_refused()
    {
        string[] bad = ["\u202e", "\u2066", "\u200f", "\u061c", "\0", "\u0007", "\u2029"];
        Assert.All(bad, text =>
        {
            Assert.False(Fields.Codecs.Line.TryParse($"a{text}b", out _, out var line));
            Assert.False(Fields.Codecs.Lines.TryParse($"a{text}b", out _, out var lines));
            Assert.NotEmpty(line);
            Assert.NotEmpty(lines);
        });
        Assert.False(Fields.Codecs.Line.TryParse("a\ud800b", out _, out _));
    }

    /// <summary>A design in which every field has a value, and every list a row with all of its cells.</summary>
    private static ImageDesign Full { get; } = FullDesign.Find();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();
}
