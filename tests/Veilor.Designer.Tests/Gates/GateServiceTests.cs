using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Gates;
using Veilor.Designer.Tests.Workspace;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Gates;

public sealed class GateServiceTests : IAsyncDisposable
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly DesignSession _design;
    private readonly GateService _gates;

    public GateServiceTests()
    {
        _design = _workspace.Open();
        _gates = new GateService(_workspace.Location, _workspace.Sessions, _workspace.Builds, _workspace.Time, NullLogger<GateService>.Instance);
    }

    private string GatePath => _workspace.DesignFile(_design.Slug, GateToml.FileName);

    public async ValueTask DisposeAsync()
    {
        await _workspace.Builds.StopAsync(CancellationToken.None);
        _gates.Dispose();
        _workspace.Dispose();
    }

    private GateView View() => _gates.Open(_design.Slug)!;

    private static GateState State(GateView view, string part) =>
        view.Board.Criteria.SelectMany(criterion => criterion.Parts).Single(item => item.Part.Id == part).State;

    /// <summary>A run whose build step is a small program, over the real bundle of the design.</summary>
    private async Task<BuildRun> BuildAsync(string script)
    {
        if (_workspace.Builds.Runs.Count == 0)
        {
            await _workspace.Builds.StartAsync(CancellationToken.None);
        }

        var step = new BuildStep("build", "Build", "bash", ["-c", script], "nothing") { Kind = StepKind.Build };
        var request = new BuildRequest(
            _design.Slug, "Demo", DesignBundle.Entries(_design.Snapshot.Compiled), new BuildPlan("localhost/demo:1", [step]))
        {
            DesignId = DesignId.Of(_design.Snapshot.Compiled.Design, _design.Snapshot.Compiled.Content).Value,
        };
        var run = (await _workspace.Builds.StartAsync(request, TestContext.Current.CancellationToken)).Run!;
        while (!_workspace.Builds.Find(run.Id)!.IsEnded)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return _workspace.Builds.Find(run.Id)!;
    }

    [Fact]
    public void A_design_that_is_not_there_has_no_gate() => Assert.Null(_gates.Open("nothing"));

    [Fact]
    public void A_design_that_was_deleted_has_no_gate_any_more_and_nothing_is_written_for_it()
    {
        Assert.NotNull(_gates.Open(_design.Slug));
        Directory.Delete(_design.Folder, recursive: true);
        Assert.Null(_gates.Open(_design.Slug));
        Assert.Contains("deleted or renamed", _gates.Edit(_design.Slug, record => record with { ShipsBoth = true }), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_design.Folder));
    }

    [Fact]
    public async Task A_build_feeds_the_gate_with_its_id_and_the_design_it_built()
    {
        var run = await BuildAsync("true");
        var view = View();
        var evidence = Assert.Single(view.Record.Evidence, item => item.Part == GateCriteria.Build);
        Assert.Equal((run.Id.Value, view.DesignId, GateFinding.Met), (evidence.Run, evidence.DesignId, evidence.Finding));
        Assert.Equal(run.DesignId, view.DesignId);
        Assert.Equal(GateState.Met, State(view, GateCriteria.Guide));
        Assert.Equal(view.Record, GateFile.Read(_design.Folder).Record);
    }

    [Fact]
    public async Task A_failed_build_fails_its_part()
    {
        await BuildAsync("echo 'Error: it broke' >&2; exit 3");
        Assert.Equal(GateState.Failed, State(View(), GateCriteria.Build));
        Assert.Equal(GateState.Open, State(View(), GateCriteria.Guide));
    }

    [Fact]
    public async Task An_edit_makes_evidence_stale_and_undo_brings_it_back()
    {
        await BuildAsync("true");
        _design.Apply(new DesignEdit(SystemFields.TimeZone.Path, "set", design => PackagesFields.Install.Set(design, [])), "test");
        Assert.Equal(GateState.Stale, State(View(), GateCriteria.Build));
        _design.Undo();
        Assert.Equal(GateState.Met, State(View(), GateCriteria.Build));
    }

    [Fact]
    public async Task A_second_build_of_the_same_design_that_shows_the_same_writes_nothing()
    {
        await BuildAsync("true");
        Assert.Equal(GateState.Met, State(View(), GateCriteria.Build));
        var before = await File.ReadAllTextAsync(GatePath, TestContext.Current.CancellationToken);
        await BuildAsync("true");
        Assert.Equal(GateState.Met, State(View(), GateCriteria.Build));
        Assert.Equal(before, await File.ReadAllTextAsync(GatePath, TestContext.Current.CancellationToken));
        await BuildAsync("false");
        Assert.Equal(GateState.Failed, State(View(), GateCriteria.Build));
    }

    [Fact]
    public async Task Evidence_survives_the_deletion_of_its_run()
    {
        var run = await BuildAsync("true");
        Assert.Equal(GateState.Met, State(View(), GateCriteria.Build));
        Directory.Delete(Path.Combine(_workspace.Location.Runs, run.Id.Value), recursive: true);
        Assert.Equal(GateState.Met, State(View(), GateCriteria.Build));
    }

    [Fact]
    public async Task A_kept_artefact_survives_the_deletion_of_its_run_and_makes_the_gate_hybrid()
    {
        var run = await BuildAsync("mkdir -p ../artifacts/qcow2 && printf 'QFI\\373\\n' > ../artifacts/qcow2/disk.qcow2");
        var made = Path.Combine(_workspace.Builds.ArtifactsFolderOf(run.Id), "qcow2/disk.qcow2");
        Assert.Equal("", await _gates.KeepAsync(_design.Slug, KeptRole.Bootc, made, run.Id.Value, CancellationToken.None));
        var iso = _workspace.PathOf("anaconda.iso");
        ShippedFiles.WriteIso(iso);
        Assert.Equal("", await _gates.KeepAsync(_design.Slug, KeptRole.Anaconda, iso, "", CancellationToken.None));
        Assert.Equal(GateVerdict.Open, View().Board.Verdict);
        Assert.Equal("", _gates.Edit(_design.Slug, record => record with { ShipsBoth = true }));

        Directory.Delete(Path.Combine(_workspace.Location.Runs, run.Id.Value), recursive: true);
        File.Delete(iso);
        var view = View();
        Assert.Equal(GateVerdict.Hybrid, view.Board.Verdict);
        var kept = view.Record.Find(KeptRole.Bootc)!;
        Assert.Equal(("disk.qcow2", 5L, run.Id.Value), (kept.File, kept.Size, kept.Run));
        Assert.Equal(5, new FileInfo(_gates.Kept.PathOf(_design.Slug, kept)).Length);

        Assert.Equal("", _gates.Release(_design.Slug, KeptRole.Bootc));
        Assert.Equal(GateVerdict.Open, View().Board.Verdict);
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_kept_and_what_was_kept_stays()
    {
        var iso = _workspace.PathOf("anaconda.iso");
        ShippedFiles.WriteIso(iso);
        Assert.Equal("", await _gates.KeepAsync(_design.Slug, KeptRole.Anaconda, iso, "", CancellationToken.None));
        Assert.NotEqual("", await _gates.KeepAsync(_design.Slug, KeptRole.Anaconda, iso + ".missing", "", CancellationToken.None));
        Assert.True(_gates.Kept.IsThere(_design.Slug, View().Record.Find(KeptRole.Anaconda)!));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_shown_and_never_written_over()
    {
        File.WriteAllText(GatePath, "format = 9\n");
        Assert.Contains("format must be 1", Assert.Single(View().Problems).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", _gates.Edit(_design.Slug, record => record with { ShipsBoth = true }), StringComparison.Ordinal);
        Assert.Equal("format = 9\n", File.ReadAllText(GatePath));
    }

    [Fact]
    public void The_gate_is_no_part_of_the_design_that_it_is_about()
    {
        var before = View().DesignId;
        Assert.Equal("", _gates.Edit(_design.Slug, record => record with { ShipsBoth = true }));
        Assert.True(File.Exists(GatePath));
        _design.Rescan();
        Assert.Equal(before, View().DesignId);
        Assert.DoesNotContain(DesignBundle.Entries(_design.Snapshot.Compiled), entry => entry.Path.Contains("gate.toml", StringComparison.Ordinal));
    }
}
