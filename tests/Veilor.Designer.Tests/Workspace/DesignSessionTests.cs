using Veilor.Designer.Core.Generation;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

public sealed class DesignSessionTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Undo_takes_an_edit_back_and_names_its_field()
    {
        var session = _workspace.Open();
        var before = session.Snapshot.Compiled.FindDocument(BundlePaths.Containerfile)!;
        session.Apply(Edits.RemovePackage("git"), "tab");

        Assert.DoesNotContain(" git", session.Snapshot.Compiled.FindDocument(BundlePaths.Containerfile)!.Text, StringComparison.Ordinal);
        Assert.Equal("remove package git", session.Snapshot.History.NextUndo!.Label);
        Assert.Equal("packages.install", session.Undo()!.Value.Value);
        Assert.Equal(before.Text, session.Snapshot.Compiled.FindDocument(BundlePaths.Containerfile)!.Text);
        Assert.Equal("packages.install", session.Redo()!.Value.Value);
        Assert.Null(session.Redo());
    }

    [Fact]
    public void A_document_that_an_edit_does_not_touch_keeps_its_reference()
    {
        var session = _workspace.Open();
        var before = session.Snapshot;
        session.Apply(Edits.AddPackage("vim"), "tab");

        var after = session.Snapshot;
        Assert.NotSame(before.Compiled.FindDocument(BundlePaths.Containerfile), after.Compiled.FindDocument(BundlePaths.Containerfile));
        Assert.Same(before.Compiled.FindDocument(BundlePaths.SetModes), after.Compiled.FindDocument(BundlePaths.SetModes));
        Assert.Equal(before.Revision + 1, after.Revision);
    }

    [Fact]
    public void An_edit_that_changes_nothing_tells_nobody()
    {
        var session = _workspace.Open();
        var notices = 0;
        using var token = session.Subscribe(() => notices++);
        session.Apply(Edits.AddPackage("git"), "tab");

        Assert.Equal(0, notices);
        Assert.Null(session.Snapshot.History.NextUndo);
    }

    [Fact]
    public void Edits_from_many_threads_are_all_there()
    {
        var session = _workspace.Open();
        Parallel.For(0, 64, i => session.Apply(Edits.AddPackage($"package{i}"), $"tab{i % 4}"));

        Assert.Equal(66, session.Snapshot.Compiled.Design.Packages.Install.Count);
        Assert.Equal(65, session.Snapshot.Revision);
    }

    [Fact]
    public void A_subscriber_may_edit_and_a_token_ends_the_calls()
    {
        var session = _workspace.Open();
        var notices = 0;
        var token = session.Subscribe(() =>
        {
            notices++;
            session.Apply(Edits.AddPackage("vim"), "other");
        });
        session.Apply(Edits.AddPackage("nano"), "tab");
        token.Dispose();
        session.Apply(Edits.AddPackage("mc"), "tab");

        Assert.Equal(2, notices);
        Assert.Equal(5, session.Snapshot.Compiled.Design.Packages.Install.Count);
        Assert.Equal(0, session.SubscriberCount);
    }

    [Fact]
    public void Both_tabs_of_a_design_share_one_session()
    {
        var session = _workspace.Open();

        Assert.Same(session, _workspace.Sessions.Open(session.Slug).Session);
    }

    [Fact]
    public void A_file_that_appears_in_the_folder_is_taken_into_the_bundle()
    {
        var session = _workspace.Open();
        Directory.CreateDirectory(_workspace.DesignFile(session.Slug, "overlay/etc/new"));
        File.WriteAllText(_workspace.DesignFile(session.Slug, "overlay/etc/new/file"), "new\n");
        session.Rescan();

        Assert.True(session.Snapshot.Compiled.Content.Contains("overlay/etc/new/file"));
        Assert.Equal(2, session.Snapshot.Revision);
    }

    [Fact]
    public void A_link_in_the_folder_stands_in_the_way_of_an_export()
    {
        var session = _workspace.Open();
        File.CreateSymbolicLink(_workspace.DesignFile(session.Slug, "overlay/etc/link"), "/etc/passwd");
        session.Rescan();

        var snapshot = session.Snapshot;
        Assert.Contains("symbolic link", BundleExporter.Obstacle(snapshot.Compiled, snapshot.Refused), StringComparison.Ordinal);
    }
}
