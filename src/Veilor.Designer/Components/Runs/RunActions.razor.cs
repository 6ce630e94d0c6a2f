using Microsoft.AspNetCore.Components;
using MudBlazor;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Preflight;

namespace Veilor.Designer.Components.Runs;

/// <summary>What can be done with a run that has ended: build the same again, or delete it and free its space.</summary>
public sealed partial class RunActions : ComponentBase
{
    private RunId _shown;
    private long? _size;
    private bool _isStarting;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required RebuildStarter Rebuilds { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public required BuildRun Run { get; set; }

    /// <summary>Told why nothing was started.</summary>
    [Parameter]
    public EventCallback<StartResult> OnProblem { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Run.IsEnded && _shown != Run.Id)
        {
            _shown = Run.Id;
            _size = (await Builds.SpaceOfAsync([Run])).GetValueOrDefault(Run.Id);
        }
    }

    private async Task RebuildAsync()
    {
        _isStarting = true;
        var started = await Rebuilds.StartAsync(Run.Id);
        _isStarting = false;
        if (started.Run is { } run)
        {
            Navigation.NavigateTo($"runs/{run.Id}");
        }
        else
        {
            await OnProblem.InvokeAsync(started);
        }
    }

    private void Delete()
    {
        if (RunDeletion.Delete(Builds, Snackbar, Run, _size))
        {
            Navigation.NavigateTo("runs");
        }
    }
}
