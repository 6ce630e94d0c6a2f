using CsCheck;
using Veilor.Designer.Components.Preview;

namespace Veilor.Designer.Tests.Preview;

public sealed class RowWindowTests
{
    [Fact]
    public void A_stretch_holds_the_row_that_is_asked_for_and_stays_in_the_file() =>
        Gen.Int[1, 5000].SelectMany(total => Gen.Int[0, total - 1].Select(row => (total, row))).Sample(each =>
        {
            var window = RowWindow.Around(each.row, each.total);
            Assert.True(window.Holds(each.row));
            Assert.True(window.First >= 0 && window.End <= each.total);
            Assert.True(each.total > RowWindow.Whole || window.Count == each.total);
        });

    [Theory]
    [InlineData(3000, 100)]
    [InlineData(100, 3000)]
    public void A_stretch_follows_a_file_that_grows_or_shrinks(int before, int after)
    {
        var window = RowWindow.Around(before - 1, before).Of(after);

        Assert.Equal(after, window.Total);
        Assert.True(window.Count > 0 && window.End <= after);
    }
}
