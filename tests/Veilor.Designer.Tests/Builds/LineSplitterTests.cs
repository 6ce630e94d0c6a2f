using System.Text;
using CsCheck;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Tests.Builds;

public sealed class LineSplitterTests
{
    [Theory]
    [InlineData("a\nb\n", new[] { "a", "b" })]
    [InlineData("a\r\nb\r\n", new[] { "a", "b" })]
    [InlineData("a\r\r\nb", new[] { "a", "b" })]
    [InlineData("10%\r20%\r100%\nnext", new[] { "100%", "next" })]
    [InlineData("10%\r", new[] { "10%" })]
    [InlineData("\n\n", new[] { "", "" })]
    [InlineData("\r\n", new[] { "" })]
    [InlineData("a\n\rb\n", new[] { "a", "b" })]
    [InlineData("", new string[0])]
    public void A_line_feed_ends_a_line_and_a_carriage_return_starts_it_again(string text, string[] expected)
    {
        Assert.Equal(expected, Split([Encoding.UTF8.GetBytes(text)]), StringComparer.Ordinal);
    }

    [Fact]
    public void Any_chunking_of_the_same_bytes_gives_the_same_lines()
    {
        var fragment = OneOf("\n", "\r", "\r\n", "a", "line", "ü", "€", "😀", "\t", "\x1b[31m", "\0");
        Gen.Select(fragment.Array[0, 40], Gen.Int[1, 7].Array[1, 30]).Sample((fragments, cuts) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(fragments));
            List<byte[]> chunks = [];
            for (int position = 0, i = 0; position < bytes.Length; i++)
            {
                var length = Math.Min(cuts[i % cuts.Length], bytes.Length - position);
                chunks.Add(bytes[position..(position + length)]);
                position += length;
            }

            return Split(chunks).SequenceEqual(Split([bytes]), StringComparer.Ordinal);
        });
    }

    [Fact]
    public void The_lines_are_those_of_a_terminal_that_knows_only_line_feed_and_carriage_return()
    {
        OneOf("\n", "\r", "x", "yz").Array[0, 30].Sample(fragments =>
        {
            var text = string.Concat(fragments);
            var expected = text.Split('\n').Select(line => line.TrimEnd('\r').Split('\r')[^1]).ToList();
            if (expected[^1].Length == 0)
            {
                expected.RemoveAt(expected.Count - 1);
            }

            return Split([Encoding.UTF8.GetBytes(text)]).SequenceEqual(expected, StringComparer.Ordinal);
        });
    }

    [Fact]
    public void A_line_may_have_any_length()
    {
        var chunk = Enumerable.Repeat((byte)'x', 1 << 16).ToArray();
        var lines = Split([.. Enumerable.Repeat(chunk, 200), "\n"u8.ToArray()]);
        Assert.Equal(200 * chunk.Length, Assert.Single(lines).Length);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_kept()
    {
        var splitter = new LineSplitter();
        var lines = new LogBatchBuilder();
        splitter.Write([0xFF, 0xFE, (byte)'\n'], lines);
        Assert.Equal([0xFF, 0xFE], lines.Take(LogStream.Output, 0, default).Line(0).ToArray());
    }

    [Fact]
    public void The_live_line_is_what_a_terminal_shows_at_the_cursor()
    {
        var splitter = new LineSplitter();
        var lines = new LogBatchBuilder();
        splitter.Write("done\n40%\r50%\r"u8, lines);
        Assert.Equal("50%", Encoding.UTF8.GetString(splitter.Live));
        splitter.Write("6"u8, lines);
        Assert.Equal("6", Encoding.UTF8.GetString(splitter.Live));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static List<string> Split(IEnumerable<byte[]> chunks)
    {
        var splitter = new LineSplitter();
        var lines = new LogBatchBuilder();
        foreach (var chunk in chunks)
        {
            splitter.Write(chunk, lines);
        }

        splitter.Complete(lines);
        var batch = lines.Take(LogStream.Output, 0, default);
        return [.. Enumerable.Range(0, batch.Count).Select(i => Encoding.UTF8.GetString(batch.Line(i)))];
    }
}
