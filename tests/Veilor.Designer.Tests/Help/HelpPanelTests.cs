using Bunit;
using Veilor.Designer.Components.Help;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Tests.Editor;

namespace Veilor.Designer.Tests.Help;

public sealed class HelpPanelTests : EditorTests
{
    [Fact]
    public async Task Help_opens_beside_the_editor_and_the_url_names_it()
    {
        var page = Open(Workspace.Open().Slug, "users");
        Assert.Empty(page.FindAll("[data-testid=help-panel]"));

        await page.InvokeAsync(() => page.FindComponent<HelpKeys>().Instance.OpenAsync("code/VD5004"));

        Assert.Contains("A password hash goes into the bundle", page.Find("[data-testid=help-view] article").TextContent, StringComparison.Ordinal);
        Assert.Contains("help=code%2FVD5004", Navigation.Uri, StringComparison.Ordinal);
        page.Find("[data-testid=help-close]").Click();
        Assert.Empty(page.FindAll("[data-testid=help-panel]"));
        Assert.DoesNotContain("help=", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_field_the_page_of_the_section_opens()
    {
        var page = Open(Workspace.Open().Slug, "storage");
        await page.InvokeAsync(() => page.FindComponent<HelpKeys>().Instance.OpenAsync(""));
        Assert.Equal("section/storage", page.Find("article").GetAttribute("data-topic-shown"));
    }

    [Fact]
    public void The_search_finds_pages_as_it_is_typed()
    {
        var view = Render<HelpView>(parameters => parameters.Add(each => each.Topic, "start"));
        view.Find("[data-testid=help-search]").Input("host name");
        Assert.Equal("field/system.hostname", view.FindAll(".help-results a")[0].GetAttribute("data-help"));
        view.Find("[data-testid=help-search]").Input("xyzzy");
        Assert.Contains("No page", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_stands_alone_too()
    {
        Assert.Contains("Host name", Render<HelpPage>(parameters => parameters.Add(page => page.Topic, "field/system.hostname")).Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sections", Render<HelpPage>().Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("no help page", Render<HelpPage>(parameters => parameters.Add(page => page.Topic, "field/none")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_and_every_problem_offers_its_page()
    {
        var session = Workspace.Open();
        session.Apply(new(Veilor.Designer.Core.Fields.PackagesFields.Remove.Path, "break", design =>
            Veilor.Designer.Core.Fields.PackagesFields.Remove.Set(design, design.Packages.Install)), "test");
        var page = Open(session.Slug, "packages");
        Assert.NotEmpty(page.FindAll("[data-help='field/packages.install']"));
        Assert.NotEmpty(page.FindAll("[data-help='code/VD2001']"));
    }
}
