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

    [Theory]
    [InlineData("packages", "packages.repositories", "name", "vendor", "A new repository is begun and not added. Still to give: ")]
    [InlineData("packages", "packages.downloads", "name", "tool", "A new download is begun and not added. Still to give: ")]
    [InlineData("storage", "storage.subvolumes", "name", "containers", "A new subvolume is begun and not added. Still to give: ")]
    public void A_row_with_a_valid_and_a_missing_cell_is_a_problem_that_leads_to_the_missing_one(string section, string list, string column, string text, string message)
    {
        var page = Open(Workspace.Open().Slug, section);
        page.Find("[data-testid=problems-toggle]").Click();

        ById(page, list + ":add").Click();
        Assert.Empty(Typed(page));
        ById(page, $"{list}:new.{column}").Input(text);
        Assert.Empty(Typed(page));
        ById(page, $"{list}:new.{column}").Blur();

        var problem = Assert.Single(Typed(page));
        Assert.Contains(message, problem.TextContent, StringComparison.Ordinal);
        var link = Uri.UnescapeDataString(problem.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains($"focus={list}:new.", link, StringComparison.Ordinal);
        Assert.DoesNotContain($"focus={list}:new.{column}", link, StringComparison.Ordinal);
        Assert.Contains("1 warning", page.Find($"[data-testid=section-{section}]").TextContent, StringComparison.Ordinal);

        page.FindAll("tr.row-draft button").Single(button => button.TextContent.Trim() == "Cancel").Click();
        Assert.Empty(Typed(page));
    }

    [Fact]
    public void A_whole_row_is_a_problem_until_it_is_added()
    {
        var page = Open(Workspace.Open().Slug, "packages");
        page.Find("[data-testid=problems-toggle]").Click();
        ById(page, "packages.repositories:add").Click();
        ById(page, "packages.repositories:new.id").Input("vendor");
        ById(page, "packages.repositories:new.id").Blur();
        ById(page, "packages.repositories:new.name").Input("Vendor");
        ById(page, "packages.repositories:new.name").Blur();

        Assert.Contains("A new repository is begun and not added. Press Enter in its row to add it.", Assert.Single(Typed(page)).TextContent, StringComparison.Ordinal);
        ById(page, "packages.repositories:new.name").KeyDown("Enter");
        Assert.Empty(Typed(page));
    }

    [Fact]
    public void A_user_who_is_named_and_not_added_is_a_problem()
    {
        var page = Open(Workspace.Open().Slug, "users");
        page.Find("[data-testid=problems-toggle]").Click();
        var add = page.Find("[id$=':add']");
        add.Input("carol");
        page.Find("[id$=':add']").Blur();
        Assert.Contains("“carol” is typed and not added.", Assert.Single(Typed(page)).TextContent, StringComparison.Ordinal);

        page.Find("[id$=':add']").KeyDown("Enter");
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
