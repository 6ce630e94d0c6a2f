using Bunit;
using MudBlazor;
using MudBlazor.Services;
using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Preview;

public sealed class PreviewTests : BunitContext
{
    private static readonly ImageDesign Design = new()
    {
        Image = new ImageSection { Name = ImageName.Parse("demo"), Title = "Demo" },
        Packages = new PackagesSection { Install = [PackageSpec.Parse("git"), PackageSpec.Parse("htop")] },
        Kernel = new KernelSection { Sysctls = [SysctlSetting.Parse("kernel.kptr_restrict = 2")] },
    };

    private readonly CompiledDesign _compiled = DesignCompiler.Compile(Design, DesignContent.Empty);

    public PreviewTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Components/Preview/PreviewPane.razor.js").Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
    }

    [Fact]
    public void Every_document_has_a_tab_and_the_first_is_shown()
    {
        var pane = Show(_compiled);

        Assert.Equal(_compiled.Documents.Select(document => document.Path), pane.FindAll("[role=tab]").Select(tab => tab.GetAttribute("data-path")!));
        Assert.Equal("Containerfile", pane.Find("[data-testid=document]").GetAttribute("data-path"));
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
    public void A_line_links_to_the_field_that_made_it_and_says_so()
    {
        var line = Show(_compiled).FindAll(".line").Single(line => line.TextContent.Contains("htop", StringComparison.Ordinal));

        Assert.Equal(
            "/designs/demo/packages?doc=Containerfile&focus=packages.install[htop]",
            Uri.UnescapeDataString(line.QuerySelector("a")!.GetAttribute("href")!));
        Assert.StartsWith("Packages: htop\n", line.GetAttribute("title"), StringComparison.Ordinal);
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
        var next = "";
        pane.Render(parameters => parameters.Add(each => each.SelectedChanged, path => next = path));
        pane.Find("[data-testid=next-changed]").Click();
        Assert.Contains(next, marked);

        pane.Render(parameters => parameters.Add(each => each.Selected, "Containerfile"));
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
        var renders = pane.RenderCount;

        pane.Render(parameters => parameters
            .Add(each => each.Compiled, _compiled).Add(each => each.Slug, "demo").Add(each => each.Selected, null));

        Assert.Equal(renders, pane.RenderCount);
    }

    [Fact]
    public void A_document_can_be_copied_and_downloaded()
    {
        var script = JSInterop.SetupModule("./Components/Preview/PreviewPane.razor.js");
        script.Mode = JSRuntimeMode.Loose;
        script.Setup<bool>("copyText", _ => true).SetResult(true);
        var pane = Show(_compiled);

        pane.Find("[data-testid=copy-document]").Click();

        Assert.Equal(_compiled.Documents[0].Text, script.VerifyInvoke("copyText").Arguments[0]);
        Assert.Equal("Copied", pane.Find("[data-testid=copy-document]").TextContent);
        Assert.Equal("/designs/demo/documents/Containerfile", pane.Find("a[download]").GetAttribute("href"));
    }

    private static CompiledDesign With(ImageDesign design) => DesignCompiler.Compile(design, DesignContent.Empty);

    private IRenderedComponent<PreviewPane> Show(CompiledDesign compiled, string? selected = null) => Render<PreviewPane>(parameters => parameters
        .Add(pane => pane.Compiled, compiled)
        .Add(pane => pane.Slug, "demo")
        .Add(pane => pane.Selected, selected));
}
