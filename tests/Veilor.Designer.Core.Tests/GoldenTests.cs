namespace Veilor.Designer.Core.Tests;

public sealed class GoldenTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("golden-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Equal_text_passes()
    {
        Expect("a\nb\n");
        Golden.Verify("a\nb\n", "sample/file", _directory);
    }

    [Fact]
    public void A_difference_is_shown_with_its_line_number_and_both_texts()
    {
        Expect("a\nb\nc\n");
        var failure = Assert.Throws<GoldenMismatchException>(() => Golden.Verify("a\nB\nc\n", "sample/file", _directory));
        Assert.Contains("@ line 2\n- b\n+ B\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb\n")]
    [InlineData("\ufeffa\nb\n")]
    [InlineData("a\nb\n\n")]
    public void Invisible_differences_count(string actual)
    {
        Expect("a\nb\n");
        Assert.Throws<GoldenMismatchException>(() => Golden.Verify(actual, "sample/file", _directory));
    }

    [Fact]
    public void A_missing_file_says_how_to_write_it()
    {
        var failure = Assert.Throws<GoldenMismatchException>(() => Golden.Verify("a\n", "none", _directory));
        Assert.Contains("VEILOR_UPDATE_GOLDEN=1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_stay_below_the_folder() =>
        Assert.Throws<ArgumentException>(() => Golden.Verify("a\n", "../outside", _directory));

    private void Expect(string content)
    {
        Directory.CreateDirectory(Path.Combine(_directory, "sample"));
        File.WriteAllText(Path.Combine(_directory, "sample", "file"), content);
    }
}
