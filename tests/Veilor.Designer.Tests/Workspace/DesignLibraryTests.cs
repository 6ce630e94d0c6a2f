using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Tests.Workspace;

public sealed class DesignLibraryTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_design_from_a_template_has_its_files_and_stands_on_its_own()
    {
        var slug = _workspace.Library.CreateFromTemplate("demo").Value!;

        Assert.Equal("demo", slug);
        Assert.Equal("hello\n", File.ReadAllText(_workspace.DesignFile(slug, "overlay/etc/motd")));
        Assert.Equal("logo\n", File.ReadAllText(_workspace.DesignFile(slug, "assets/logo.txt")));
        Assert.True(File.GetUnixFileMode(_workspace.DesignFile(slug, "scripts/10-first.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.False(File.GetUnixFileMode(_workspace.DesignFile(slug, "overlay/etc/motd")).HasFlag(UnixFileMode.UserExecute));
        Assert.Null(DesignToml.Read(File.ReadAllText(_workspace.DesignFile(slug))).Design!.Overlay.From);
        Assert.DoesNotContain("README.md", Directory.EnumerateFiles(Path.GetDirectoryName(_workspace.DesignFile(slug))!).Select(Path.GetFileName));
    }

    [Fact]
    public void A_second_design_of_a_template_gets_a_name_of_its_own()
    {
        _workspace.Library.CreateFromTemplate("demo");
        var second = _workspace.Library.CreateFromTemplate("demo").Value!;
        var third = _workspace.Library.Duplicate(second).Value!;

        Assert.Equal(("demo-2", "demo-3"), (second, third));
        Assert.Equal("demo-2", _workspace.Sessions.Open(second).Session!.Snapshot.Compiled.Design.Image.Name.ToString());
        Assert.Equal(
            ["Demo", "Demo 2", "Demo 3"],
            _workspace.Library.List().Select(design => design.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Designs_made_at_the_same_time_get_different_names()
    {
        var slugs = new string[12];
        Parallel.For(0, slugs.Length, i => slugs[i] = _workspace.Library.CreateFromTemplate("demo").Value!);

        Assert.Equal(slugs.Length, slugs.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(slugs.Length, _workspace.Library.List().Count);
    }

    [Fact]
    public void A_duplicate_has_the_edits_that_are_not_saved_yet()
    {
        var session = _workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "tab");

        var copy = _workspace.Library.Duplicate(session.Slug).Value!;

        Assert.Contains("\"vim\"", File.ReadAllText(_workspace.DesignFile(copy)), StringComparison.Ordinal);
        Assert.Equal("hello\n", File.ReadAllText(_workspace.DesignFile(copy, "overlay/etc/motd")));
    }

    [Fact]
    public void A_deleted_design_comes_back_with_its_last_edit()
    {
        var session = _workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "tab");

        var deleted = _workspace.Library.Delete(session.Slug).Value!;
        Assert.Empty(_workspace.Library.List());
        Assert.Equal(Veilor.Designer.Workspace.SaveState.Closed, session.Snapshot.Save.State);
        session.Apply(Edits.AddPackage("nano"), "tab");

        Assert.Equal("demo", _workspace.Library.Restore(deleted).Value);
        var text = File.ReadAllText(_workspace.DesignFile("demo"));
        Assert.Contains("\"vim\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"nano\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_whose_name_was_taken_meanwhile_comes_back_under_the_next()
    {
        _workspace.Library.CreateFromTemplate("demo");
        var deleted = _workspace.Library.Delete("demo").Value!;
        _workspace.Library.CreateFromTemplate("demo");

        Assert.Equal("demo-2", _workspace.Library.Restore(deleted).Value);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../demo")]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("nothing")]
    public void A_name_that_is_no_design_is_refused(string slug)
    {
        _workspace.Library.CreateFromTemplate("demo");

        Assert.NotEmpty(_workspace.Library.Delete(slug).Problem);
        Assert.NotEmpty(_workspace.Library.Duplicate(slug).Problem);
        Assert.Null(_workspace.Sessions.Open(slug).Session);
        Assert.Single(_workspace.Library.List());
    }

    [Fact]
    public void A_design_that_cannot_be_read_is_listed_with_line_and_column_and_left_as_it_is()
    {
        _workspace.Library.CreateFromTemplate("demo");
        var broken = "format = 1\n\n[image]\nname = \"No Spaces\"\ntitel = \"x\"\n";
        File.WriteAllText(_workspace.DesignFile("demo"), broken);

        var entry = Assert.Single(_workspace.Library.List());
        Assert.Equal([(4, 8), (5, 1)], entry.Problems.Select(problem => (problem.Line, problem.Column)));
        var opened = _workspace.Sessions.Open("demo");
        Assert.Null(opened.Session);
        Assert.Equal(entry.Problems, opened.Unreadable!.Problems);
        Assert.NotEmpty(_workspace.Library.Duplicate("demo").Problem);
        Assert.Equal(broken, File.ReadAllText(_workspace.DesignFile("demo")));
    }

    [Fact]
    public void A_file_that_is_not_text_is_reported_and_left_as_it_is()
    {
        _workspace.Library.CreateFromTemplate("demo");
        byte[] bytes = [0x66, 0xff, 0xfe, 0x00, 0x0a];
        File.WriteAllBytes(_workspace.DesignFile("demo"), bytes);

        Assert.Contains("UTF-8", Assert.Single(_workspace.Library.List()).Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_workspace.DesignFile("demo")));
    }

    [Fact]
    public void A_template_with_an_unknown_content_set_is_reported()
    {
        _workspace.WriteContent("templates/odd/design.toml", "format = 1\n\n[overlay]\nfrom = \"other\"\n");

        Assert.Contains("'other'", _workspace.Templates.Find("odd")!.Folder.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", _workspace.Library.CreateFromTemplate("odd").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_takes_the_part_of_the_set_that_its_list_names()
    {
        _workspace.WriteContent("overlay/etc/motd.d/extra", "extra\n");
        _workspace.WriteContent("templates/demo/content.txt", "# what a small image needs\noverlay/etc/motd\n\nscripts/\n");

        var content = _workspace.Templates.Find("demo")!.Folder.Content.Content;

        Assert.Equal(["overlay/etc/motd", "scripts/10-first.sh"], content.Files.Select(file => file.Path));
    }
}
