using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Components.Runs;

/// <summary>How long a run will still take, judged by earlier ones; nothing when there are none.</summary>
public sealed partial class RunProgress : ComponentBase, IDisposable
{
    private static readonly Dictionary<string, object?> BarAttributes = new(StringComparer.Ordinal) { ["aria-label"] = "Progress, judged by earlier builds" };

    private RunEstimate? _estimate;
    private EstimatedTime? _total;
    private ITimer? _timer;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required BuildRun Run { get; set; }

    private EstimatedTime? Remaining => Run.State == RunState.Running ? _estimate?.Remaining(Run, Time.GetUtcNow()) : null;

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet()
    {
        _estimate ??= RunEstimate.Of(Run, Builds.Runs);
        _total = _estimate.Total;
        if (Run.State == RunState.Running && _total is not null)
        {
            _timer ??= Time.CreateTimer(_ => _ = InvokeAsync(StateHasChanged), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }
        else
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private static string Word(EstimatedTime estimate) => estimate.IsAtLeast ? "at least" : "about";

    private static string New(EstimatedTime estimate) => estimate.IsAtLeast ? "; a step is new" : "";

    private static double Share(TimeSpan left, TimeSpan total) =>
        total > TimeSpan.Zero ? Math.Clamp(100 * (1 - (left / total)), 0, 100) : 100;
}
