using Bunit;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class HardeningFormTests : FormTests
{
    private const string Search = "[data-catalogue=arguments] input[type=search]";

    [Fact]
    public void An_argument_is_switched_on_and_off_beside_its_explanation()
    {
        var page = Open("kernel");
        var row = page.Find("[data-entry=init_on_free]");
        var entry = DesignCatalogue.Argument("init_on_free");
        Assert.Contains(entry.Does, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(entry.Cost, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("hardened", row.TextContent, StringComparison.Ordinal);

        row.QuerySelector("input")!.Change(true);

        Assert.True(Editor.Design.Has(entry));
        Assert.Equal("add argument init_on_free=1", Editor.UndoLabel);
        Assert.NotNull(FindById(page, "kernel.arguments[init_on_free=1]"));

        page.Find("[data-entry=init_on_free] input").Change(false);
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    [Fact]
    public void What_Fedora_does_anyway_is_marked()
    {
        var page = Open("kernel");

        Assert.Contains("already default on Fedora", page.Find("[data-entry=slab_nomerge]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("already default", page.Find("[data-entry=init_on_free]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_of_one_architecture_takes_it_along()
    {
        var page = Open("kernel");
        page.Find(Search).Input("vsyscall=none");

        page.Find("[data-entry=vsyscall] input").Change(true);

        Assert.Equal(Architecture.X86_64, Assert.Single(Editor.Design.Kernel.Arguments).Architecture);
    }

    [Fact]
    public void An_argument_that_can_stop_a_boot_is_offered_to_single_machines_only()
    {
        var page = Open("kernel");
        page.Find(Search).Input("mem_encrypt");

        var row = page.Find("[data-entry=mem_encrypt]");

        Assert.Contains("stop a machine from booting", row.TextContent, StringComparison.Ordinal);
        row.QuerySelector("input")!.Change(true);

        Assert.Equal(["mem_encrypt=on"], Editor.Design.Kernel.OptIn.Select(argument => argument.ToString()), StringComparer.Ordinal);
        Assert.True(Editor.Design.Kernel.Arguments.IsEmpty);
        Editor.Undo();
        Assert.True(Editor.Design.Kernel.OptIn.IsEmpty);
    }

    [Fact]
    public void A_rival_value_is_named_and_replaced()
    {
        var page = Open("kernel");
        page.Find(Search).Input("lockdown=");
        page.Find("[data-entry=lockdown_i] input").Change(true);
        Assert.Contains("Takes the place of lockdown=integrity", page.Find("[data-entry=lockdown_c]").TextContent, StringComparison.Ordinal);

        page.Find("[data-entry=lockdown_c] input").Change(true);

        Assert.Equal("lockdown=confidentiality", Assert.Single(Editor.Design.Kernel.Arguments).Argument.ToString());
    }

    [Fact]
    public void A_search_finds_by_what_breaks()
    {
        var page = Open("kernel");

        page.Find(Search).Input("Steam");

        Assert.NotNull(page.Find("[data-catalogue=arguments] [data-entry=ia32]"));
        Assert.Empty(page.FindAll("[data-catalogue=arguments] [data-entry=init_on_free]"));
    }

    [Fact]
    public void A_family_of_modules_is_blocked_as_a_whole()
    {
        var page = Open("kernel");

        page.Find("[data-entry=rare-net] input").Change(true);

        Assert.Equal(DesignCatalogue.ModuleFamily("rare-net").Modules, Editor.Design.Kernel.BlockedModules);
        Assert.Equal("block Rare network protocols", Editor.UndoLabel);
    }

    [Fact]
    public void Modules_of_the_boot_path_cannot_be_blocked()
    {
        var page = Open("kernel");
        page.Find("[data-catalogue=modules] input[type=search]").Input("overlay");

        Assert.Null(page.Find("[data-entry=overlay]").QuerySelector("input"));
    }

    [Fact]
    public void A_preset_tells_its_changes_before_it_is_taken_in_one_step()
    {
        var page = Open("kernel", KernelFields.Sysctls.Add(new ImageDesign(), SysctlSetting.Parse("kernel.dmesg_restrict = 0")));
        var before = Editor.Design;

        ById(page, "preset:minimal").Click();

        var changes = page.Find(".preset-changes").TextContent;
        Assert.Contains("init_on_alloc=1", changes, StringComparison.Ordinal);
        Assert.Contains("taken out: kernel.dmesg_restrict = 0", Words(changes), StringComparison.Ordinal);
        Assert.Same(before, Editor.Design);

        Button(page, "Take the preset “Minimal”").Click();

        Assert.True(DesignCatalogue.Presets[0].Arguments.All(argument => Editor.Design.Has(argument)));
        Assert.True(DesignCatalogue.Presets[0].Sysctls.All(setting => Editor.Design.Has(setting)));
        Assert.Equal("take the preset Minimal", Editor.UndoLabel);

        Editor.Undo();
        Assert.Same(before, Editor.Design);
    }

    [Fact]
    public void A_problem_stands_at_the_setting_and_its_fix_applies()
    {
        var page = Open("kernel", new ImageDesign().With(DesignCatalogue.Argument("init_on_free")));
        var path = KernelFields.Arguments.Path.Item("init_on_free=1");
        var descriptor = new DiagnosticDescriptor("VD4999", DiagnosticSeverity.Warning, "An argument is not wanted");
        Editor.Extra = design => design.Kernel.Arguments.IsEmpty
            ? []
            : [new Diagnostic(descriptor, path, "The argument is not wanted here.", new DiagnosticFix("Remove the argument", each => KernelFields.Arguments.Remove(each, "init_on_free=1")))];
        page.Render();

        var row = page.Find("[data-entry=init_on_free]");
        Assert.Contains("Warning", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("The argument is not wanted here.", row.TextContent, StringComparison.Ordinal);
        row.QuerySelector(".problem-fix")!.Click();

        Assert.Empty(Editor.Design.Kernel.Arguments);
        Assert.Equal("remove the argument", Editor.UndoLabel);
        Assert.Empty(page.FindAll(".problem"));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
