using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Tests.Workspace;

public sealed class DesignSnapshotsTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly DesignSnapshots _snapshots;
    private readonly DesignSession _session;

    public DesignSnapshotsTests()
    {
        _snapshots = _workspace.Snapshots;
        _session = _workspace.Open();
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_snapshot_gives_the_design_back_that_was_taken()
    {
        var design = ImageFields.Title.Set(Design, "Ünusual \"title\" # 1");
        var taken = _snapshots.Take(Folder, "Before hardening", design).Value!;

        var listed = Assert.Single(_snapshots.List(Folder));
        Assert.Equal(taken, listed);
        Assert.Equal("Before hardening", listed.Name);
        Assert.Equal(_workspace.Time.GetUtcNow(), listed.TakenAt);
        Assert.Equal(design, _snapshots.Read(listed).Value);
    }

    [Fact]
    public void A_snapshot_is_a_design_that_every_command_reads()
    {
        var taken = _snapshots.Take(Folder, "one", Design).Value!;
        Assert.Equal(Design, _workspace.Reader.Read(taken.Path).Design);
    }

    [Fact]
    public void The_newest_is_listed_first()
    {
        _snapshots.Take(Folder, "a", Design);
        _workspace.Time.Advance(TimeSpan.FromMinutes(1));
        _snapshots.Take(Folder, "b", Design);
        Assert.Equal(["b", "a"], _snapshots.List(Folder).Select(each => each.Name));
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("A/B\\C:D*?", "a-b-c-d")]
    [InlineData("Überblick – früh", "berblick-fr-h")]
    [InlineData("日本", "snapshot")]
    [InlineData("CON", "con")]
    [InlineData(".hidden", "hidden")]
    public void Every_name_becomes_a_portable_file_in_the_design_folder(string name, string stem)
    {
        var taken = _snapshots.Take(Folder, name, Design).Value!;
        Assert.Equal(Path.Combine(Folder, "snapshots", stem + ".toml"), taken.Path);
        Assert.Equal(name, _snapshots.Find(Folder, name)!.Name);
    }

    [Fact]
    public void Names_with_the_same_file_name_stand_beside_each_other()
    {
        _snapshots.Take(Folder, "a b", Design);
        _snapshots.Take(Folder, "a/b", ImageFields.Title.Set(Design, "second"));
        Assert.Equal("second", _snapshots.Read(_snapshots.Find(Folder, "a/b")!).Value!.Image.Title);
        Assert.Equal(Design.Image.Title, _snapshots.Read(_snapshots.Find(Folder, "a b")!).Value!.Image.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    [InlineData("right\u202Eleft")]
    public void A_name_that_cannot_be_read_is_refused(string name)
    {
        Assert.NotEmpty(_snapshots.Take(Folder, name, Design).Problem);
        Assert.Empty(_snapshots.List(Folder));
    }

    [Fact]
    public void A_taken_name_is_refused_and_the_snapshot_stays()
    {
        _snapshots.Take(Folder, "one", Design);
        var second = _snapshots.Take(Folder, "One", ImageFields.Title.Set(Design, "other"));
        Assert.Contains("already", second.Problem, StringComparison.Ordinal);
        Assert.Equal(Design, _snapshots.Read(Assert.Single(_snapshots.List(Folder))).Value);
    }

    [Fact]
    public void A_deleted_snapshot_comes_back_as_it_was()
    {
        var taken = _snapshots.Take(Folder, "one", Design).Value!;
        var deleted = _snapshots.Delete(taken).Value!;
        Assert.Empty(_snapshots.List(Folder));

        Assert.Equal(taken, _snapshots.BringBack(deleted).Value);
        Assert.Equal(Design, _snapshots.Read(Assert.Single(_snapshots.List(Folder))).Value);
    }

    [Fact]
    public void Taking_and_deleting_is_told()
    {
        var notices = 0;
        using var token = _snapshots.Subscribe(() => notices++);
        var taken = _snapshots.Take(Folder, "one", Design).Value!;
        _snapshots.Delete(taken);
        Assert.Equal(2, notices);
    }

    [Fact]
    public void A_file_that_is_no_design_is_listed_with_its_reason()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "snapshots"));
        File.WriteAllText(Path.Combine(Folder, "snapshots", "broken.toml"), "format = \n");
        var snapshot = Assert.Single(_snapshots.List(Folder));
        Assert.Equal("broken", snapshot.Name);
        Assert.Contains("broken", _snapshots.Read(snapshot).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshots_stay_out_of_the_bundle()
    {
        _snapshots.Take(Folder, "one", Design);
        _session.Rescan();
        Assert.DoesNotContain(
            Veilor.Designer.Core.Bundles.DesignBundle.Entries(_session.Snapshot.Compiled),
            entry => entry.Path.Contains("snapshot", StringComparison.OrdinalIgnoreCase));
    }

    private string Folder => _session.Folder;

    private ImageDesign Design => _session.Snapshot.Compiled.Design;
}
