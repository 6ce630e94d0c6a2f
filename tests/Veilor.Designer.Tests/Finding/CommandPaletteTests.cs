using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Tests.Editor;
using Veilor.Designer.Tests.Workspace;

namespace Veilor.Designer.Tests.Finding;

public sealed class CommandPaletteTests : EditorTests
{
    private IReadOnlyList<PaletteEntry> Entries => Services.GetRequiredService<PaletteSources>().List();

    public CommandPaletteTests() => JSInterop.SetupModule("./Components/Palette/CommandPalette.razor.js").Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Everything_of_a_design_is_found_by_its_name()
    {
        var session = Workspace.Open();
        session.Apply(Edits.RemovePackage("htop"), "another tab");
        session.Apply(new("packages.remove", "remove git", design => PackagesFields.Remove.Add(design, PackagesFields.Install.Get(design)[0])), "another tab");
        Open(session.Slug);
        var compiled = session.Snapshot.Compiled;
        var ids = Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);

        Assert.All(DesignFields.All, field => Assert.Contains($"field:{field.Path}", ids));
        Assert.All(DesignCatalogue.Packages, package => Assert.Contains($"package:{package.Kind}:{package.Name}", ids));
        Assert.All(DesignCatalogue.Arguments, argument => Assert.Contains($"Argument:{argument.Id}", ids));
        Assert.All(DesignCatalogue.Sysctls, sysctl => Assert.Contains($"Sysctl:{sysctl.Id}", ids));
        Assert.All(compiled.Documents, document => Assert.Contains($"file:{document.Path}", ids));
        Assert.NotEmpty(compiled.Diagnostics);
        Assert.All(compiled.Diagnostics, problem => Assert.Contains(Entries, entry => entry.Kind == PaletteKind.Problem && entry.Title == problem.Message));
        Assert.All(Entries.GroupBy(entry => entry.Title, StringComparer.OrdinalIgnoreCase), same =>
            Assert.Contains(PaletteSearch.Find(Entries, same.Key, []), match => string.Equals(match.Entry.Title, same.Key, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_choice_goes_to_the_field()
    {
        var session = Workspace.Open();
        Open(session.Slug);
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(() => palette.Instance.Opened([]));

        palette.Find("input").Input("host name");
        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.EndsWith("/designs/demo/system?focus=system.hostname", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_move_through_the_rows_and_round()
    {
        Open(Workspace.Open().Slug);
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(() => palette.Instance.Opened(["section:kernel", "section:users"]));
        Assert.Equal("section:kernel", Selected(palette));
        Assert.Contains("recent", palette.Find("[aria-selected=true]").TextContent, StringComparison.Ordinal);

        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.Equal("section:users", Selected(palette));
        Assert.Equal(palette.Find("[aria-selected=true]").Id, palette.Find("input").GetAttribute("aria-activedescendant"));

        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp" });
        await palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp" });
        Assert.Equal(palette.FindAll("[role=option]")[^1].GetAttribute("data-id"), Selected(palette));
    }

    [Fact]
    public async Task A_fix_and_undo_are_commands()
    {
        var session = Workspace.Open();
        session.Apply(new("packages.remove", "remove git", design => PackagesFields.Remove.Add(design, PackagesFields.Install.Get(design)[0])), "another tab");
        var page = Open(session.Slug);
        Assert.True(session.Snapshot.Compiled.HasErrors);

        await page.InvokeAsync(Entries.First(entry => entry.Kind == PaletteKind.Fix).Run);
        Assert.False(session.Snapshot.Compiled.HasErrors);

        await page.InvokeAsync(Entries.Single(entry => entry.Id == "command:undo").Run);
        Assert.True(session.Snapshot.Compiled.HasErrors);
    }

    [Fact]
    public async Task Nothing_is_held_while_it_is_closed()
    {
        Open(Workspace.Open().Slug);
        var palette = Render<CommandPalette>();
        Assert.Empty(palette.FindAll("[role=option]"));

        await palette.InvokeAsync(() => palette.Instance.Opened([]));
        Assert.NotEmpty(palette.FindAll("[role=option]"));

        await palette.InvokeAsync(palette.Instance.Closed);
        Assert.Empty(palette.FindAll("[role=option]"));
    }

    [Fact]
    public async Task A_page_that_is_left_has_no_entries_any_more()
    {
        Open(Workspace.Open().Slug);
        Assert.NotEmpty(Entries);

        await DisposeComponentsAsync();

        Assert.Empty(Entries);
    }

    private static string? Selected(IRenderedComponent<CommandPalette> palette) => palette.Find("[aria-selected=true]").GetAttribute("data-id");
}
