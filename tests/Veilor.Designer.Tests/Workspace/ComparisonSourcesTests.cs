using Veilor.Designer.Builds;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Tests.Builds;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Comparisons;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Tests.Workspace;

public sealed class ComparisonSourcesTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly BuildService _builds;
    private readonly DesignSnapshots _snapshots;
    private readonly ComparisonSources _sources;

    public ComparisonSourcesTests()
    {
        _builds = _workspace.Builds;
        _snapshots = _workspace.Snapshots;
        _sources = _workspace.Comparisons;
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Every_source_of_a_design_is_listed()
    {
        var session = _workspace.Open();
        _snapshots.Take(session.Folder, "one", session.Snapshot.Compiled.Design);
        _workspace.Library.Duplicate(session.Slug);

        Assert.Equal(
            ["opened", "template", "save", "snapshot:one", "design:demo-2"],
            _sources.List(session).Select(source => source.Id));
        Assert.All(_sources.List(session), source => Assert.NotNull(_sources.Load(session, source.Id).Value));
    }

    [Fact]
    public void The_last_save_is_what_the_file_holds()
    {
        var session = _workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "tab");
        Assert.DoesNotContain("vim", TextOf(session, ComparisonSource.LastSaveId), StringComparison.Ordinal);

        session.SaveNow();
        Assert.Same(session.Snapshot.Compiled, _sources.Load(session, ComparisonSource.LastSaveId).Value!.Compiled);
    }

    [Fact]
    public void In_a_conflict_the_last_save_is_what_another_program_wrote()
    {
        var session = _workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "tab");
        File.WriteAllText(
            _workspace.DesignFile(session.Slug),
            DesignToml.ToText(ImageFields.Title.Set(session.Snapshot.Compiled.Design, "theirs")));
        session.Rescan();

        Assert.Equal(SaveState.Conflict, session.Snapshot.Save.State);
        Assert.Equal("theirs", _sources.Load(session, ComparisonSource.LastSaveId).Value!.Design.Image.Title);
    }

    [Fact]
    public void A_source_is_told_when_it_changes_and_gives_the_same_value_until_then()
    {
        var session = _workspace.Open();
        var notices = 0;
        using var token = _sources.Subscribe(session, ComparisonSource.LastSaveId, () => notices++);
        session.Apply(Edits.AddPackage("vim"), "tab");
        var first = _sources.Load(session, ComparisonSource.LastSaveId).Value!;
        session.Apply(Edits.AddPackage("emacs"), "tab");

        Assert.Same(first, _sources.Load(session, ComparisonSource.LastSaveId).Value);
        Assert.Equal(0, notices);
        session.SaveNow();
        Assert.Equal(1, notices);
    }

    [Fact]
    public void A_document_that_is_equal_is_the_same_reference()
    {
        var session = _workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "tab");
        var before = _sources.Load(session, ComparisonSource.OpenedId).Value!.Compiled;
        var now = session.Snapshot.Compiled;

        Assert.NotSame(now.FindDocument(BundlePaths.Containerfile), before.FindDocument(BundlePaths.Containerfile));
        Assert.Same(now.FindDocument(BundlePaths.SetModes), before.FindDocument(BundlePaths.SetModes));
    }

    [Fact]
    public void The_template_is_remembered_by_a_design_and_its_copy()
    {
        var session = _workspace.Open();
        session.Apply(Edits.AddPackage("vim"), "tab");
        var copy = _workspace.Sessions.Open(_workspace.Library.Duplicate(session.Slug).Value!).Session!;

        Assert.All(
            new[] { session, copy },
            each => Assert.Equal(WorkspaceFixture.Template.Packages, _sources.Load(each, ComparisonSource.TemplateId).Value!.Design.Packages));
    }

    [Fact]
    public void A_design_of_no_known_template_says_so()
    {
        var session = _workspace.Open();
        File.Delete(Path.Combine(session.Folder, DesignOrigin.FileName));
        Assert.DoesNotContain(_sources.List(session), source => source.Kind == ComparisonKind.Template);
        Assert.NotEmpty(_sources.Load(session, ComparisonSource.TemplateId).Problem);
    }

    [Fact]
    public void Another_design_is_followed_as_it_is_edited()
    {
        var session = _workspace.Open();
        var other = _workspace.Open();
        var id = ComparisonSource.OfDesign(other.Slug);
        var notices = 0;
        using var token = _sources.Subscribe(session, id, () => notices++);
        other.Apply(Edits.AddPackage("vim"), "tab");

        Assert.Equal(1, notices);
        Assert.Same(other.Snapshot.Compiled, _sources.Load(session, id).Value!.Compiled);
    }

    [Fact]
    public async Task The_last_build_is_the_bundle_that_was_built_and_not_what_would_be_written_today()
    {
        await _builds.StartAsync(TestContext.Current.CancellationToken);
        var session = _workspace.Open();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var token = _sources.Subscribe(session, ComparisonSource.LastBuildId, () => told.TrySetResult());
        await BuildAsync(session, "false");
        Assert.NotEmpty(_sources.Load(session, ComparisonSource.LastBuildId).Problem);

        var run = await BuildAsync(session, "true");
        await told.Task.WaitAsync(Patience.Time, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(Path.Combine(_builds.BundleFolderOf(run.Id), BundlePaths.Containerfile), "# as built\n", TestContext.Current.CancellationToken);
        session.Apply(Edits.AddPackage("vim"), "tab");

        var built = _sources.Load(session, ComparisonSource.LastBuildId).Value!;
        Assert.Equal(WorkspaceFixture.Template.Packages, built.Design.Packages);
        Assert.EndsWith("# as built\n", built.Compiled.FindDocument(BundlePaths.Containerfile)!.Text, StringComparison.Ordinal);
        Assert.Same(session.Snapshot.Compiled.FindDocument(BundlePaths.SetModes), built.Compiled.FindDocument(BundlePaths.SetModes));
        await _builds.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("snapshot:none")]
    [InlineData("snapshot:../../design")]
    [InlineData("design:../demo")]
    [InlineData("build")]
    public void What_is_not_there_says_so(string id) =>
        Assert.NotEmpty(_sources.Load(_workspace.Open(), id).Problem);

    private string TextOf(DesignSession session, string id) =>
        _sources.Load(session, id).Value!.Compiled.FindDocument(BundlePaths.Containerfile)!.Text;

    private async Task<BuildRun> BuildAsync(DesignSession session, string script)
    {
        var started = await _builds.StartAsync(new BuildRequest(
            session.Slug, "Demo", DesignBundle.Entries(session.Snapshot.Compiled), new BuildPlan("localhost/demo:1", [BuildFixture.Bash(script)])));
        using var patience = new CancellationTokenSource(Patience.Time);
        while (!_builds.Find(started.Run!.Id)!.IsEnded)
        {
            await Task.Delay(10, patience.Token);
        }

        return _builds.Find(started.Run!.Id)!;
    }
}
