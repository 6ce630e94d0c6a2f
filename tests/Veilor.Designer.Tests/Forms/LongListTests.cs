using System.Globalization;
using Bunit;
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

    [Fact]
    public void A_long_list_is_not_rendered_whole()
    {
        Assert.True(Open("packages", Large).FindAll("[id^='packages.install[']").Count < 100);
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
