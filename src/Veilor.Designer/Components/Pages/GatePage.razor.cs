using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Gates;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Gates;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Pages;

/// <summary>The decision gate of a design: what is shown, what is ticked, what follows.</summary>
public sealed partial class GatePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private IDisposable? _gateSubscription;
    private IDisposable? _designSubscription;
    private DesignSession? _session;
    private DesignFolder? _unreadable;
    private GateView? _view;
    private IReadOnlyList<KeepChoice> _choices = [];
    private string? _openedSlug;
    private string _problem = "";
    private StartResult? _notStarted;
    private string _bootPath = "";
    private bool _isBusy;

    [Inject]
    public required GateService Gates { get; init; }

    [Inject]
    public required DesignSessions Sessions { get; init; }

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required BootStarter Boots { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>The id of the criterion that gets the focus; null for none.</summary>
    [Parameter, SupplyParameterFromQuery(Name = EditorUrl.CriterionKey)]
    public string? Criterion { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        _gateSubscription?.Dispose();
        _designSubscription?.Dispose();
    }

    protected override void OnInitialized() => _gateSubscription = Gates.Subscribe(() => _ = InvokeAsync(ShowAgain));

    protected override void OnParametersSet()
    {
        if (_openedSlug == Slug)
        {
            return;
        }

        _openedSlug = Slug;
        _designSubscription?.Dispose();
        _session = Sessions.Open(Slug).Session;
        _designSubscription = _session?.Subscribe(() => _ = InvokeAsync(ShowAgain));
        Show();
    }

    private void ShowAgain()
    {
        Show();
        StateHasChanged();
    }

    private bool HasRuns => Builds.Runs.Any(run => run.DesignSlug == Slug);

    private void Show()
    {
        // A session that has ended means that the design is on its way to the trash; opening it once more would bring it half back.
        if (_session is { Snapshot.Save.State: SaveState.Closed })
        {
            (_view, _unreadable) = (null, null);
            return;
        }

        _view = Gates.Open(Slug);
        _unreadable = _view is null ? Sessions.Open(Slug).Unreadable : null;
        _choices =
        [
            .. Builds.Runs.Where(run => run.DesignSlug == Slug)
                .SelectMany(run => Builds.ResultsOf(run.Id).Files.Where(IsShippable).Select(file => new KeepChoice(
                    KeptRole.Bootc, Path.Combine(Builds.ArtifactsFolderOf(run.Id), file.Path), run.Id.Value, $"{file.Path} of build {run.Id}"))),
        ];
    }

    private static bool IsShippable(Core.Manifests.BuiltFile file) => Path.GetExtension(file.Path) is not (".json" or "");

    private bool IsRunThere(string run) => RunId.TryParse(run, out var id) && Builds.Find(id) is not null;

    private void Record(GateEvidence evidence) =>
        Edit(record => record.With(evidence with { DesignId = _view!.DesignId, Date = Time.GetUtcNow() }));

    private void Withdraw(string part) => Edit(record => record.Withdraw(part));

    private void Mark(RiskMark mark) => Edit(record => record.With(mark with { Date = Time.GetUtcNow() }));

    private void ShipBoth(bool both) => Edit(record => record with { ShipsBoth = both });

    private void Release(KeptRole role)
    {
        _problem = Gates.Release(Slug, role);
        Show();
    }

    private void Edit(Func<GateRecord, GateRecord> edit)
    {
        _problem = Gates.Edit(Slug, edit);
        Show();
    }

    private async Task KeepAsync(KeepChoice choice)
    {
        _isBusy = true;
        try
        {
            _problem = await Gates.KeepAsync(Slug, choice.Role, choice.Path, choice.Run, _left.Token);
            Show();
        }
        catch (OperationCanceledException)
        {
            // The page was left; nothing was changed.
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task BootAsync()
    {
        if (string.IsNullOrWhiteSpace(_bootPath) || _view is null)
        {
            return;
        }

        _isBusy = true;
        try
        {
            var started = await Boots.StartAsync(Slug, _view.Design, _view.DesignId, _bootPath.Trim(), _left.Token);
            _notStarted = started.Run is null ? started : null;
            if (started.Run is { } run)
            {
                Navigation.NavigateTo($"/runs/{run.Id}");
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left before the boot began.
        }
        finally
        {
            _isBusy = false;
        }
    }
}
