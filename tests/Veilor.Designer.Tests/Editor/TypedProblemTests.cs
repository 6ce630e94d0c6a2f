using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Components.Palette;

namespace Veilor.Designer.Tests.Editor;

/// <summary>What is typed and refused stands in the list of problems, so that nobody builds something else than what the form shows.</summary>
public sealed class TypedProblemTests : EditorTests
{
    [Fact]
    public void A_refused_text_is_a_problem_once_it_is_left_and_goes_when_it_is_mended()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, "image");
        page.Find("[data-testid=problems-toggle]").Click();
        var before = page.Find("[data-testid=section-image]").TextContent;

        ById(page, "image.name").Input("Bad Name!");
        Assert.Empty(Typed(page));
        ById(page, "image.name").Blur();

        var problem = Assert.Single(Typed(page));
        Assert.Contains("Base › Name", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Bad Name!” is refused: ", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains($"The design has “{session.Snapshot.Compiled.Design.Image.Name}”.", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("/image?focus=image.name", Uri.UnescapeDataString(problem.QuerySelector("a")!.GetAttribute("href")!), StringComparison.Ordinal);
        Assert.NotEqual(before, page.Find("[data-testid=section-image]").TextContent);
        Assert.Contains("1 warning", page.Find("[data-testid=section-image]").TextContent, StringComparison.Ordinal);

        ById(page, "image.name").Input("good-name");
        Assert.Empty(Typed(page));
        Assert.Equal(before, page.Find("[data-testid=section-image]").TextContent);
    }

    [Fact]
    public void A_refused_cell_of_a_row_that_is_being_added_is_a_problem_while_other_sections_are_open()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, "storage");
        page.Find("[data-testid=problems-toggle]").Click();

        ById(page, "storage.subvolumes:add").Click();
        ById(page, "storage.subvolumes:new.mount_point").Input("relative");
        ById(page, "storage.subvolumes:new.mount_point").Blur();
        page.Render(parameters => parameters.Add(each => each.SectionId, "image"));

        var problem = Assert.Single(Typed(page));
        Assert.Contains("Storage › Subvolumes, mount point", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("It is not in the design.", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 warning", page.Find("[data-testid=section-storage]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_was_typed_and_not_added_is_a_problem()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, "packages");
        page.Find("[data-testid=problems-toggle]").Click();

        ById(page, "packages.install").Input("not-added-yet");
        ById(page, "packages.install").Blur();
        Assert.Contains("“not-added-yet” is typed and not added.", Assert.Single(Typed(page)).TextContent, StringComparison.Ordinal);

        ById(page, "packages.install").KeyDown("Enter");
        Assert.Empty(Typed(page));
    }

    [Fact]
    public void The_palette_leads_to_a_refused_text()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, "image");
        ById(page, "image.version").Input("bad version!");
        ById(page, "image.version").Blur();

        var entry = Assert.Single(Services.GetRequiredService<PaletteSources>().List(), each => each.Id == "typed:image.version");
        Assert.Equal(PaletteKind.Problem, entry.Kind);
    }

    private static IReadOnlyList<IElement> Typed(IRenderedComponent<DesignPage> page) => page.FindAll("[data-testid=typed-problem]");

    private static IElement ById(IRenderedComponent<DesignPage> page, string id) => page.Find($"[id='{id}']");
}
