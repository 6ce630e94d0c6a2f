using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Veilor.Designer.CommandLine;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Editor;

namespace Veilor.Designer.Tests.Gallery;

public sealed class HomeTests : EditorTests
{
    [Fact]
    public void A_template_is_shown_with_what_is_in_it()
    {
        var card = Render<Home>().Find("[data-testid=template]");

        Assert.Contains("Demo", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("An image for tests.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 packages", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("server", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_design_the_page_says_how_to_begin()
    {
        var page = Render<Home>();
        Assert.NotEmpty(page.FindAll(".gallery-steps"));
        Assert.Empty(page.FindAll("[data-testid=design]"));

        Workspace.Library.CreateFromTemplate("demo");
        page = Render<Home>();
        Assert.Empty(page.FindAll(".gallery-steps"));
        Assert.Single(page.FindAll("[data-testid=design]"));
    }

    [Fact]
    public void Problems_are_counted_as_the_command_line_counts_them()
    {
        var slug = Workspace.Library.Create(
            new ImageDesign { Image = new() { Base = ImageReference.Parse("quay.io/fedora/fedora-bootc:40") } }, DesignContent.Empty, null).Value!;
        var today = DateOnly.FromDateTime(Workspace.Time.GetUtcNow().UtcDateTime);
        var report = DesignReport.Of(Workspace.Reader.Read(Path.Combine(Workspace.Location.Designs, slug)), today);
        Assert.Contains(report.Problems, problem => problem.Code is null);
        var warnings = report.Problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
        Assert.Equal(warnings, Assert.Single(Workspace.Library.List()).Warnings);
        Workspace.Sessions.Open(slug);
        Assert.Equal(warnings, Assert.Single(Workspace.Library.List()).Warnings);
        Assert.Contains(
            Veilor.Designer.Components.Editor.Severities.Count(warnings, "warning"),
            Render<Home>().Find("[data-testid=design]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Starting_from_a_template_opens_the_editor()
    {
        Render<Home>().Find("[data-testid=create]").Click();

        Assert.EndsWith("/designs/demo", Navigation.Uri, StringComparison.Ordinal);
        Assert.Single(Workspace.Library.List());
    }

    [Fact]
    public void A_design_can_be_duplicated_and_deleted_and_comes_back()
    {
        Workspace.Library.CreateFromTemplate("demo");
        var page = Render<Home>();
        page.Find("[data-testid=duplicate]").Click();
        Assert.Equal(2, page.FindAll("[data-testid=design]").Count);

        page.Find("[data-slug=demo] [data-testid=delete]").Click();
        Assert.Equal("demo-2", Assert.Single(page.FindAll("[data-testid=design]")).GetAttribute("data-slug"));

        var messages = Render<MudSnackbarProvider>();
        messages.WaitForElement(".mud-snackbar-action-button").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=design]").Count));
    }

    [Fact]
    public void A_design_that_cannot_be_read_says_where_and_can_still_be_opened()
    {
        Workspace.Library.CreateFromTemplate("demo");
        File.WriteAllText(Workspace.DesignFile("demo"), "format = 1\n\n[image]\nname = \"No Spaces\"\n");
        var row = Render<Home>().Find("[data-testid=design]");

        Assert.Contains("line 4, column 8", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("/designs/demo", row.QuerySelector("[data-testid=open]")!.GetAttribute("href"));
        Assert.Null(row.QuerySelector("[data-testid=duplicate]"));
    }

    [Fact]
    public void A_template_that_cannot_be_read_cannot_be_started_from()
    {
        Workspace.WriteContent("templates/demo/design.toml", "format = 1\n[nonsense]\n");
        var page = Render<Home>();

        Assert.Contains("cannot be read", page.Find("[data-testid=template]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=create]"));
        Assert.Empty(Services.GetRequiredService<ISnackbar>().ShownSnackbars);
    }
}
