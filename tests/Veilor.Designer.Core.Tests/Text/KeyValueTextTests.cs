using System.Text;
using System.Text.Json;
using CsCheck;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Tests.Text;

public sealed class KeyValueTextTests
{
    private const string IniReader =
        """
        import configparser, json, sys
        parser = configparser.ConfigParser(interpolation=None)
        parser.read_string(sys.stdin.buffer.read().decode())
        json.dump(list(parser["s"].values()), sys.stdout)
        """;

    [Theory]
    [InlineData("Fedora43", "Fedora43")]
    [InlineData("", "\"\"")]
    [InlineData("veilor OS 0.6", "\"veilor OS 0.6\"")]
    [InlineData("a$b`c\"d\\", "\"a\\$b\\`c\\\"d\\\\\"")]
    public void An_os_release_value_is_quoted_as_its_manual_says(string value, string expected) =>
        Assert.Equal(expected, OsReleaseText.Quote(value));

    [Fact]
    public void Bash_sources_every_os_release_value_back() =>
        Hostile.Text.Array[250].Sample(
            values =>
            {
                var written = Hostile.Write(values, OsReleaseText.Quote, value => Hostile.IsOneLine(value, allowTab: false));
                var script = string.Concat(written.Select(pair => $"V={pair.Written}\nprintf '%s\\0' \"$V\"\n"));
                var output = ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(script), "bash");
                Assert.Equal(written.Select(pair => pair.Value), Encoding.UTF8.GetString(output).Split('\0')[..^1], StringComparer.Ordinal);
            },
            iter: Repetitions.Of(3));

    [Fact]
    public void An_INI_reader_reads_every_value_back() =>
        Hostile.Text.Array[250].Sample(
            values =>
            {
                var written = Hostile.Write(values, IniText.Value, value => Hostile.IsOneLine(value, allowTab: true) && value.Trim() == value);
                var text = $"[s]\n{string.Concat(written.Select((pair, index) => $"k{index}={pair.Written}\n"))}";
                var read = JsonSerializer.Deserialize<string[]>(ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(text), "python3", "-c", IniReader));
                Assert.Equal(written.Select(pair => pair.Value), read!, StringComparer.Ordinal);
            },
            iter: Repetitions.Of(3));

    [Fact]
    public void A_unit_value_leaves_no_specifier() =>
        Hostile.Text.Sample(value =>
        {
            var written = Hostile.Write([value], UnitText.Escape, text => Hostile.IsOneLine(text, allowTab: true) && text.Trim() == text && !text.EndsWith('\\'));
            Assert.All(written, pair =>
            {
                Assert.DoesNotContain("%", pair.Written.Replace("%%", "", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Equal(pair.Value, pair.Written.Replace("%%", "%", StringComparison.Ordinal));
            });
        });

    [Fact]
    public void Lines_escape_their_holes()
    {
        Assert.Equal("NAME=\"veilor OS\"", OsReleaseText.Line($"NAME={"veilor OS"}"));
        Assert.Equal("enabled=1", IniText.Line($"enabled={1}"));
        Assert.Equal("Description=100%% safe", UnitText.Line($"Description={"100% safe"}"));
        Assert.Throws<ArgumentException>(() => UnitText.Line($"Description={"a\n[Service]"}"));
    }
}
