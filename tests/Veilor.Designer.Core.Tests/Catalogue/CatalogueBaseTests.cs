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

    [Theory]
    [InlineData("quay.io/fedora/fedora-bootc:40", "Fedora 40", "2025-05-13")]
    [InlineData("quay.io/fedora/fedora-bootc:43.20260801.0", "Fedora 43", "2026-12-09")]
    [InlineData("quay.io/fedora-ostree-desktops/kinoite:42", "Fedora Kinoite 42", "2026-05-27")]
    [InlineData("quay.io/fedora-ostree-desktops/sway-atomic:44-x86_64", "Fedora Sway Atomic 44", "2027-06-02")]
    public void An_image_of_Fedora_has_the_day_of_its_release(string reference, string title, string day)
    {
        var known = DesignCatalogue.BaseOf(ImageReference.Parse(reference))!;

        Assert.Equal((title, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), (known.Title, known.EndOfLife));
        Assert.True(known.Is(ImageReference.Parse(reference)));
    }

    [Theory]
    [InlineData("quay.io/fedora/fedora-bootc:40", "quay.io/fedora/fedora-bootc:44")]
    [InlineData("quay.io/fedora-ostree-desktops/kinoite:42", "quay.io/fedora-ostree-desktops/kinoite:44")]
    [InlineData("quay.io/fedora-ostree-desktops/kinoite:44", null)]
    public void An_image_that_is_not_offered_has_a_successor_too(string reference, string? successor) =>
        Assert.Equal(successor, DesignCatalogue.Successor(DesignCatalogue.BaseOf(ImageReference.Parse(reference))!, new DateOnly(2026, 11, 26))?.Reference.ToString());

    [Fact]
    public void The_successor_is_of_the_same_repository_and_goes_on_longest()
    {
        Assert.Equal("Fedora 44", DesignCatalogue.Successor(Fedora43, new DateOnly(2027, 1, 1))?.Title);
        Assert.Null(DesignCatalogue.Successor(Fedora43, new DateOnly(2040, 1, 1)));
    }
}
