using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Findings;

namespace Veilor.Designer.Components.Runs;

/// <summary>One run: how it stands, its steps with their commands, its log.</summary>
public sealed partial class RunView : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private BuildRun? _run;
    private RunResults _results = RunResults.None;
    private RunLogView? _log;
    private RunId _shown;
    private bool _isCancelling;
    private StartResult? _problem;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required BootStarter Boots { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public RunId Id { get; set; }

    /// <summary>The log line that the address names, from 1.</summary>
    [Parameter]
    public long? Line { get; set; }

    public void Dispose() => _subscription?.Dispose();

    protected override void OnParametersSet()
    {
        if (_subscription is not null && _shown == Id)
        {
            return;
        }

        _shown = Id;
        _isCancelling = false;
        _problem = null;
        _subscription?.Dispose();
        _run = Builds.Find(Id);
        _results = Builds.ResultsOf(Id);
        _subscription = Builds.Subscribe(() => _ = InvokeAsync(Refresh));
    }

    private void Refresh()
    {
        if (Builds.Find(Id) is { } run)
        {
            // Results are files; they change when a step ends, and reading them at each line of the log would be waste.
            if (!run.Steps.Select(step => step.State).SequenceEqual(_run?.Steps.Select(step => step.State) ?? []))
            {
                _results = Builds.ResultsOf(Id);
            }

            _run = run;
            StateHasChanged();
        }
    }

    private async Task CancelAsync()
    {
        _isCancelling = true;
        await Builds.CancelAsync(Id);
        _isCancelling = false;
        _run = Builds.Find(Id);
    }

    private async Task BootAsync(string file)
    {
        var started = await Boots.StartAsync(_run!, file, CancellationToken.None);
        _problem = started.Run is null ? started : null;
        if (started.Run is { } run)
        {
            Navigation.NavigateTo($"/runs/{run.Id}");
        }
    }

    private Task GoToLineAsync(long line) => _log?.GoToLineAsync(line) ?? Task.CompletedTask;
}
