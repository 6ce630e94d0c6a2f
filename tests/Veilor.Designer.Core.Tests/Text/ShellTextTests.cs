using System.Text;
using CsCheck;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Tests.Text;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("plain-word_1.2/x", "plain-word_1.2/x")]
    [InlineData("--name=value", "--name=value")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$(reboot)", "'$(reboot)'")]
    [InlineData("~", "'~'")]
    [InlineData("A=b", "'A=b'")]
    [InlineData("if", "'if'")]
    public void Words_are_quoted_only_where_needed(string value, string expected) => Assert.Equal(expected, ShellText.Quote(value));

    [Theory]
    [InlineData("bash")]
    [InlineData("dash")]
    public void Shells_read_every_word_back(string shell) =>
        Hostile.Text.Array[250].Sample(
            values =>
            {
                var written = Hostile.Write(values, ShellText.Quote, value => Hostile.IsWellFormed(value) && !value.Contains('\0'));
                var script = $"printf '%s\\0' {ShellText.Join(written.Select(pair => pair.Value))}\n";
                var output = ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(script), shell);
                Assert.Equal(written.Select(pair => pair.Value), Encoding.UTF8.GetString(output).Split('\0')[..^1], StringComparer.Ordinal);
            },
            iter: Repetitions.Of(3));

    [Fact]
    public void A_word_is_itself_where_a_command_is_expected()
    {
        string[] words = ["if", "time", "A=b", "A+=b", "coproc", "in", "[[", "{", "!"];
        var script = $"PATH=/none\ncommand_not_found_handle() {{ printf '%s\\0' \"$1\"; }}\n{string.Join('\n', words.Select(ShellText.Quote))}\n";
        var output = Encoding.UTF8.GetString(ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(script), "bash"));
        Assert.Equal(words, output.Split('\0')[..^1], StringComparer.Ordinal);
    }

    [Fact]
    public void A_line_escapes_its_holes_and_stays_one_line()
    {
        Assert.Equal("dnf install 'a b' --x=1 'true;' true 7", ShellText.Line($"dnf install {"a b"} {new Verbatim("--x=1")} {"true;"} {true} {7L}"));
        Assert.Throws<ArgumentException>(() => ShellText.Line($"echo {"a\nb"}"));
    }
}
