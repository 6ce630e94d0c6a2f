using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Components.Runs;

/// <summary>Starts a build, or says what is in the way: a missing podman with the command that installs it, errors of the design.</summary>
public sealed partial class BuildPanel : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private PodmanStatus? _podman;
    private bool _isStarting;

    [Inject]
    public required BuildService Builds { get; init; }

    [Inject]
    public required PodmanProbe Podman { get; init; }

    /// <summary>What the build will run, shown for copying; nothing when null.</summary>
    [Parameter]
    public BuildPlan? Plan { get; set; }

    /// <summary>In words, why the design cannot be built; empty when it can.</summary>
    [Parameter]
    public IReadOnlyList<string> BlockedReasons { get; set; } = [];

    /// <summary>Asked to freeze the design and start the run.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnBuild { get; set; }

    private bool CanBuild => _podman is { IsAvailable: true } && BlockedReasons.Count == 0 && !_isStarting;

    private int Waiting => Builds.Runs.Count(run => !run.IsEnded);

    public void Dispose() => _subscription?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        _subscription = Builds.Subscribe(() => _ = InvokeAsync(StateHasChanged));
        await ProbeAsync();
    }

    private async Task ProbeAsync() => _podman = await Podman.ProbeAsync();

    private async Task BuildAsync()
    {
        _isStarting = true;
        try
        {
            await OnBuild.InvokeAsync();
        }
        finally
        {
            _isStarting = false;
        }
    }
}
