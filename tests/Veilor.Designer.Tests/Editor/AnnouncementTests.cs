using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Veilor.Designer.Components.Layout;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Workspace;

namespace Veilor.Designer.Tests.Editor;

public sealed class AnnouncementTests : EditorTests
{
    [Fact]
    public async Task Undo_and_redo_are_said_by_name()
    {
        var session = Workspace.Open();
        var said = Render<Announcements>();
        var page = Open(session.Slug);
        session.Apply(Edits.RemovePackage("htop"), "another tab");

        await page.InvokeAsync(() => page.Instance.Travel(isUndo: true));
        said.WaitForAssertion(() => Assert.StartsWith("Undone: ", said.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Instance.Travel(isUndo: false));
        said.WaitForAssertion(() => Assert.StartsWith("Done again: ", said.Find("[role=status]").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Instance.Travel(isUndo: false));
        said.WaitForAssertion(() => Assert.Equal("Nothing to redo", said.Find("[role=status]").TextContent));
    }

    [Fact]
    public async Task The_new_place_of_a_moved_row_is_said()
    {
        var session = Workspace.Open();
        session.Apply(new("storage.partitions", "lay out", design => StorageFields.Partitions.Put(StorageFields.Partitions.Put(design, new() { Name = VolumeName.Parse("boot") }), new() { Name = VolumeName.Parse("data") })), "test");
        var said = Render<Announcements>();
        var page = Open(session.Slug, "storage");
        var count = StorageFields.Partitions.Get(session.Snapshot.Compiled.Design).Count;

        await page.Find("tr[id='storage.partitions[data]']").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });

        said.WaitForAssertion(() => Assert.EndsWith($"data is now {count - 1} of {count}", said.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }
}
