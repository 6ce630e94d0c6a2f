using CsCheck;
using Veilor.Designer.Core.Text;
using YamlDotNet.Serialization;

namespace Veilor.Designer.Core.Tests.Text;

public sealed class YamlTextTests
{
    private static readonly IDeserializer Reader =
        new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();

    [Theory]
    [InlineData("ubuntu-24.04")]
    [InlineData("Build the image")]
    [InlineData("/usr/lib")]
    [InlineData("actions/checkout@v4")]
    public void A_word_that_means_itself_stays_plain(string value) => Assert.Equal(value, YamlText.Quote(value));

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("On")]
    [InlineData("y")]
    [InlineData("NULL")]
    [InlineData("~")]
    [InlineData("1e3")]
    [InlineData("0o7")]
    [InlineData("43")]
    [InlineData("12:30")]
    [InlineData("2024-01-01")]
    [InlineData(".inf")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("a ")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!x")]
    [InlineData("%x")]
    [InlineData("@x")]
    [InlineData("---")]
    [InlineData("<<")]
    [InlineData("{a}")]
    [InlineData("[a]")]
    public void A_word_that_some_reader_takes_for_something_else_is_quoted(string value) =>
        Assert.Equal($"\"{value}\"", YamlText.Quote(value));

    [Fact]
    public void The_reader_reads_every_string_back_as_a_string() =>
        Hostile.Text.Sample(
            value =>
            {
                foreach (var (_, written) in Hostile.Write([value], YamlText.Quote, Hostile.IsWellFormed))
                {
                    var list = Reader.Deserialize<List<object>>($"- {written}\n- [{written}, {written}]\n- k: {written} # comment\n")!;
                    Assert.Equal(value, Assert.IsType<string>(list[0]));
                    Assert.Equal([value, value], (List<object>)list[1]);
                    Assert.Equal(value, ((Dictionary<object, object>)list[2])["k"]);
                    Assert.DoesNotContain(written, char.IsControl);
                }
            },
            iter: Repetitions.Of(1500));

    [Fact]
    public void A_line_escapes_its_holes() =>
        Assert.Equal("  timeout-minutes: 30 # \"a: b\" true", YamlText.Line($"  timeout-minutes: {30} # {"a: b"} {true}"));
}
