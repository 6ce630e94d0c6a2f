using AngleSharp.Dom;
using Bunit;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Editor;
using Veilor.Designer.Tests.Workspace;
using Veilor.Designer.Workspace.Comparisons;

namespace Veilor.Designer.Tests.Review;

public sealed class ReviewDockTests : EditorTests
{
    [Fact]
    public void Changes_are_told_in_words_and_follow_the_edits_and_the_source()
    {
        var session = Workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "test");
        var page = Open(session.Slug, query: "?panel=changes");
        Assert.Equal(["+vim"], Changes(page));

        session.Apply(Edits.RemovePackage("git"), "another tab");
        page.WaitForAssertion(() => Assert.Equal(["+vim", "−git"], Changes(page)));

        page.Find("[data-testid=changes-with]").Change("save");
        page.WaitForAssertion(() => Assert.Contains("against=save", Navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(["+vim", "−git"], Changes(page)));
        session.SaveNow();
        page.WaitForAssertion(() => Assert.Contains("Nothing differs", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_leads_to_its_field()
    {
        var session = Workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "test");
        var page = Open(session.Slug, query: "?panel=changes");
        Assert.Equal(
            "/designs/demo/packages?focus=packages.install[vim]",
            Uri.UnescapeDataString(page.Find("[data-testid=change] a").GetAttribute("href")!));
    }

    [Fact]
    public void A_snapshot_is_taken_compared_with_restored_and_the_restore_is_undone()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, query: "?panel=snapshots");
        page.Find("[data-testid=snapshot-name]").Input("before");
        page.Find(".snapshots-take").Submit();
        page.WaitForAssertion(() => Assert.Contains("before", page.Find("[data-testid=snapshot-row]").TextContent, StringComparison.Ordinal));

        session.Apply(Edits.AddPackage("vim"), "test");
        // An edit from elsewhere is rendered on another thread; an element found before that is gone after it.
        page.WaitForAssertion(() => Assert.Contains("vim", page.Markup, StringComparison.Ordinal));
        page.Find("[data-testid=snapshot-compare]").Click();
        page.WaitForAssertion(() => Assert.Equal(["+vim"], Changes(page)));

        page.Find("[data-testid=dock-snapshots]").Click();
        page.WaitForElement("[data-testid=snapshot-restore]").Click();
        Assert.DoesNotContain(session.Snapshot.Compiled.Design.Packages.Install, package => package.ToString() == "vim");
        Assert.Equal("restore snapshot before", session.Snapshot.History.NextUndo!.Label);
        session.Undo();
        Assert.Contains(session.Snapshot.Compiled.Design.Packages.Install, package => package.ToString() == "vim");
    }

