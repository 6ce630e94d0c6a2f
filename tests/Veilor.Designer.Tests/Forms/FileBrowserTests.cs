using System.Text;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Veilor.Designer.Components.Editor.Files;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Workspace;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Forms;

/// <summary>The browser of files over a real design folder.</summary>
public sealed class FileBrowserTests : BunitContext
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly DesignSession _session;

    public FileBrowserTests()
    {
        Services.AddMudServices();
        Services.AddScoped<Veilor.Designer.Components.Layout.Announcer>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./js/fields.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Components/Editor/Files/ContentBrowser.razor.js").Mode = JSRuntimeMode.Loose;
        _session = _workspace.Open();
    }

    [Fact]
    public void Files_stand_in_folders_with_their_sizes()
    {
        var page = Open();

        Assert.Equal(["assets", "logo.txt", "overlay/etc", "motd"], Rows(page).Select(row => row.QuerySelector(".content-name")!.TextContent));
        Assert.Contains("2 files, 11 B", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_one_step_and_what_is_refused_is_explained()
    {
        var page = Open();
        var browser = page.FindComponent<ContentBrowser>();

        string?[] paths = [];
        await browser.InvokeAsync(() => paths = browser.Instance.BeginUpload("overlay/etc/", ["a", "dir/b", "dir/.git/config", "../../x"]));
        Assert.Equal(["overlay/etc/a", "overlay/etc/dir/b", null, null], paths);
        var files = paths.OfType<string>().Select(path => new UploadedFile(path, _session.Files.Add("x"u8, isExecutable: false), null))
            .Append(new UploadedFile("overlay/etc/c", null, "It is larger than 4 GiB.")).ToArray();
        await browser.InvokeAsync(() => browser.Instance.EndUpload(files));

        Assert.Equal("add 2 files", _session.Snapshot.History.NextUndo!.Label);
        Assert.NotNull(Row(page, "overlay/etc/dir/b"));
        var refused = page.Find(".content-refused").TextContent;
        Assert.Contains("3 files were not taken", refused, StringComparison.Ordinal);
        Assert.Contains("git's own folder", refused, StringComparison.Ordinal);
        Assert.Contains("4 GiB", refused, StringComparison.Ordinal);

        _session.Undo();
        page.WaitForAssertion(() => Assert.Null(Row(page, "overlay/etc/a")));
    }

    [Fact]
    public void A_new_file_is_made_and_its_text_is_edited_and_undone()
    {
        var page = Open();
        Button(page, "New file").Click();
        page.Find("[id='overlay.files:new']").Input("overlay/etc/issue");
        page.Find("[id='overlay.files:new']").KeyDown("Enter");
        Assert.Equal("add overlay/etc/issue", _session.Snapshot.History.NextUndo!.Label);

        page.Find("#file-text").Change("Welcome\n");
        Assert.Equal("Welcome\n", Disk("overlay/etc/issue"));
        Assert.Equal("edit overlay/etc/issue", _session.Snapshot.History.NextUndo!.Label);

        _session.Undo();
        Assert.Equal("", Disk("overlay/etc/issue"));
        page.WaitForAssertion(() => Assert.Equal("", page.Find("#file-text").GetAttribute("value")));
        _session.Undo();
        Assert.Null(Disk("overlay/etc/issue"));
    }

    [Theory]
    [InlineData("etc/issue")]
    [InlineData("scripts/x")]
    [InlineData("overlay/../x")]
    [InlineData("overlay/etc/motd")]
    public void A_new_file_in_a_wrong_place_is_explained(string path)
    {
        var page = Open();
        Button(page, "New file").Click();
        page.Find("[id='overlay.files:new']").Input(path);
        page.Find("[id='overlay.files:new']").KeyDown("Enter");

        Assert.True(page.Find(".input-error").TextContent.Split(' ').Length > 3);
        Assert.Null(_session.Snapshot.History.NextUndo);
    }

    [Theory]
    [InlineData("overlay/var/lib", "VD7007")]
    [InlineData("overlay/usr/etc/", "VD7001")]
    [InlineData("overlay/run", "VD7001")]
    [InlineData("overlay/home/me", "VD7001")]
    [InlineData("overlay/var/home/me", "VD7003")]
    [InlineData("overlay/etc/", "A new folder is made with its first file")]
    public void A_folder_says_what_becomes_of_its_files(string folder, string says)
    {
        var page = Open();
        page.Find("[id='overlay.files:folder']").Change(folder);

        Assert.Contains(says, page.Find("[id='overlay.files:folder-note']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_and_the_mark_of_a_text_stay_as_they_were()
    {
        Write("overlay/etc/win.ini", "\uFEFFa\r\nb\r\n");
        var page = Open();
        Row(page, "overlay/etc/win.ini")!.Click();

        page.Find("#file-text").Change("a\nc\n");

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "a\r\nc\r\n"u8], File.ReadAllBytes(_workspace.DesignFile(_session.Slug, "overlay/etc/win.ini")));
    }

    [Fact]
    public void A_binary_file_is_not_shown_as_text()
    {
        Write("overlay/etc/blob", "a\0b");
        var page = Open();
        Row(page, "overlay/etc/blob")!.Click();

        Assert.Empty(page.FindAll("#file-text"));
        Assert.Contains("binary", page.Find("[data-testid=file-details]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Mode_and_owner_are_set_and_follow_a_move_and_go_with_the_file()
    {
        var page = Open();
        Row(page, "overlay/etc/motd")!.Click();

        page.Find("[data-testid=file-mode]").Change("0600");
        page.Find("[data-testid=file-group]").Change("wheel");
        var row = Assert.Single(_session.Snapshot.Compiled.Design.Overlay.Permissions);
        Assert.Equal("etc/motd 0600 root:wheel", $"{row.Path} {row.Mode} {row.Owner}:{row.Group}");
        Assert.Contains("0600 root:wheel", Row(page, "overlay/etc/motd")!.TextContent, StringComparison.Ordinal);

        page.Find("#file-path").Change("overlay/etc/motd.d/hello");
        Assert.Equal("hello\n", Disk("overlay/etc/motd.d/hello"));
        Assert.Null(Disk("overlay/etc/motd"));
        Assert.Equal("etc/motd.d/hello", Assert.Single(_session.Snapshot.Compiled.Design.Overlay.Permissions).Path.ToString());
        Assert.Equal("overlay/etc/motd.d/hello", page.Find("#file-path").GetAttribute("value"));

        page.Find("[data-testid=file-details] button").Click();
        Assert.Empty(_session.Snapshot.Compiled.Design.Overlay.Permissions);
        _session.Undo();
        Assert.Single(_session.Snapshot.Compiled.Design.Overlay.Permissions);
        Assert.Equal("hello\n", Disk("overlay/etc/motd.d/hello"));
    }

    [Fact]
    public void A_plain_mode_is_the_executable_bit_and_needs_no_row()
    {
        var page = Open();
        Row(page, "overlay/etc/motd")!.Click();

        page.Find("[data-testid=file-mode]").Change("0755");

        Assert.Empty(_session.Snapshot.Compiled.Design.Overlay.Permissions);
        Assert.True(_session.Snapshot.Compiled.Content.Find("overlay/etc/motd")!.IsExecutable);
        Assert.Contains("executable", Row(page, "overlay/etc/motd")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file-mode", "999")]
    [InlineData("file-owner", "Root!")]
    public void A_wrong_mode_or_owner_is_explained(string input, string text)
    {
        var page = Open();
        Row(page, "overlay/etc/motd")!.Click();

        page.Find($"[data-testid={input}]").Change(text);

        Assert.True(page.Find("[data-testid=file-details] .input-error").TextContent.Split(' ').Length > 3);
        Assert.Null(_session.Snapshot.History.NextUndo);
    }

    [Theory]
    [InlineData("overlay/etc/motd", "assets/logo.txt")]
    [InlineData("overlay/etc/motd", "design.toml")]
    [InlineData("overlay/etc/motd", "overlay/../../x")]
    [InlineData("overlay/etc/", "overlay/etc/inner/")]
    public void A_move_to_a_wrong_place_is_explained_and_changes_nothing(string from, string to)
    {
        var page = Open();
        Row(page, from)!.Click();

        page.Find("#file-path").Change(to);

        Assert.True(page.Find("[data-testid=file-details] .input-error").TextContent.Split(' ').Length > 3);
        Assert.Equal("hello\n", Disk("overlay/etc/motd"));
        Assert.Null(_session.Snapshot.History.NextUndo);
    }

    [Fact]
    public void Keys_walk_the_tree_fold_it_and_delete()
    {
        var page = Open();
        Press(page, "Home");
        Assert.Equal("assets/", Current(page));
        Press(page, "ArrowLeft");
        Assert.Null(Row(page, "assets/logo.txt"));
        Press(page, "ArrowRight");
        Press(page, "ArrowRight");
        Assert.Equal("assets/logo.txt", Current(page));
        Press(page, "ArrowLeft");
        Assert.Equal("assets/", Current(page));
        Press(page, "End");
        Assert.Equal("overlay/etc/motd", Current(page));

        Press(page, "Delete");

        Assert.Null(Disk("overlay/etc/motd"));
        Assert.Equal("delete overlay/etc/motd", _session.Snapshot.History.NextUndo!.Label);
        Assert.Equal("assets/logo.txt", Current(page));
    }

    [Fact]
    public void A_folder_is_deleted_whole_and_comes_back_whole()
    {
        Write("overlay/etc/deep/a", "a");
        Write("overlay/etc/deep/b", "b");
        var page = Open();
        Row(page, "overlay/etc/deep/")!.Click();

        page.FindAll("[data-testid=file-details] button").Single().Click();

        Assert.Equal("delete folder overlay/etc/deep with 2 files", _session.Snapshot.History.NextUndo!.Label);
        Assert.Null(Disk("overlay/etc/deep/a"));
        _session.Undo();
        Assert.Equal("b", Disk("overlay/etc/deep/b"));
    }

    [Theory]
    [InlineData("overlay/etc/motd")]
    [InlineData("overlay/etc/deep/")]
    public async Task Undo_of_a_deletion_leads_to_what_came_back_each_time(string path)
    {
        Write("overlay/etc/deep/a", "a");
        var page = Open();
        Row(page, path)!.Click();
        page.FindAll("[data-testid=file-details] button").Single().Click();

        for (var i = 0; i < 2; i++)
        {
            var field = await page.InvokeAsync(page.Instance.Editor.Undo);
            Assert.Equal($"overlay.files[{path}]", field!.Value.Value);
            Focus(page, field.Value.Value);
            page.WaitForAssertion(() => Assert.Equal(path, Current(page)));
            await page.InvokeAsync(page.Instance.Editor.Redo);
            Focus(page, field.Value.Value);
            page.WaitForAssertion(() => Assert.Null(Row(page, path)));
        }
    }

    [Fact]
    public async Task The_folder_for_new_files_is_the_persons_and_an_upload_leaves_it()
    {
        Write("overlay/etc/odd/x", "x");
        var page = Open();
        Assert.Equal("overlay/", Folder(page));
        Row(page, "overlay/etc/odd/x")!.Click();
        Assert.Equal("overlay/etc/odd/", Folder(page));

        await UploadAsync(page, "sub/deep/f");
        Assert.Equal("overlay/etc/odd/sub/deep/f", Current(page));
        Assert.Equal("overlay/etc/odd/", Folder(page));
        await UploadAsync(page, "run.sh");
        Assert.Equal("overlay/etc/odd/run.sh", Current(page));
    }

    [Fact]
    public async Task A_folder_that_was_typed_stays_until_it_is_emptied()
    {
        var page = Open();
        page.Find("[id='overlay.files:folder']").Change("overlay/usr/libexec");

        Row(page, "overlay/etc/motd")!.Click();
        Press(page, "Home");
        Assert.Equal("overlay/usr/libexec/", Folder(page));
        await UploadAsync(page, "tool/run");
        Assert.Equal("overlay/usr/libexec/tool/run", Current(page));
        Assert.Equal("overlay/usr/libexec/", Folder(page));

        page.Find("[id='overlay.files:folder']").Change("");
        Assert.Equal("overlay/usr/libexec/tool/", Folder(page));
        Row(page, "overlay/etc/motd")!.Click();
        Assert.Equal("overlay/etc/", Folder(page));
    }

    [Theory]
    [InlineData("overlay/etc/sp ace.txt", "cannot contain a space")]
    [InlineData("overlay/etc/ünï.conf", "cannot contain")]
    public void A_file_whose_mode_cannot_be_set_says_why(string path, string character)
    {
        Write(path, "x");
        var page = Open();
        Row(page, path)!.Click();

        Assert.Empty(page.FindAll("[data-testid=file-mode]"));
        var reason = page.Find("[data-testid=no-mode]").TextContent;
        Assert.StartsWith("Mode and owner cannot be set for a file of this name", reason, StringComparison.Ordinal);
        Assert.Contains(character, reason, StringComparison.Ordinal);
        Assert.Contains("root's with 0644", reason, StringComparison.Ordinal);

        Row(page, "overlay/etc/motd")!.Click();
        Assert.Empty(page.FindAll("[data-testid=no-mode]"));
    }

    [Fact]
    public void A_link_to_a_file_opens_it_in_the_tree_again_and_again()
    {
        Write("overlay/etc/shadow", "x");
        var problem = Assert.Single(_session.Snapshot.Compiled.Diagnostics, each => each.Message.Contains("overlay/etc/shadow", StringComparison.Ordinal));
        Assert.Equal("overlay.files[overlay/etc/shadow]", problem.Path.Value);
        var page = Open();
        Assert.Empty(page.FindAll("[data-testid=file-details]"));

        Focus(page, problem.Path.Value);
        Assert.Equal("overlay/etc/shadow", page.Find("[data-testid=file-details] input").GetAttribute("value"));
        Assert.Contains(problem.Message, page.Find("[data-testid=file-details]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("[data-field='overlay.from'] .problem"), each => each.TextContent.Contains("shadow", StringComparison.Ordinal));

        Focus(page, "overlay.files[overlay/etc/motd]");
        Assert.Equal("overlay/etc/motd", page.Find("[data-testid=file-details] input").GetAttribute("value"));
    }

    [Fact]
    public void A_problem_of_a_file_stands_at_its_row_with_its_fix()
    {
        Write("overlay/run/x", "x");
        var page = Open();

        Assert.Contains("empty at every boot", Row(page, "overlay/run/x")!.TextContent, StringComparison.Ordinal);
        Row(page, "overlay/run/x")!.Click();
        page.Find("[data-testid=file-details] [data-code=VD7001] .problem-fix").Click();
        Assert.Equal(RelativePath.Parse("run/x"), Assert.Single(_session.Snapshot.Compiled.Design.Overlay.Exclude));
    }

    [Fact]
    public async Task An_edit_of_another_section_renders_no_row_again()
    {
        var page = Open();
        var browser = page.FindComponent<ContentBrowser>();
        var before = browser.RenderCount;

        await page.InvokeAsync(() => page.Instance.Editor.Apply(new(ImageFields.Title.Path, "set title", design => ImageFields.Title.Set(design, "Other"))));

        Assert.Equal(before, browser.RenderCount);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _workspace.Dispose();
        }
    }

    private IRenderedComponent<SessionHost> Open() => Render<SessionHost>(parameters => parameters
        .Add(host => host.Session, _session)
        .Add(host => host.ChildContent, Form(focus: null)));

    private static void Focus(IRenderedComponent<SessionHost> page, string path) =>
        page.Render(parameters => parameters.Add(host => host.ChildContent, Form(path)));

    private static RenderFragment Form(string? focus) => builder =>
    {
        builder.OpenComponent<SectionForm>(0);
        builder.AddComponentParameter(1, nameof(SectionForm.SectionId), "overlay");
        builder.AddComponentParameter(2, nameof(SectionForm.Focus), focus);
        builder.CloseComponent();
    };

    private void Write(string path, string text)
    {
        var file = _workspace.DesignFile(_session.Slug, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        _session.Rescan();
    }

    private string? Disk(string path)
    {
        var file = _workspace.DesignFile(_session.Slug, path);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<SessionHost> page) => [.. page.FindAll("[role=treeitem]")];

    private static IElement? Row(IRenderedComponent<SessionHost> page, string path) =>
        page.FindAll("[role=treeitem]").SingleOrDefault(row => string.Equals(row.GetAttribute("data-path"), path, StringComparison.Ordinal));

    private static string? Current(IRenderedComponent<SessionHost> page) =>
        page.FindAll("[role=treeitem][aria-selected=true]").SingleOrDefault()?.GetAttribute("data-path");

    private static void Press(IRenderedComponent<SessionHost> page, string key) => page.Find("[role=tree]").KeyDown(new KeyboardEventArgs { Key = key });

    private static string? Folder(IRenderedComponent<SessionHost> page) => page.Find("[id='overlay.files:folder']").GetAttribute("value");

    private async Task UploadAsync(IRenderedComponent<SessionHost> page, string name)
    {
        var browser = page.FindComponent<ContentBrowser>();
        await browser.InvokeAsync(() =>
        {
            var path = Assert.Single(browser.Instance.BeginUpload(null, [name]))!;
            browser.Instance.EndUpload([new UploadedFile(path, _session.Files.Add("x"u8, isExecutable: false), null)]);
        });
    }

    private static IElement Button(IRenderedComponent<SessionHost> page, string text) =>
        page.FindAll("button").Single(button => string.Equals(button.TextContent.Trim(), text, StringComparison.Ordinal));
}
