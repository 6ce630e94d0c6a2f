using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Components.Runs;

/// <summary>Every run, newest first, kept current.</summary>
public sealed partial class RunHistory : ComponentBase, IDisposable
{
    private IDisposable? _subscription;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    /// <summary>Shows the runs of this design alone; all when null.</summary>
    [Parameter]
    public string? DesignSlug { get; set; }

    private IReadOnlyList<BuildRun> Runs =>
        [.. Builds.Runs.Where(run => DesignSlug is null || run.DesignSlug == DesignSlug)];

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized() => _subscription = Builds.Subscribe(() => _ = InvokeAsync(StateHasChanged));
}