    [Fact]
    public void A_deleted_snapshot_leaves_the_list_and_a_taken_name_is_refused_in_place()
    {
        var session = Workspace.Open();
        Workspace.Snapshots.Take(session.Folder, "one", session.Snapshot.Compiled.Design);
        var page = Open(session.Slug, query: "?panel=snapshots");
        page.Find("[data-testid=snapshot-name]").Input("one");
        page.Find(".snapshots-take").Submit();
        Assert.Contains("already", page.Find("#snapshot-problem").TextContent, StringComparison.Ordinal);

        // A browser that stops at the bound would cut a pasted name without a word.
        Assert.Null(page.Find("[data-testid=snapshot-name]").GetAttribute("maxlength"));
        page.Find("[data-testid=snapshot-name]").Input(new string('n', 81));
        page.Find(".snapshots-take").Submit();
        Assert.Equal("A name has at most 80 characters.", page.Find("#snapshot-problem").TextContent);

        page.Find("[data-testid=snapshot-delete]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=snapshot-row]")));
    }

    [Fact]
    public void Routes_name_the_files_and_what_an_output_does_not_get()
    {
        var session = Workspace.Open();
        session.Apply(new(StorageFields.Partitions.Path, "encrypt", design => DeliveryFields.ImageTypes.Set(
            StorageFields.Partitions.Set(design, [.. FullLayout]), [ImageType.AnacondaIso, ImageType.Qcow2])), "test");
        var page = Open(session.Slug, query: "?panel=routes");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=route]")));

        var encrypted = page.FindAll("[data-testid=route]").Single(row => row.GetAttribute("data-path")!.EndsWith(".encrypted", StringComparison.Ordinal));
        Assert.Contains("kickstart/iso.ks", encrypted.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not in qcow2.", encrypted.TextContent, StringComparison.Ordinal);

        page.Find("[data-testid=routes-filter]").Input("htop");
        page.WaitForAssertion(() => Assert.Contains("Containerfile", Assert.Single(page.FindAll("[data-testid=route]")).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_a_route_leads_to_keeps_the_comparison()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, query: "?panel=routes&against=save");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".routes-carrier a")));
        Assert.All(page.FindAll(".routes-carrier a"), link => Assert.Contains("against=save", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_comparison_with_a_snapshot_that_is_deleted_says_so_and_another_can_be_chosen()
    {
        var session = Workspace.Open();
        var taken = Workspace.Snapshots.Take(session.Folder, "before", session.Snapshot.Compiled.Design).Value!;
        var page = Open(session.Slug, query: $"?panel=changes&against={Uri.EscapeDataString(ComparisonSource.OfSnapshot(taken.Id))}");
        page.WaitForAssertion(() => Assert.Contains("Snapshot before", page.Find("[data-testid=compared]").TextContent, StringComparison.Ordinal));

        var deleted = Workspace.Snapshots.Delete(taken).Value!;
        page.WaitForAssertion(() => Assert.Contains("Snapshot before was deleted.", page.Find("[data-testid=compare-gone]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=compared]"));
        Assert.DoesNotContain(page.FindAll("[data-testid=compare-another] option"), option => option.TextContent.Contains("before", StringComparison.Ordinal));
        Assert.Contains("(deleted)", page.Find("[data-testid=changes-with]").TextContent, StringComparison.Ordinal);

        Workspace.Snapshots.BringBack(deleted);
        page.WaitForAssertion(() => Assert.Contains("Snapshot before", page.Find("[data-testid=compared]").TextContent, StringComparison.Ordinal));
        Workspace.Snapshots.Delete(Workspace.Snapshots.Find(session.Folder, "before")!);
        page.WaitForElement("[data-testid=compare-another]").Change(ComparisonSource.LastSaveId);
        Assert.Contains($"against={ComparisonSource.LastSaveId}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_with_a_snapshot_that_is_gone_can_be_ended()
    {
        var page = Open(Workspace.Open().Slug, query: $"?against={Uri.EscapeDataString(ComparisonSource.OfSnapshot("gone"))}");
        Assert.Contains("There is no snapshot 'gone'.", page.Find("[data-testid=compare-gone]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=compare-end]").Click();
        Assert.DoesNotContain("against=", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Panels_stay_open_when_another_section_is_opened()
    {
        var session = Workspace.Open();
        var page = Open(session.Slug, query: "?panel=snapshots&help=section%2Fusers");
        Navigation.NavigateTo("/designs/demo/users");
        page.Render(parameters => parameters.Add(each => each.SectionId, "users"));
        Assert.NotEmpty(page.FindAll("[data-testid=review-dock]"));
        Assert.Contains("panel=snapshots", Navigation.Uri, StringComparison.Ordinal);

        page.Find("[data-testid=dock-close]").Click();
        Assert.Empty(page.FindAll("[data-testid=review-dock]"));
        Assert.DoesNotContain("panel=", Navigation.Uri, StringComparison.Ordinal);
    }

    private static IEnumerable<Partition> FullLayout =>
    [
        new() { Name = VolumeName.Parse("efi"), FileSystem = FileSystemKind.Efi, Size = ByteSize.Parse("512 MiB") },
        new() { Name = VolumeName.Parse("boot"), FileSystem = FileSystemKind.Ext4, MountPoint = MountPoint.Parse("/boot"), Size = ByteSize.Parse("1 GiB") },
        new() { Name = VolumeName.Parse("root"), FileSystem = FileSystemKind.Xfs, MountPoint = MountPoint.Parse("/"), Size = ByteSize.Parse("10 GiB"), Encrypted = true },
    ];

    private static IEnumerable<string> Changes(IRenderedComponent<DesignPage> page) =>
        page.FindAll("[data-testid=change]").Select(change => change.QuerySelector(".change-sign")!.TextContent + change.QuerySelector("a")!.TextContent);
}
