using CsCheck;
using Veilor.Designer.Core.Tests.Values;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Tests.Text;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("1 GiB", 1073741824, "1 GiB")]
    [InlineData("1.5 GiB", 1610612736, "1.5 GiB")]
    [InlineData("10GB", 10000000000, "10 GB")]
    [InlineData(" 512 MiB ", 536870912, "512 MiB")]
    [InlineData("1.3 kB", 1300, "1.3 kB")]
    [InlineData("1.50 GiB", 1610612736, "1.5 GiB")]
    [InlineData("1024 MiB", 1073741824, "1024 MiB")]
    [InlineData("1024", 1024, "1 KiB")]
    [InlineData("7 B", 7, "7 B")]
    [InlineData("0", 0, "0 B")]
    [InlineData("2 TiB", 2199023255552, "2 TiB")]
    public void A_size_is_read_and_shown_in_the_unit_it_was_written_with(string text, long bytes, string canonical) =>
        Assert.Equal(bytes, ValueAssert.Accepts<ByteSize>(text, canonical).Bytes);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("-1 GiB", "negative")]
    [InlineData("GiB", "number")]
    [InlineData(".5 GiB", "number")]
    [InlineData("1. GiB", "number")]
    [InlineData("1.2.3 GiB", "number")]
    [InlineData("10G", "GiB (steps of 1024) or GB (steps of 1000)")]
    [InlineData("10 KB", "kB")]
    [InlineData("10 gib", "10 GiB")]
    [InlineData("16mib", "16 MiB")]
    [InlineData("2,5 GiB", "a dot for decimals, not a comma: 2.5 GiB.")]
    [InlineData("2, 5GiB", "a dot for decimals, not a comma: 2.5GiB.")]
    [InlineData("10 apples", "unit is not known")]
    [InlineData("0.3 KiB", "whole number of bytes")]
    [InlineData("1e3 GiB", "unit is not known")]
    [InlineData("8388608 TiB", "too large")]
    [InlineData("99999999999999999999999999999999 TiB", "too large")]
    [InlineData("1\nGiB", "unit is not known")]
    public void What_is_no_size_is_refused(string text, string words) => ValueAssert.Refuses<ByteSize>(text, words);

    [Fact]
    public void A_size_that_was_worked_out_is_shown_in_the_largest_exact_unit()
    {
        Assert.Equal("1536 MiB", ByteSize.FromMebibytes(1536).ToString());
        Assert.Equal("2 GiB", (ByteSize.Parse("1.5 GiB") + ByteSize.Parse("512 MiB")).ToString());
        Assert.Equal("1300 B", ByteSize.FromBytes(1300).ToString());
    }

    [Fact]
    public void A_size_is_the_same_in_any_unit()
    {
        Assert.Equal(ByteSize.Parse("1 GiB"), ByteSize.Parse("1024 MiB"));
        Assert.Equal(ByteSize.Parse("1 GiB").GetHashCode(), ByteSize.Parse("1024 MiB").GetHashCode());
    }

    [Fact]
    public void Every_size_reads_back_from_its_text() =>
        Gen.OneOf(Gen.Long[0, long.MaxValue], Gen.Long[0, 1L << 23].Select(n => n << 40 >> 1), Gen.Long[0, 5000])
            .Sample(bytes => ByteSize.Parse(ByteSize.FromBytes(bytes).ToString()) == ByteSize.FromBytes(bytes));

    [Fact]
    public void Mebibytes_are_rounded_up()
    {
        Assert.Equal(0, ByteSize.FromBytes(0).MebibytesRoundedUp);
        Assert.Equal(1, ByteSize.FromBytes(1).MebibytesRoundedUp);
        Assert.Equal(1024, ByteSize.FromGibibytes(1).MebibytesRoundedUp);
        Assert.Equal(954, ByteSize.Parse("1 GB").MebibytesRoundedUp);
        Assert.Equal(8796093022208, ByteSize.FromBytes(long.MaxValue).MebibytesRoundedUp);
    }

    [Fact]
    public void Sizes_compare_and_add()
    {
        Assert.True(ByteSize.Parse("1 GB") < ByteSize.Parse("1 GiB"));
        Assert.Equal(ByteSize.FromMebibytes(1536), ByteSize.FromGibibytes(1) + ByteSize.FromMebibytes(512));
        Assert.Throws<OverflowException>(() => ByteSize.FromBytes(long.MaxValue) + ByteSize.FromBytes(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteSize.FromBytes(-1));
    }
}
