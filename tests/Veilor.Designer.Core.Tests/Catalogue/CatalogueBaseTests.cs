using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Catalogue;

public sealed class CatalogueBaseTests
{
    private static readonly CatalogueBase Fedora43 = DesignCatalogue.BaseOf(ImageReference.Parse("quay.io/fedora/fedora-bootc:43"))!;

    [Fact]
    public void A_base_is_known_by_name_and_tag()
    {
        Assert.Equal("Fedora 43", Fedora43.Title);
        Assert.Null(DesignCatalogue.BaseOf(ImageReference.Parse("quay.io/fedora/fedora-bootc:12")));
        Assert.Null(DesignCatalogue.BaseOf(ImageReference.Parse("localhost/own:1")));
    }

    [Fact]
    public void Updates_end_after_the_last_day_and_the_end_is_told_two_months_before()
    {
        var last = Fedora43.EndOfLife!.Value;

        Assert.False(Fedora43.HasEnded(last));
        Assert.True(Fedora43.HasEnded(last.AddDays(1)));
        Assert.True(Fedora43.IsEnding(last));
        Assert.False(Fedora43.IsEnding(last.AddMonths(-3)));
    }

    [Fact]
    public void A_base_that_moves_by_itself_never_ends() =>
        Assert.All(
            DesignCatalogue.Bases.Where(item => item.EndOfLife is null),
            item => Assert.False(item.HasEnded(DateOnly.MaxValue) || item.IsEnding(DateOnly.MinValue)));

    [Theory]
    [InlineData("2026-09-01", null)]
    [InlineData("2026-11-26", "Updates of Fedora 43 end on 9 December 2026.")]
    [InlineData("2026-12-10", "Fedora 43 has had no updates since 9 December 2026. Machines with this image would stay with its known faults.")]
    public void An_end_of_updates_is_said_in_a_sentence(string day, string? notice) =>
        Assert.Equal(notice, Fedora43.EndNotice(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void The_successor_is_of_the_same_repository_and_goes_on_longest()
    {
        Assert.Equal("Fedora 44", DesignCatalogue.Successor(Fedora43, new DateOnly(2027, 1, 1))?.Title);
        Assert.Null(DesignCatalogue.Successor(Fedora43, new DateOnly(2040, 1, 1)));
    }
}
