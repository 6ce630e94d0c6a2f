using System.Text;
using System.Text.Json;
using CsCheck;
using Tomlyn;
using Tomlyn.Model;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Text;

public sealed class TomlTextTests
{
    private const string Reader =
        """
        import json, sys, tomllib
        texts = json.load(sys.stdin.buffer)
        json.dump([tomllib.loads(text) for text in texts], sys.stdout)
        """;

    [Theory]
    [InlineData("veilor", "\"veilor\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\nb\t\u0001", "\"a\\nb\\t\\u0001\"")]
    [InlineData("\u202e", "\"\\u202E\"")]
    [InlineData("\ufffd3z", "\"\\uFFFD3z\"")]
    public void Strings_show_what_cannot_be_seen(string value, string expected) => Assert.Equal(expected, TomlText.Quote(value));

    [Theory]
    [InlineData("one line", "\"one line\"")]
    [InlineData("a\n\"b\"\n", "'''\na\n\"b\"\n'''")]
    [InlineData("a'''\nb", "\"\"\"\na'''\nb\"\"\"")]
    [InlineData("a \nb", "\"\"\"\na\\u0020\nb\"\"\"")]
    [InlineData("a\t\nb\tc", "\"\"\"\na\\t\nb\tc\"\"\"")]
    [InlineData("a\r\nb", "\"\"\"\na\\r\nb\"\"\"")]
    [InlineData("\"\"\"'''\n\"", "\"\"\"\n\"\"\\\"'''\n\\\"\"\"\"")]
    public void Texts_of_several_lines_stay_readable(string value, string expected) => Assert.Equal(expected, TomlText.MultiLine(value));

    [Theory]
    [InlineData("plain-key_1", "plain-key_1")]
    [InlineData("", "\"\"")]
    [InlineData("a.b", "\"a.b\"")]
    [InlineData("ü", "\"ü\"")]
    public void Keys_are_bare_where_the_grammar_allows(string key, string expected) => Assert.Equal(expected, TomlText.Key(key));

    [Fact]
    public void Two_readers_read_every_string_key_and_array_back() =>
        Hostile.Text.Array[250].Sample(
            values =>
            {
                var documents = Hostile.Write(
                    values,
                    value => $"a = {TomlText.Quote(value)}\nb = {TomlText.MultiLine(value)}\nc = {TomlText.Array([value, "x", value])}\n[t]\n{TomlText.Key(value)} = 1\n",
                    Hostile.IsWellFormed);
                var input = JsonSerializer.SerializeToUtf8Bytes(documents.Select(pair => pair.Written));
                using var python = JsonDocument.Parse(ExternalProgram.RunWithInput(input, "python3", "-c", Reader));
                foreach (var ((value, document), read) in documents.Zip(python.RootElement.EnumerateArray()))
                {
                    Assert.Equal(value, read.GetProperty("a").GetString());
                    Assert.Equal(value, read.GetProperty("b").GetString());
                    Assert.Equal([value, "x", value], read.GetProperty("c").EnumerateArray().Select(item => item.GetString()), StringComparer.Ordinal);
                    Assert.Equal(value, Assert.Single(read.GetProperty("t").EnumerateObject()).Name);

                    var table = TomlSerializer.Deserialize<TomlTable>(document)!;
                    Assert.Equal(value, table["a"]);
                    Assert.Equal(value, table["b"]);
                    Assert.Equal([value, "x", value], (TomlArray)table["c"]);
                    Assert.Equal(value, Assert.Single((TomlTable)table["t"]).Key);
                    Assert.DoesNotContain(document, character => char.IsControl(character) && character is not ('\n' or '\t'));
                    Assert.DoesNotContain(document.Split('\n'), line => line.EndsWith(' ') || line.EndsWith('\t'));
                }
            },
            iter: Repetitions.Of(3));

    [Fact]
    public void A_line_escapes_its_holes()
    {
        var hostname = Hostname.Parse("veilor");
        var line = TomlText.Line($"{new Verbatim("k")} = [{"a\"\n"}, {hostname}, {42}, {false}, {-7L}]");
        Assert.Equal("k = [\"a\\\"\\n\", \"veilor\", 42, false, -7]", line);
    }

    [Fact]
    public void Bytes_of_the_file_are_read_back_too()
    {
        const string Value = "a\r\nb\n😀\u2028";
        var bytes = Encoding.UTF8.GetBytes($"a = {TomlText.MultiLine(Value)}\n");
        Assert.Equal(Value, TomlSerializer.Deserialize<TomlTable>(new MemoryStream(bytes))!["a"]);
    }
}
