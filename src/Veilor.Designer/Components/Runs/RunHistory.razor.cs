using Microsoft.AspNetCore.Components;
using MudBlazor;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Components.Runs;

/// <summary>Every run, newest first, kept current.</summary>
public sealed partial class RunHistory : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private IReadOnlyDictionary<RunId, long?> _sizes = new Dictionary<RunId, long?>();
    private int _measured = -1;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    /// <summary>Shows the runs of this design alone; all when null.</summary>
    [Parameter]
    public string? DesignSlug { get; set; }

    private IReadOnlyList<BuildRun> Runs =>
        [.. Builds.Runs.Where(run => DesignSlug is null || run.DesignSlug == DesignSlug)];

    public void Dispose() => _subscription?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _subscription = Builds.Subscribe(() => _ = InvokeAsync(RefreshAsync));
        return MeasureAsync();
    }

    private async Task RefreshAsync()
    {
        StateHasChanged();
        await MeasureAsync();
    }

    /// <summary>A run's space is measured once, when it has ended.</summary>
    private async Task MeasureAsync()
    {
        var runs = Runs;
        var ended = runs.Count(run => run.IsEnded);
        if (ended == _measured)
        {
            return;
        }

        _measured = ended;
        _sizes = await Builds.SpaceOfAsync(runs);
        StateHasChanged();
    }

    private void Delete(BuildRun run) => RunDeletion.Delete(Builds, Snackbar, run, _sizes.GetValueOrDefault(run.Id));
}
