using Bunit;
using MudBlazor;
using MudBlazor.Services;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Help;

namespace Veilor.Designer.Tests.Preview;

public sealed class PreviewTests : BunitContext
{
    private static readonly ImageDesign Design = new()
    {
        Image = new ImageSection { Name = ImageName.Parse("demo"), Title = "Demo" },
        Packages = new PackagesSection { Install = [PackageSpec.Parse("git"), PackageSpec.Parse("htop")] },
        Kernel = new KernelSection { Sysctls = [SysctlSetting.Parse("kernel.kptr_restrict = 2")] },
    };

    private PreviewPlace _place = new();
    private readonly BunitJSModuleInterop _script;
    private readonly BunitJSModuleInterop _browser;
    private readonly CompiledDesign _compiled = DesignCompiler.Compile(Design, DesignContent.Empty);

    public PreviewTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        _script = JSInterop.SetupModule("./Components/Preview/PreviewPane.razor.js");
        _script.Mode = JSRuntimeMode.Loose;
        _browser = _script.SetupModule("watch", _ => true);
        _browser.Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
    }

    [Fact]
    public void Every_document_has_a_tab_and_the_first_is_shown()
    {
        var pane = Show(_compiled);

        Assert.Equal(_compiled.Documents.Select(document => document.Path), pane.FindAll("[role=tab]").Select(tab => tab.GetAttribute("data-path")!));
        Assert.Equal("Containerfile", pane.Find("[data-testid=document]").GetAttribute("data-path"));
        Assert.Equal("document-panel-main", pane.Find("[data-testid=document]").Id);
        Assert.Equal("true", pane.Find("[role=tab][data-path=Containerfile]").GetAttribute("aria-selected"));
    }

    [Fact]
    public void The_text_of_every_document_is_shown_byte_for_byte()
    {
        foreach (var document in _compiled.Documents)
        {
            var pane = Show(_compiled, document.Path);

            Assert.Equal(document.Text, string.Concat(pane.FindAll(".line-text").Select(line => line.TextContent + "\n")));
        }
    }

    [Fact]
    public async Task A_line_names_and_links_to_the_field_that_made_it()
    {
        var pane = Show(_compiled);
        var line = LineWith(pane, "htop");

        Assert.Equal("packages.install[htop]", line.GetAttribute("data-from"));
        Assert.Equal(
            "/designs/demo/packages?doc=Containerfile&focus=packages.install[htop]",
            Uri.UnescapeDataString(line.QuerySelector("a")!.GetAttribute("href")!));
        Assert.Equal("Go to Packages: htop", line.QuerySelector("a")!.GetAttribute("aria-label"));

        Assert.True(await pane.InvokeAsync(() => pane.Instance.ExplainRow(PreviewView.Main, IndexOf(pane, "htop"))));
        var card = pane.Find("[data-testid=line-card]");
        Assert.Contains($"line {IndexOf(pane, "htop") + 1}", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("From Packages: htop", card.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(card.QuerySelector(".card-reason")!.TextContent);
        Assert.Equal("Containerfile(5)", card.QuerySelector(".card-rules")!.TextContent);
        Assert.Equal("field/packages.install", card.QuerySelector(".card-reference [data-help]")!.GetAttribute("data-help"));
    }

    [Theory]
    [InlineData(BundlePaths.Readme, "| Path |")]
    [InlineData(BundlePaths.SmokeTest, "image=")]
    [InlineData(BundlePaths.Design, "name = ")]
    public async Task A_file_of_our_own_has_a_reason_for_its_lines_and_a_page_of_our_own(string path, string text)
    {
        var pane = Show(_compiled, path);

        await pane.InvokeAsync(() => pane.Instance.ExplainRow(PreviewView.Main, IndexOf(pane, text)));

        Assert.NotEmpty(pane.Find(".card-reason").TextContent);
        Assert.Equal(HelpIds.OfGuide("bundle"), pane.Find(".card-rules").GetAttribute("data-help"));
    }

    [Fact]
    public async Task The_card_of_a_setting_says_what_the_catalogue_knows_and_who_advises_it()
    {
        var path = _compiled.Documents.Single(document => document.Path.Contains("/sysctl.d/", StringComparison.Ordinal)).Path;
        var pane = Show(_compiled, path);

        await pane.InvokeAsync(() => pane.Instance.ExplainRow(PreviewView.Main, IndexOf(pane, "kernel.kptr_restrict")));

        Assert.Contains("Advised by", pane.Find("[data-testid=line-card]").TextContent, StringComparison.Ordinal);
        Assert.Equal("sysctl.d(5)", pane.Find(".card-rules").TextContent);
    }

    [Fact]
    public void A_key_with_blanks_is_one_word_of_the_attribute()
    {
        var path = _compiled.Documents.Single(document => document.Path.Contains("/sysctl.d/", StringComparison.Ordinal)).Path;

        Assert.Equal("kernel.sysctls[kernel.kptr_restrict␠=␠2]", LineWith(Show(_compiled, path), "kernel.kptr_restrict").GetAttribute("data-from"));
    }

    [Fact]
    public void The_files_of_a_field_are_told_with_their_lines()
    {
        var lines = Show(_compiled).Instance.LinesOf("packages.install[htop]");

        Assert.Equal(["Containerfile", "design.toml"], lines.Select(each => each.Path).Where(path => path is "Containerfile" or "design.toml"));
        var shown = lines.Single(each => each.View.Length > 0);
        Assert.Equal("Containerfile", shown.Path);
        Assert.Contains("htop", _compiled.Documents[0].Lines[shown.First].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_stands_at_its_line_with_a_shape_and_in_words()
    {
        var broken = With(PackagesFields.Remove.Add(Design, PackageSpec.Parse("git")));
        var pane = Show(broken, "design.toml");

        var line = pane.Find(".line-has-error");
        Assert.NotNull(line.QuerySelector("svg.line-mark"));
        Assert.StartsWith("Error VD2001", line.QuerySelector(".line-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("git", line.QuerySelector(".line-text")!.TextContent, StringComparison.Ordinal);

        pane.Render(parameters => parameters.Add(each => each.Compiled, _compiled));
        Assert.Empty(pane.FindAll(".line-has-error"));
    }

    [Fact]
    public void An_edit_renders_only_the_lines_that_it_brought()
    {
        var pane = Show(_compiled);
        var before = pane.FindComponents<DocumentLineView>().Select(row => row.Instance).ToHashSet();
        Assert.Empty(pane.FindAll(".line-new"));

        pane.Render(parameters => parameters.Add(each => each.Compiled, With(PackagesFields.Install.Add(Design, PackageSpec.Parse("mc")))));

        var after = pane.FindComponents<DocumentLineView>();
        var fresh = after.Where(row => !before.Contains(row.Instance)).Select(row => row.Instance.Line.Line.Text.Trim());
        Assert.Equal(["htop \\", "mc"], fresh.Order(StringComparer.Ordinal));
        Assert.Equal(2, pane.FindAll(".line-new").Count);
        Assert.All(after, row => Assert.Equal(1, row.RenderCount));
    }

    [Fact]
    public void A_document_that_an_edit_changed_elsewhere_is_marked_until_it_is_looked_at()
    {
        var pane = Show(_compiled, "README.md");
        Assert.Empty(pane.FindAll(".preview-tab .preview-mark"));

        pane.Render(parameters => parameters.Add(each => each.Compiled, With(PackagesFields.Install.Add(Design, PackageSpec.Parse("mc")))));
        var marked = pane.FindAll(".preview-tab").Where(tab => tab.QuerySelector(".preview-mark") is not null).Select(tab => tab.GetAttribute("data-path"));
        Assert.Contains("Containerfile", marked);
        pane.Find("[data-testid=next-changed]").Click();
        Assert.Contains(_place.Document, marked);

        pane.Render(parameters => parameters.Add(each => each.Place, new PreviewPlace("Containerfile")));
        Assert.Null(pane.Find("[role=tab][data-path=Containerfile]").QuerySelector(".preview-mark"));
    }

    [Fact]
    public void A_document_that_an_edit_moved_stays_in_view()
    {
        var sysctl = _compiled.Documents.Single(document => document.Path.EndsWith("sysctl.d/60-demo.conf", StringComparison.Ordinal)).Path;
        var pane = Show(_compiled, sysctl);

        pane.Render(parameters => parameters.Add(each => each.Compiled, With(ImageFields.Name.Set(Design, ImageName.Parse("other")))));

        Assert.EndsWith("sysctl.d/60-other.conf", pane.Find("[data-testid=document]").GetAttribute("data-path"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_design_renders_nothing()
    {
        var pane = Show(_compiled);
        var (renders, place, changed) = (pane.RenderCount, pane.Instance.Place, pane.Instance.PlaceChanged);

        pane.Render(parameters => parameters
            .Add(each => each.Compiled, _compiled).Add(each => each.Slug, "demo").Add(each => each.Section, "image")
            .Add(each => each.Place, place).Add(each => each.PlaceChanged, changed));

        Assert.Equal(renders, pane.RenderCount);
    }

    [Fact]
    public void A_document_can_be_copied_and_downloaded()
    {
        _script.Setup<bool>("copyText", _ => true).SetResult(true);
        var pane = Show(_compiled);

        pane.Find("[data-testid=copy-document]").Click();

        Assert.Equal(_compiled.Documents[0].Text, _script.VerifyInvoke("copyText").Arguments[0]);
        Assert.Equal("Copied", pane.Find("[data-testid=copy-document]").GetAttribute("aria-label"));
        Assert.Equal("/designs/demo/documents/Containerfile", pane.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void The_file_follows_the_section_until_one_is_chosen()
    {
        var pane = Show(_compiled);

        pane.Render(parameters => parameters.Add(each => each.Section, "kernel"));
        Assert.Contains("/kargs.d/", pane.Find("[data-testid=document]").GetAttribute("data-path"), StringComparison.Ordinal);
        pane.Render(parameters => parameters.Add(each => each.Section, "packages"));
        Assert.Equal("Containerfile", pane.Find("[data-testid=document]").GetAttribute("data-path"));

        pane.Render(parameters => parameters.Add(each => each.Section, "kernel").Add(each => each.Place, new PreviewPlace("README.md")));
        Assert.Equal("README.md", pane.Find("[data-testid=document]").GetAttribute("data-path"));
    }

    [Fact]
    public void Two_files_stand_side_by_side_and_can_be_swapped()
    {
        var pane = Show(_compiled);
        Assert.Empty(pane.FindAll("[data-testid=document-beside]"));

        pane.Find("[data-testid=split]").Click();
        Assert.Equal(new PreviewPlace("Containerfile", _compiled.Documents[1].Path), _place);
        pane.Render(parameters => parameters.Add(each => each.Place, _place with { Beside = "design.toml" }));
        Assert.Equal("design.toml", pane.Find("[data-testid=document-beside]").GetAttribute("data-path"));

        pane.Find("[data-testid=swap]").Click();
        Assert.Equal(new PreviewPlace("design.toml", "Containerfile"), _place);
        pane.Find("[data-testid=close-beside]").Click();
        Assert.Null(_place.Beside);
    }

    [Fact]
    public void A_tab_that_is_pressed_with_Ctrl_opens_beside()
    {
        var pane = Show(_compiled);

        pane.Find("[role=tab][data-path='README.md']").Click(new Microsoft.AspNetCore.Components.Web.MouseEventArgs { CtrlKey = true });

        Assert.Equal(new PreviewPlace("Containerfile", "README.md"), _place);
    }

    [Fact]
    public void A_line_of_the_address_is_brought_into_view_once()
    {
        var pane = Show(_compiled);
        Assert.Empty(_browser.Invocations["reveal"]);

        pane.Render(parameters => parameters.Add(each => each.Place, new PreviewPlace("Containerfile", Line: 7)));
        Assert.Equal([PreviewView.Main, 6], _browser.VerifyInvoke("reveal").Arguments);

        pane.Render(parameters => parameters.Add(each => each.Compiled, With(PackagesFields.Install.Add(Design, PackageSpec.Parse("mc")))));
        Assert.Single(_browser.Invocations["reveal"]);
    }

    [Fact]
    public void All_files_are_searched_and_stepped_through()
    {
        var pane = Show(_compiled, "README.md");
        pane.Find("[data-testid=find-toggle]").Click();

        pane.Find("#find-text").Input("HTOP");
        var count = pane.Find("[data-testid=find-count]").TextContent;
        Assert.Matches("^[0-9]+ in [0-9]+ files$", count);
        Assert.Contains("Containerfile", pane.FindAll(".find-path").Select(path => path.TextContent));

        _ = pane.InvokeAsync(() => pane.Instance.FindNext(isBack: false));
        Assert.StartsWith("1 of ", pane.Find("[data-testid=find-count]").TextContent, StringComparison.Ordinal);
        Assert.Contains("htop", _compiled.FindDocument(_place.Document!)!.Lines[_place.Line!.Value - 1].Text, StringComparison.OrdinalIgnoreCase);

        pane.Find("[aria-label='Match case']").Click();
        Assert.Equal("Not found", pane.Find("[data-testid=find-count]").TextContent);
        pane.Find("#find-text").Input("(");
        pane.Find("[aria-label='Regular expression']").Click();
        Assert.NotEmpty(pane.Find(".find-problem").TextContent);
    }

    [Fact]
    public void An_edit_while_the_search_is_open_finds_what_it_brought()
    {
        var pane = Show(_compiled);
        pane.Find("[data-testid=find-toggle]").Click();
        pane.Find("#find-text").Input("midnight");
        Assert.Equal("Not found", pane.Find("[data-testid=find-count]").TextContent);

        pane.Render(parameters => parameters.Add(each => each.Compiled, With(PackagesFields.Install.Add(Design, PackageSpec.Parse("midnight")))));

        Assert.Contains(" in ", pane.Find("[data-testid=find-count]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_shows_what_is_different_and_folds_the_rest()
    {
        var before = With(PackagesFields.Install.Add(Design, PackageSpec.Parse("mc")));
        var pane = Show(_compiled);
        pane.Render(parameters => parameters.Add(each => each.Compared, new PreviewComparison("other", "Another time", before)));

        Assert.Contains("Another time", pane.Find("[data-testid=compared]").TextContent, StringComparison.Ordinal);
        Assert.Contains(pane.FindAll(".line-removed .line-text"), line => line.TextContent.Trim() == "mc");
        Assert.Equal("−", pane.Find(".line-removed .line-sign").TextContent);
        Assert.NotEmpty(pane.FindAll(".line-fold"));
        var shown = pane.FindAll(".line-text").Count;

        pane.Find(".line-unfold").Click();
        Assert.True(pane.FindAll(".line-text").Count > shown);

        pane.Find("[data-testid=compare-stop]").Click();
        Assert.Null(_place.Against);
    }

    [Fact]
    public void A_file_that_only_the_other_side_has_is_shown_as_removed()
    {
        var before = With(SystemFields.Hostname.Set(Design, Hostname.Parse("somewhere")));
        var pane = Show(_compiled, "rootfs/etc/hostname");
        pane.Render(parameters => parameters.Add(each => each.Compared, new PreviewComparison("other", "Another time", before)));

        Assert.Equal("somewhere", pane.Find(".line-removed .line-text").TextContent);
        Assert.Empty(pane.FindAll("a[download]"));
    }

    [Fact]
    public void The_tree_holds_every_file_of_the_bundle_with_its_size()
    {
        var content = new DesignContent([Content("overlay/etc/motd", "hello\n"), Content("assets/logo.png", "\u0089PNG\0\0")]);
        var compiled = DesignCompiler.Compile(Design, content);
        var pane = Show(compiled);
        pane.Find("[data-testid=tree-toggle]").Click();
        foreach (var folder in pane.FindAll(".tree-folder[aria-expanded=false]").Select(each => each.GetAttribute("title")!).ToList())
        {
            pane.Find($".tree-folder[title='{folder}']").Click();
        }

        var files = pane.FindAll(".tree-item[data-path]");
        Assert.Equal(
            compiled.Documents.Select(document => document.Path).Concat(content.Files.Select(file => file.Path)).Order(StringComparer.Ordinal),
            files.Select(file => file.GetAttribute("data-path")!).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.NotEmpty(file.QuerySelector(".tree-size")!.TextContent));
        Assert.NotNull(files.Single(file => file.GetAttribute("data-path") == "assets/logo.png").QuerySelector(".tree-binary"));
        Assert.Null(files.Single(file => file.GetAttribute("data-path") == "overlay/etc/motd").QuerySelector(".tree-binary"));
    }

    [Fact]
    public void A_copied_file_is_shown_as_it_is_and_a_binary_one_is_said_to_be_one()
    {
        var compiled = DesignCompiler.Compile(Design, new DesignContent([Content("overlay/etc/motd", "hello\n"), Content("assets/logo.png", "\u0089PNG\0\0")]));
        var pane = Show(compiled, "overlay/etc/motd");
        Assert.Equal("hello", pane.Find(".line-text").TextContent);

        pane.Render(parameters => parameters.Add(each => each.Place, new PreviewPlace("assets/logo.png")));
        Assert.Contains("binary", pane.Find("[data-testid=document]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/designs/demo/documents/assets/logo.png", pane.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Of_a_long_file_the_page_holds_a_stretch()
    {
        var many = PackagesFields.Install.Set(Design, [.. Enumerable.Range(0, 1000).Select(index => PackageSpec.Parse($"package-{index:0000}"))]);
        var compiled = With(many);
        var pane = Show(compiled);
        var held = pane.FindAll(".line").Count;
        Assert.InRange(held, 100, RowWindow.Whole);

        _ = pane.InvokeAsync(() => pane.Instance.ShowRows(PreviewView.Main, 800, isChange: false));
        Assert.Equal(held, pane.FindAll(".line").Count);
        Assert.Contains(compiled.Documents[0].Lines[800].Text, pane.FindAll(".line-text").Select(line => line.TextContent));
        var first = int.Parse(pane.Find("[data-testid=document]").GetAttribute("data-first")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(pane.Find("[data-testid=document]").GetAttribute("data-first"), pane.Find(".code-rows").GetAttribute("data-before"));
        Assert.Equal(compiled.Documents[0].Lines[first].Text, pane.Find(".line-text").TextContent);
        Assert.Empty(pane.FindAll(".line-new"));

        pane.Render(parameters => parameters.Add(each => each.Compiled, With(PackagesFields.Install.Add(many, PackageSpec.Parse("zz-last")))));
        Assert.Equal(PreviewView.Main, _browser.VerifyInvoke("follow").Arguments[0]);
    }

    private static CompiledDesign With(ImageDesign design) => DesignCompiler.Compile(design, DesignContent.Empty);

    private static ContentFile Content(string path, string text)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        return new ContentFile(path, isExecutable: false, bytes.Length, () => new MemoryStream(bytes));
    }

    private static AngleSharp.Dom.IElement LineWith(IRenderedComponent<PreviewPane> pane, string text) =>
        pane.FindAll(".line").Single(line => line.TextContent.Contains(text, StringComparison.Ordinal));

    private static int IndexOf(IRenderedComponent<PreviewPane> pane, string text) =>
        pane.FindAll(".line").ToList().FindIndex(line => line.TextContent.Contains(text, StringComparison.Ordinal));

    private IRenderedComponent<PreviewPane> Show(CompiledDesign compiled, string? selected = null) => Render<PreviewPane>(parameters => parameters
        .Add(pane => pane.Compiled, compiled)
        .Add(pane => pane.Slug, "demo")
        .Add(pane => pane.Section, "image")
        .Add(pane => pane.Place, _place = new PreviewPlace(selected))
        .Add(pane => pane.PlaceChanged, place => _place = place));
}
