using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

/// <summary>A list of two thousand packages opens as fast as one of twenty: not all of it is rendered.</summary>
public sealed class LongListTests : FormTests
{
    private static readonly ImageDesign Large = PackagesFields.Install.Set(new ImageDesign(), Enumerable.Range(1, 2000)
        .Select(number => PackageSpec.Parse(string.Create(CultureInfo.InvariantCulture, $"package-{number}"))).ToEquatableArray());

    /// <summary>Here the browser's part is played by bUnit, whose window shows every row; the list itself must ask for a window.</summary>
    [Fact]
    public void A_long_list_shows_the_rows_that_a_window_has_room_for()
    {
        var window = Open("packages", Large).FindComponent<Virtualize<(int Index, PackageSpec Value)>>();

        Assert.Equal(2000, window.Instance.Items!.Count);
    }

    [Fact]
    public void A_short_list_is_shown_whole()
    {
        var few = PackagesFields.Install.Get(Large).Take(20).ToEquatableArray();
        var page = Open("packages", PackagesFields.Install.Set(Large, few));

        Assert.Equal(20, page.FindAll("li[id^='packages.install[']").Count);
        Assert.Empty(page.FindAll($"[aria-label='Find in {PackagesFields.Install.Label}']"));
    }

    [Fact]
    public void A_search_finds_what_is_not_rendered()
    {
        var page = Open("packages", Large);
        page.Find($"[aria-label='Find in {PackagesFields.Install.Label}']").Input("package-1999");

        Assert.NotNull(FindById(page, "packages.install[package-1999]"));
        Assert.Null(FindById(page, "packages.install[package-1998]"));
    }

    [Fact]
    public void An_item_that_the_address_names_is_shown()
    {
        Open("packages", Large);
        var page = Show(builder =>
        {
            builder.OpenComponent<SectionForm>(0);
            builder.AddComponentParameter(1, nameof(SectionForm.SectionId), "packages");
            builder.AddComponentParameter(2, nameof(SectionForm.Focus), "packages.install[package-1500]");
            builder.CloseComponent();
        });

        Assert.NotNull(FindById(page, "packages.install[package-1500]"));
    }
}
