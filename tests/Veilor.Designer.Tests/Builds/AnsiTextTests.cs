using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Tests.Builds;

public sealed class AnsiTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("\x1b[31mred\x1b[0m not", "[ansi-fg-red]red not")]
    [InlineData("\x1b[1;92;44mx", "[ansi-fg-bright-green ansi-bg-blue ansi-bold]x")]
    [InlineData("\x1b[38;5;196mx\x1b[39my", "[ansi-fg-bright-red]xy")]
    [InlineData("\x1b[38;2;0;0;240mx", "[ansi-fg-blue]x")]
    [InlineData("\x1b[38;5mx", "x")]
    [InlineData("a\x1b[2Kb\x1b[10;3Hc\x1b(Bd", "abcd")]
    [InlineData("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x07 end", "link end")]
    [InlineData("cut \x1b[3", "cut ")]
    [InlineData("cut \x1b", "cut ")]
    [InlineData("bell\a nul\0 tab\t", "bell\u2407 nul\u2400 tab\t")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Colours_become_classes_and_other_escapes_vanish(string line, string expected)
    {
        var shown = string.Concat(AnsiText.Parse(line).Select(span =>
            span.Style.CssClass.Length == 0 ? span.Text : $"[{span.Style.CssClass}]{span.Text}"));
        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Stripping_keeps_line_feeds_and_text()
    {
        Assert.Equal("a\nb\nc", AnsiText.Strip("\x1b[31ma\x1b\nb\x1b]0;title\nc\x1b[0m"));
    }
}
