using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
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

    [Theory]
    [InlineData("full name", "column:users.accounts.full_name")]
    [InlineData("full_name", "column:users.accounts.full_name")]
    [InlineData("gpg key", "column:packages.repositories.gpg_key")]
    [InlineData("metalink", "column:packages.repositories.metalink")]
    [InlineData("priority", "column:packages.repositories.priority")]
    [InlineData("sha-256", "column:packages.downloads.sha256")]
    [InlineData("change at first login", "column:users.accounts.change_password")]
    [InlineData("UID", "column:users.accounts.uid")]
    [InlineData("shell", "column:users.accounts.shell")]
    [InlineData("gid", "column:users.accounts.gid")]
    [InlineData("encrypted", "column:storage.partitions.encrypted")]
    [InlineData("grow", "column:storage.partitions.grow")]
    [InlineData("mount options", "column:storage.partitions.mount_options")]
    [InlineData("lock the password", "column:users.accounts.locked")]
    [InlineData("hardened desktop", "preset:veilor-kde")]
    [InlineData("paranoid", "preset:paranoid-desktop")]
    [InlineData("encrypted btrfs", "layout:btrfs-encrypted")]
    [InlineData("firewall", "field:system.firewall_zone")]
    [InlineData("time servers", "field:system.ntp_servers")]
    public void Columns_and_presets_are_found_by_their_names(string text, string id)
    {
        Open(Workspace.Open().Slug);

        Assert.Contains(PaletteSearch.Find(Entries, text, []).Take(5), match => match.Entry.Id == id);
    }

    [Fact]
    public void Every_column_is_found_by_its_title_and_by_its_key()
    {
        Open(Workspace.Open().Slug);

        Assert.All(DesignFields.All.SelectMany(field => field.Parts.Select(part => (field, part))), each =>
        {
            var id = $"column:{each.field.Path}.{each.part.Name}";
            Assert.Contains(PaletteSearch.Find(Entries, each.part.Label, []), match => match.Entry.Id == id);
            Assert.Contains(PaletteSearch.Find(Entries, $"{each.field.Path}.{each.part.Name}", []), match => match.Entry.Id == id);
        });
    }

    [Fact]
    public async Task A_column_leads_to_the_first_row_and_without_one_to_a_new_row()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug);
        await page.InvokeAsync(() => Entries.Single(entry => entry.Id == "column:storage.partitions.encrypted").Run());
        Assert.EndsWith("/storage?focus=storage.partitions:new.encrypted", Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);

        session.Apply(new("storage.partitions", "lay out", design => design with { Storage = LayoutPresets.All[0].Lay(design.Storage) }), "another tab");
        page.WaitForAssertion(() => Assert.Contains(Entries, entry => entry.Title.StartsWith("Undo: lay out", StringComparison.Ordinal)));
        await page.InvokeAsync(() => Entries.Single(entry => entry.Id == "column:storage.partitions.encrypted").Run());
        var first = StorageFields.Partitions.Get(session.Snapshot.Compiled.Design)[0].Name;
        Assert.EndsWith($"/storage?focus=storage.partitions[{first}].encrypted", Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);
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

    [Theory]
    [InlineData("Argument:nosmt", "add argument nosmt", "remove argument nosmt")]
    [InlineData("package:Package:strace", "add package strace", "remove package strace")]
    [InlineData("unit:cups.service", "mask cups.service", "leave as it comes: cups.service")]
    public async Task An_entry_of_the_catalogue_is_switched_where_it_is_and_back_and_undone(string id, string on, string off)
    {
        var session = Workspace.Open();
        var before = session.Snapshot.Compiled.Design;
        Open(session.Slug);
        var address = Navigation.Uri;
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(() => palette.Instance.Opened([id]));
        Assert.Equal(id, Selected(palette));
        Assert.Contains($"Ctrl+Enter to {on}", palette.Find(".palette-foot").TextContent, StringComparison.Ordinal);

        await SwitchAsync(palette);
        Assert.Equal(on, session.Snapshot.History.NextUndo?.Label);
        Assert.NotEqual(before, session.Snapshot.Compiled.Design);
        Assert.Contains($"Done: {on}", palette.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Matches("· (on|masked)$", palette.Find("[aria-selected=true] .palette-kind").TextContent);
        Assert.Contains($"Ctrl+Enter to {off}", palette.Find(".palette-foot").TextContent, StringComparison.Ordinal);
        Assert.Equal(address, Navigation.Uri);

        await SwitchAsync(palette);
        Assert.Equal(off, session.Snapshot.History.NextUndo?.Label);
        Assert.Equal(before, session.Snapshot.Compiled.Design);

        session.Undo();
        session.Undo();
        Assert.Equal(before, session.Snapshot.Compiled.Design);
    }

    [Fact]
    public async Task What_is_no_switch_is_not_offered_as_one_and_a_pointer_can_switch_too()
    {
        var session = Workspace.Open();
        Open(session.Slug);
        var palette = Render<CommandPalette>();
        await palette.InvokeAsync(() => palette.Instance.Opened(["section:kernel", "package:Package:strace"]));
        Assert.DoesNotContain("Ctrl+Enter", palette.Find(".palette-foot").TextContent, StringComparison.Ordinal);
        await SwitchAsync(palette);
        Assert.Null(session.Snapshot.History.NextUndo);

        await palette.FindAll("[role=option]")[1].ClickAsync(new MouseEventArgs { CtrlKey = true });
        Assert.Equal("add package strace", session.Snapshot.History.NextUndo?.Label);
    }

    [Fact]
    public void Every_switch_of_the_catalogue_turns_to_another_state_and_back()
    {
        var session = Workspace.Open();
        Open(session.Slug);
        var design = session.Snapshot.Compiled.Design;
        var switches = CataloguePlaces.All.Where(place => place.Switch?.Invoke(design) is not null).ToList();
        Assert.InRange(switches.Count, DesignCatalogue.Packages.Count + DesignCatalogue.Services.Count, int.MaxValue);
        Assert.All(switches, place =>
        {
            var first = place.Switch!(design)!;
            var turned = first.Edit.Apply(design);
            Assert.NotEqual(design, turned);
            Assert.NotEqual(first.State, place.Switch(turned)!.State);
        });
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

    private static Task SwitchAsync(IRenderedComponent<CommandPalette> palette) =>
        palette.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter", CtrlKey = true });

    private static string? Selected(IRenderedComponent<CommandPalette> palette) => palette.Find("[aria-selected=true]").GetAttribute("data-id");
}
