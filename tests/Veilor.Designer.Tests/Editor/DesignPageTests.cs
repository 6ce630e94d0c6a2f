using Bunit;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Tests.Workspace;

namespace Veilor.Designer.Tests.Editor;

public sealed class DesignPageTests : EditorTests
{
    [Fact]
    public async Task An_edit_reaches_the_preview_and_undo_takes_it_back()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug);
        Assert.Contains(Lines(page), line => line.Contains("htop", StringComparison.Ordinal));

        session.Apply(Edits.RemovePackage("htop"), "another tab");
        page.WaitForAssertion(() => Assert.DoesNotContain(Lines(page), line => line.Contains("htop", StringComparison.Ordinal)));

        await page.InvokeAsync(() => page.Instance.Travel(isUndo: true));
        page.WaitForAssertion(() => Assert.Contains(Lines(page), line => line.Contains("htop", StringComparison.Ordinal)));
        Assert.EndsWith("/designs/demo/packages?focus=packages.install", Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);
    }

    [Fact]
    public void A_toggle_in_the_form_changes_the_preview_at_once()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, "users");
        Assert.Contains(Lines(page), line => line == "RUN passwd -l root");

        page.Find("[id='users.lock_root']").Change(false);

        Assert.DoesNotContain(Lines(page), line => line == "RUN passwd -l root");
    }

    [Fact]
    public void Every_section_has_a_link_and_its_problems_are_counted()
    {
        var session = Workspace.Open();
        BreakPackages(session);
        var page = Open(session.Slug);

        Assert.Equal(DesignFields.Sections.Count, page.FindAll(".section").Count);
        Assert.Contains("1 error", page.Find("[data-testid=section-packages]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_removes_its_problem_and_can_be_undone()
    {
        var session = Workspace.Open();
        BreakPackages(session);
        var page = Open(session.Slug);
        page.Find("[data-testid=problems-toggle]").Click();
        var problem = page.Find("[data-testid=problem][data-code=VD2001]");
        Assert.Contains("Error", problem.TextContent, StringComparison.Ordinal);
        Assert.Contains("focus=packages.remove", Uri.UnescapeDataString(problem.QuerySelector("a")!.GetAttribute("href")!), StringComparison.Ordinal);

        page.Find("[data-code=VD2001] [data-testid=problem-fix]").Click();

        Assert.Empty(page.FindAll("[data-testid=problem][data-code=VD2001]"));
        Assert.False(session.Snapshot.Compiled.HasErrors);
        Assert.Equal("do not remove git", session.Snapshot.History.NextUndo!.Label);
        session.Undo();
        Assert.True(session.Snapshot.Compiled.HasErrors);
    }

    [Fact]
    public void An_address_of_no_section_says_so()
    {
        var session = Workspace.Open();
        Assert.Empty(Open(session.Slug, "users").FindAll("[data-testid=unknown-section]"));

        var page = Open(session.Slug, "nosuch", "?doc=Containerfile");
        Assert.Contains("There is no section “nosuch”.", page.Find("[data-testid=unknown-section]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/designs/demo/image?doc=Containerfile", Navigation.Uri, StringComparison.Ordinal);

        page.Render(parameters => parameters.Add(each => each.SectionId, "image"));
        Assert.Contains("There is no section “nosuch”.", page.Find("[data-testid=unknown-section]").TextContent, StringComparison.Ordinal);
        page.Render(parameters => parameters.Add(each => each.SectionId, "users"));
        Assert.Empty(page.FindAll("[data-testid=unknown-section]"));
    }

    [Theory]
    [InlineData("nosuch.field", true)]
    [InlineData("system.nosuch", true)]
    [InlineData("packages.install[nosuch]", false)]
    [InlineData("packages.repositories:new.name", false)]
    [InlineData("catalogue:package:htop", false)]
    [InlineData("preset:strict", false)]
    [InlineData("packages.remove", false)]
    public void An_address_of_no_field_says_so(string focus, bool isSaid)
    {
        var session = Workspace.Open();
        Navigation.NavigateTo($"/designs/{session.Slug}/packages?focus={Uri.EscapeDataString(focus)}");
        var page = Render<DesignPage>(parameters => parameters.Add(each => each.Slug, session.Slug).Add(each => each.SectionId, "packages"));

        Assert.Equal(isSaid ? 1 : 0, page.FindAll("[data-testid=unknown-field]").Count);
        if (isSaid)
        {
            Assert.Contains($"There is no field “{focus}”.", page.Find("[data-testid=unknown-field]").TextContent, StringComparison.Ordinal);
            Assert.Equal("alert", page.Find("[data-testid=unknown-field]").GetAttribute("role"));
        }
    }

    [Theory]
    [InlineData("packages")]
    [InlineData("nosuch")]
    [InlineData(null)]
    public void A_field_is_shown_in_its_own_section(string? section)
    {
        var session = Workspace.Open();
        Navigation.NavigateTo($"/designs/{session.Slug}/{section}?focus=system.hostname");
        var page = Render<DesignPage>(parameters => parameters.Add(each => each.Slug, session.Slug).Add(each => each.SectionId, section));

        Assert.Equal("/designs/demo/system?focus=system.hostname", new Uri(Navigation.Uri).PathAndQuery);
        Assert.NotNull(page.Find("[id='system.hostname']"));
    }

    [Fact]
    public void A_conflict_offers_both_designs()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug);
        Assert.Empty(page.FindAll("[data-testid=conflict]"));
        var file = Workspace.DesignFile(session.Slug);
        File.WriteAllText(file, File.ReadAllText(file).Replace("title = \"Demo\"", "title = \"Theirs\"", StringComparison.Ordinal));
        session.Rescan();

        page.WaitForElement("[data-testid=conflict-keep]");
        page.Find("[data-testid=conflict-load]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=conflict]")));
        Assert.Equal("Theirs", session.Snapshot.Compiled.Design.Image.Title);
    }

    [Fact]
    public void The_design_is_compared_with_its_template_and_with_the_save_of_the_time_it_was_pinned()
    {
        var session = Workspace.Open();
        session.Apply(Edits.RemovePackage("htop"), "tab");
        var page = Open(session.Slug, query: "?doc=Containerfile&against=template");
        Assert.Contains("Template", page.Find("[data-testid=compared]").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".line-removed .line-text"), line => line.TextContent.Contains("htop", StringComparison.Ordinal));

        session.SaveNow();
        Navigation.NavigateTo($"/designs/{session.Slug}/?doc=Containerfile&against=save");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".line-removed")));
        session.Apply(Edits.RemovePackage("git"), "another tab");
        session.SaveNow();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".line-removed .line-text"), line => line.TextContent.Contains("git", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_comparison_that_is_not_there_is_said()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, query: "?against=build");

        Assert.Contains("No build of this design has succeeded yet.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_that_cannot_be_read_is_shown_with_line_and_column()
    {
        Workspace.Library.CreateFromTemplate("demo");
        File.WriteAllText(Workspace.DesignFile("demo"), "format = 1\n\n[image]\nname = \"No Spaces\"\n");
        var page = Open("demo");

        Assert.Contains("line 4, column 8", page.Find("[data-testid=unreadable]").TextContent, StringComparison.Ordinal);
        File.WriteAllText(Workspace.DesignFile("demo"), "format = 1\n\n[image]\nname = \"ok\"\n");
        page.Find("button").Click();
        Assert.NotEmpty(page.FindAll("[data-testid=document]"));
    }

    [Fact]
    public void A_design_that_does_not_exist_is_said() =>
        Assert.Contains("There is no design here", Open("nothing").Markup, StringComparison.Ordinal);

    [Fact]
    public void A_tab_shows_that_its_design_was_deleted()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug);
        Workspace.Library.Delete(session.Slug);

        page.WaitForAssertion(() => Assert.Contains("This design was closed", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tab_that_is_closed_follows_no_longer()
    {
        var session = Workspace.Open();
        Open(session.Slug);
        Assert.Equal(1, session.SubscriberCount);

        await DisposeComponentsAsync();

        Assert.Equal(0, session.SubscriberCount);
    }

    private static void BreakPackages(Veilor.Designer.Workspace.DesignSession session) => session.Apply(
        new("packages.remove", "break", design => PackagesFields.Remove.Add(design, design.Packages.Install[0])), "tab");

    private static List<string> Lines(IRenderedComponent<DesignPage> page) =>
        [.. page.FindAll("[data-testid=document] .line-text").Select(line => line.TextContent)];
}
