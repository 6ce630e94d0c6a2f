using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Pages;

/// <summary>Every check of this machine, for a design or without one.</summary>
public sealed partial class PreflightPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private PreflightReport? _report;
    private bool _isLooking;

    [Inject]
    public required DesignSessions Sessions { get; init; }

    [Inject]
    public required PreflightProbe Preflight { get; init; }

    /// <summary>The design; null looks at the machine alone.</summary>
    [Parameter]
    public string? Slug { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync() => LookAsync();

    private async Task LookAsync()
    {
        _isLooking = true;
        try
        {
            ImageDesign? design = Slug is null ? null : Sessions.Open(Slug).Session?.Snapshot.Compiled.Design;
            var choices = new BuildChoices { ImageTypes = design?.Outputs.ImageTypes ?? [ImageType.Qcow2] };
            _report = await Preflight.RunAsync(design, choices, await RootProbe.ProbeAsync(_left.Token), _left.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            _isLooking = false;
        }
    }
}
