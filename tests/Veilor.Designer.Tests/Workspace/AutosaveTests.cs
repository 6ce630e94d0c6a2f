using Veilor.Designer.Core.Storage;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

public sealed class AutosaveTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly DesignSession _session;
    private readonly string _file;

    public AutosaveTests()
    {
        _session = _workspace.Open();
        _file = _workspace.DesignFile(_session.Slug);
    }

    private SaveState State => _session.Snapshot.Save.State;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_file_is_written_after_a_moment_of_quiet()
    {
        _session.Apply(Edits.AddPackage("vim"), "tab");
        Assert.Equal(SaveState.Unsaved, State);
        _workspace.Time.Advance(TimeSpan.FromMilliseconds(399));
        Assert.DoesNotContain("vim", File.ReadAllText(_file), StringComparison.Ordinal);

        _workspace.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Contains("\"vim\"", File.ReadAllText(_file), StringComparison.Ordinal);
        Assert.Equal(SaveState.Saved, State);
        Assert.Equal(_session.Snapshot.Compiled.Design, DesignToml.Read(File.ReadAllText(_file)).Design);
    }

    [Fact]
    public void Steady_typing_is_written_after_two_seconds_at_most()
    {
        var writtenAfter = TimeSpan.Zero;
        for (var i = 1; i <= 20 && writtenAfter == TimeSpan.Zero; i++)
        {
            _session.Apply(Edits.Title($"Title {i}"), "tab");
            _workspace.Time.Advance(TimeSpan.FromMilliseconds(200));
            if (File.ReadAllText(_file).Contains("Title ", StringComparison.Ordinal))
            {
                writtenAfter = TimeSpan.FromMilliseconds(200 * i);
            }
        }

        Assert.Equal(TimeSpan.FromSeconds(2), writtenAfter);
    }

    [Fact]
    public void Saving_leaves_no_other_file_behind()
    {
        var before = Directory.EnumerateFiles(_session.Folder).Order(StringComparer.Ordinal).ToList();
        _session.Apply(Edits.AddPackage("vim"), "tab");
        _workspace.Time.Advance(DesignAutosave.Quiet);

        Assert.Equal([DesignToml.FileName, DesignOrigin.FileName], before.Select(Path.GetFileName));
        Assert.Equal(before, Directory.EnumerateFiles(_session.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_edit_that_is_taken_back_leaves_the_file_as_it_was_written_by_hand()
    {
        var byHand = "# my own comment\n" + File.ReadAllText(_file);
        File.WriteAllText(_file, byHand);
        _session.Rescan();
        Assert.Equal(SaveState.Saved, StateAfterQuiet());
        _session.Apply(Edits.AddPackage("vim"), "tab");
        _session.Undo();

        Assert.Equal(SaveState.Saved, StateAfterQuiet());
        Assert.Equal(byHand, File.ReadAllText(_file));
    }

    [Fact]
    public void A_file_that_something_else_changed_is_never_written_over()
    {
        var theirs = ChangeFile("Theirs");
        _session.Apply(Edits.Title("Mine"), "tab");

        Assert.Equal(SaveState.Conflict, StateAfterQuiet());
        Assert.Equal(theirs, File.ReadAllText(_file));
        _session.Apply(Edits.AddPackage("vim"), "tab");
        Assert.Equal(SaveState.Conflict, StateAfterQuiet());
        Assert.Equal(theirs, File.ReadAllText(_file));
    }

    [Fact]
    public void Keeping_mine_writes_over_the_other_file()
    {
        ChangeFile("Theirs");
        _session.Apply(Edits.Title("Mine"), "tab");
        Assert.Equal(SaveState.Conflict, StateAfterQuiet());

        _session.KeepMine();

        Assert.Equal(SaveState.Saved, State);
        Assert.Contains("title = \"Mine\"", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_the_file_can_be_undone()
    {
        var theirs = ChangeFile("Theirs");
        _session.Apply(Edits.Title("Mine"), "tab");
        Assert.Equal(SaveState.Conflict, StateAfterQuiet());

        Assert.Empty(_session.LoadFile());

        Assert.Equal(SaveState.Saved, State);
        Assert.Equal("Theirs", _session.Snapshot.Compiled.Design.Image.Title);
        Assert.Equal(theirs, File.ReadAllText(_file));
        Assert.Equal("image.title", _session.Undo()!.Value.Value);
        Assert.Equal(SaveState.Saved, StateAfterQuiet());
        Assert.Contains("title = \"Mine\"", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_file_that_cannot_be_read_can_only_be_replaced()
    {
        File.WriteAllText(_file, "format = 1\nnonsense");
        _session.Rescan();
        Assert.Equal(SaveState.Conflict, State);

        Assert.Equal(2, Assert.Single(_session.Snapshot.Save.Problems).Line);
        Assert.Equal(2, Assert.Single(_session.LoadFile()).Line);
        Assert.Equal(SaveState.Conflict, State);
        Assert.Equal("format = 1\nnonsense", File.ReadAllText(_file));
        _session.KeepMine();
        Assert.Equal(SaveState.Saved, State);
    }

    [Fact]
    public void A_removed_file_is_a_conflict_that_keeping_mine_ends()
    {
        File.Delete(_file);
        _session.Apply(Edits.AddPackage("vim"), "tab");

        Assert.Equal(SaveState.Conflict, StateAfterQuiet());
        Assert.Contains("removed", _session.Snapshot.Save.Reason, StringComparison.Ordinal);
        _session.KeepMine();
        Assert.Contains("\"vim\"", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_comes_back_as_it_was_ends_the_conflict()
    {
        var before = File.ReadAllText(_file);
        ChangeFile("Theirs");
        _session.Rescan();
        Assert.Equal(SaveState.Conflict, State);
        File.WriteAllText(_file, before);
        _session.Rescan();

        Assert.Equal(SaveState.Saved, StateAfterQuiet());
    }

    [Fact]
    public void A_folder_that_is_gone_is_said_and_tried_again()
    {
        var moved = _session.Folder + "-moved";
        Directory.Move(_session.Folder, moved);
        _session.Apply(Edits.AddPackage("vim"), "tab");
        Assert.Equal(SaveState.Failed, StateAfterQuiet());
        Assert.Contains("is gone", _session.Snapshot.Save.Reason, StringComparison.Ordinal);

        Directory.Move(moved, _session.Folder);
        _workspace.Time.Advance(DesignAutosave.Retry);

        Assert.Equal(SaveState.Saved, State);
        Assert.Contains("\"vim\"", File.ReadAllText(_file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unsaved_is_written_when_the_program_ends()
    {
        _session.Apply(Edits.AddPackage("vim"), "tab");
        await _workspace.Sessions.StopAsync(CancellationToken.None);

        Assert.Contains("\"vim\"", File.ReadAllText(_file), StringComparison.Ordinal);
        Assert.Equal(SaveState.Closed, State);
    }

    [Fact]
    public async Task A_design_in_conflict_is_kept_beside_its_file_when_the_program_ends()
    {
        var theirs = ChangeFile("Theirs");
        _session.Apply(Edits.Title("Mine"), "tab");
        Assert.Equal(SaveState.Conflict, StateAfterQuiet());
        await _workspace.Sessions.StopAsync(CancellationToken.None);

        Assert.Equal(theirs, File.ReadAllText(_file));
        var kept = DesignToml.Read(File.ReadAllText(_workspace.DesignFile(_session.Slug, "design.undecided.toml"))).Design!;
        Assert.Equal("Mine", kept.Image.Title);
    }

    private SaveState StateAfterQuiet()
    {
        _workspace.Time.Advance(DesignAutosave.Quiet);
        return State;
    }

    private string ChangeFile(string title)
    {
        var text = File.ReadAllText(_file).Replace("title = \"Demo\"", $"title = \"{title}\"", StringComparison.Ordinal);
        File.WriteAllText(_file, text);
        return text;
    }
}
