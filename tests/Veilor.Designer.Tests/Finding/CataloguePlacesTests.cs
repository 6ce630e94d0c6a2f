using Bunit;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Forms;

namespace Veilor.Designer.Tests.Finding;

public sealed class CataloguePlacesTests : FormTests
{
    /// <summary>One of each ten: every kind and most folds of the catalogue are among them.</summary>
    public static TheoryData<string> Some => [.. CataloguePlaces.All.Where((place, index) => (index % 10 == 0 || place.Kind is PaletteKind.Preset || place.Column is not null) && place.Focus is not null).Select(place => place.Id)];

    [Theory]
    [MemberData(nameof(Some))]
    public void A_place_is_on_the_page_when_the_address_names_it(string id)
    {
        var place = CataloguePlaces.All.Single(place => string.Equals(place.Id, id, StringComparison.Ordinal));

        var page = Show(FormOf(place, place.Focus));

        Assert.NotNull(FindById(page, place.Focus!));
    }

    [Fact]
    public void A_search_that_hides_the_place_ends()
    {
        var place = CataloguePlaces.All.Single(place => string.Equals(place.Id, "package:Package:htop", StringComparison.Ordinal));
        var page = Show(FormOf(place, ""));
        page.Find("[aria-label='Search the packages']").Input("no such package");
        Assert.Null(FindById(page, place.Focus!));

        page.Render(parameters => parameters.Add(host => host.ChildContent, FormOf(place, place.Focus)));

        Assert.NotNull(FindById(page, place.Focus!));
    }

    [Fact]
    public void A_preset_shows_what_it_changes()
    {
        var place = CataloguePlaces.All.First(place => place.Id.StartsWith("preset:", StringComparison.Ordinal));

        var page = Show(FormOf(place, place.Focus));

        Assert.Contains("Take the preset", page.Find(".preset-changes").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hint_about_the_TPM_is_found_and_names_the_encrypted_partitions()
    {
        var place = CataloguePlaces.All.Single(place => place.Title.Contains("TPM2 chip", StringComparison.Ordinal));
        var page = Show(FormOf(place, place.Focus));
        Assert.True(FindById(page, place.Focus!)!.ParentElement!.HasAttribute("open"));
        Assert.Contains("Nothing of this layout is encrypted", page.Markup, StringComparison.Ordinal);

        Editor.Apply(new("storage.partitions", "lay out", design => StorageFields.Partitions.Set(design, [new Partition { Name = VolumeName.Parse("data"), MountPoint = MountPoint.Parse("/var"), Encrypted = true }])));

        page.WaitForAssertion(() => Assert.Contains("(data at /var)", page.Markup, StringComparison.Ordinal));
        Assert.Contains("systemd-cryptenroll --tpm2-device=auto", page.Find("[data-testid=tpm2-command]").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_places_share_an_id() =>
        Assert.Equal(CataloguePlaces.All.Count, CataloguePlaces.All.Select(place => place.Id).Distinct(StringComparer.Ordinal).Count());

    private static RenderFragment FormOf(EditorPlace place, string? focus) => builder =>
    {
        builder.OpenComponent<SectionForm>(0);
        builder.AddComponentParameter(1, nameof(SectionForm.SectionId), place.Section);
        builder.AddComponentParameter(2, nameof(SectionForm.Focus), focus);
        builder.CloseComponent();
    };
}
