using Bunit;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

/// <summary>The clock of these tests stands at 1 September 2026.</summary>
public sealed class BasePickerTests : FormTests
{
    private static readonly ImageDesign Pinned = ImageFields.Digest.Set(new ImageDesign(), Sha256Digest.Parse(new string('a', 64)));

    [Fact]
    public void Choosing_a_base_takes_its_name_and_drops_the_digest_of_the_old_one()
    {
        var page = Open("image", Pinned);

        Choice(page, "Fedora 44").Change("on");

        Assert.Equal("quay.io/fedora/fedora-bootc:44", Editor.Design.Image.Base.ToString());
        Assert.Null(Editor.Design.Image.Digest);
        Assert.Equal("build on Fedora 44", Editor.UndoLabel);
        Editor.Undo();
        Assert.Equal(Pinned, Editor.Design);
    }

    [Fact]
    public void A_base_without_updates_is_offered_only_when_it_is_chosen_and_warned_of()
    {
        Assert.DoesNotContain("Fedora 42", Open("image").Find("[data-catalogue=bases]").TextContent, StringComparison.Ordinal);

        var page = Open("image", ImageFields.Base.Set(new ImageDesign(), ImageReference.Parse("quay.io/fedora/fedora-bootc:42")));

        Assert.Contains("no updates since 27 May 2026", page.Find(".base-warning").TextContent, StringComparison.Ordinal);
        Button(page, "Use Fedora 44").Click();
        Assert.Equal("quay.io/fedora/fedora-bootc:44", Editor.Design.Image.Base.ToString());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".base-warning")));
    }

    [Fact]
    public void A_base_of_ones_own_is_none_of_them()
    {
        var page = Open("image", ImageFields.Base.Set(new ImageDesign(), ImageReference.Parse("localhost/own:1")));

        Assert.Empty(page.FindAll(".base-chosen"));
        Assert.Empty(page.FindAll(".base-warning"));
    }

    [Fact]
    public async Task Without_skopeo_the_look_up_says_what_would_help_and_changes_nothing()
    {
        var page = Open("image");

        await Button(page, "Look up the digest").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("skopeo is not installed", ById(page, "image.digest:look-up").TextContent, StringComparison.Ordinal));
        Assert.NotNull(Button(page, "Download with podman"));
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    private static AngleSharp.Dom.IElement Choice(IRenderedComponent<EditorHost> page, string title) =>
        page.FindAll("label.base").Single(label => label.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelector("input")!;
}
