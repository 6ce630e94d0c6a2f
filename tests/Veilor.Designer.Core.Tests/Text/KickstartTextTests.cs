using System.Text.Json;
using CsCheck;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Tests.Text;

public sealed class KickstartTextTests
{
    /// <summary>What pykickstart's parser does with the lines of a file.</summary>
    private const string Reader =
        """
        import json, shlex, sys
        text = "".join(line + "\n" for line in json.load(sys.stdin.buffer))
        json.dump([shlex.split(line, comments=True) for line in text.splitlines(True)], sys.stdout)
        """;

    [Theory]
    [InlineData("us", "us")]
    [InlineData("", "\"\"")]
    [InlineData("Ada Lovelace", "\"Ada Lovelace\"")]
    [InlineData("a#b", "\"a#b\"")]
    [InlineData("%end", "\"%end\"")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a\"b\\", "\"a\\\"b\\\\\"")]
    [InlineData("$6$salt$x/y.z", "$6$salt$x/y.z")]
    public void Words_are_quoted_only_where_needed(string value, string expected) => Assert.Equal(expected, KickstartText.Quote(value));

    [Fact]
    public void The_parser_reads_every_word_and_option_back() =>
        Hostile.Text.Array[250].Sample(
            values =>
            {
                var lines = Hostile.Write(
                    values,
                    value => $"{KickstartText.Quote(value)} {KickstartText.Option("--gecos", value)} --lock # {"comment"}",
                    value => Hostile.IsOneLine(value, allowTab: true));
                var input = JsonSerializer.SerializeToUtf8Bytes(lines.Select(pair => pair.Written));
                var read = JsonSerializer.Deserialize<string[][]>(ExternalProgram.RunWithInput(input, "python3", "-c", Reader))!;
                Assert.Equal(lines.Select(pair => new[] { pair.Value, "--gecos=" + pair.Value, "--lock" }), read);
            },
            iter: Repetitions.Of(3));

    [Fact]
    public void A_line_escapes_its_holes()
    {
        Assert.Equal(
            "part /boot --size=1024 --label=\"a b\" --fstype=ext4",
            KickstartText.Line($"part {"/boot"} --size={1024} --label={"a b"} {new Verbatim("--fstype=ext4")}"));
        Assert.Throws<ArgumentException>(() => KickstartText.Line($"user --name={"a\n%end"}"));
    }
}
