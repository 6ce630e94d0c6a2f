using Bunit;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Help;
using Veilor.Designer.Components.Pages;

namespace Veilor.Designer.Tests.Editor;

/// <summary>What stands in front in windows without room for all panes.</summary>
public sealed class PaneOrderTests : EditorTests
{
    [Fact]
    public void A_design_opens_at_its_form_beside_the_preview()
    {
        var page = Open(Workspace.Open().Slug, "users");
        Assert.Equal(("Form", "Preview"), FrontOf(page));
        Assert.Equal(["Sections", "Form", "Preview"], Choices(page, "pane"));
        Assert.Empty(Choices(page, "side"));
    }

    [Fact]
    public async Task Help_comes_to_the_front_and_the_preview_is_one_press_away()
    {
        var page = Open(Workspace.Open().Slug, "users");
        await page.InvokeAsync(() => page.FindComponent<HelpKeys>().Instance.OpenAsync("section/users"));
        Assert.Equal(("Help", "Help"), FrontOf(page));
        Assert.Equal(["Preview", "Help"], Choices(page, "side"));

        page.Find("[data-testid=side-preview]").Click();
        Assert.Equal(("Preview", "Preview"), FrontOf(page));
        Assert.Equal("true", page.Find("[data-testid=side-preview]").GetAttribute("aria-pressed"));
        Assert.Equal("false", page.Find("[data-testid=side-help]").GetAttribute("aria-pressed"));

        await page.InvokeAsync(() => page.FindComponent<HelpKeys>().Instance.OpenAsync("section/users"));
        Assert.Equal(("Help", "Help"), FrontOf(page));
        page.Find("[data-testid=help-close]").Click();
        Assert.Equal(("Form", "Preview"), FrontOf(page));
    }

    [Theory]
    [InlineData("?help=section%2Fusers&panel=changes", "Help", "Help")]
    [InlineData("?panel=changes", "Review", "Preview")]
    [InlineData("?doc=Containerfile&line=3", "Preview", "Preview")]
    [InlineData("?doc=Containerfile", "Form", "Preview")]
    public void A_link_to_help_or_to_a_line_or_to_the_dock_opens_there(string query, string front, string side) =>
        Assert.Equal((front, side), FrontOf(Open(Workspace.Open().Slug, "users", query)));

    [Fact]
    public void A_section_that_is_gone_to_brings_the_form()
    {
        var page = Open(Workspace.Open().Slug, "users");
        page.Find("[data-testid=pane-sections]").Click();
        Assert.Equal(("Sections", "Preview"), FrontOf(page));

        page.Render(parameters => parameters.Add(each => each.SectionId, "system"));
        Assert.Equal(("Form", "Preview"), FrontOf(page));
    }

    [Theory]
    [InlineData("?doc=Containerfile&line=4", "Preview")]
    [InlineData("?doc=design.toml&beside=Containerfile", "Preview")]
    [InlineData("?doc=Containerfile&focus=users.root.lock", "Form")]
    [InlineData("?focus=system.hostname", "Form")]
    public void A_file_that_is_gone_to_comes_to_the_front_and_a_field_before_it(string query, string front)
    {
        var page = Open(Workspace.Open().Slug, "users");
        page.Find(front == "Form" ? "[data-testid=pane-preview]" : "[data-testid=pane-sections]").Click();
        Navigation.NavigateTo($"/designs/demo/users{query}");
        page.Render(parameters => parameters.Add(each => each.SectionId, "users"));
        Assert.Equal(front, FrontOf(page).Front);
    }

    [Fact]
    public void Another_section_leaves_help_in_the_column_that_it_shares()
    {
        var page = Open(Workspace.Open().Slug, "users", "?help=section%2Fusers");
        page.Render(parameters => parameters.Add(each => each.SectionId, "system"));
        Assert.Equal(("Form", "Help"), FrontOf(page));
    }

    private static (string? Front, string? Side) FrontOf(IRenderedComponent<DesignPage> page)
    {
        var panes = page.Find(".editor-panes");
        return (panes.GetAttribute("data-front"), panes.GetAttribute("data-side"));
    }

    private static IEnumerable<string> Choices(IRenderedComponent<DesignPage> page, string kind) =>
        page.FindAll($".pane-switch[data-kind={kind}] button").Select(button => button.TextContent);
}
