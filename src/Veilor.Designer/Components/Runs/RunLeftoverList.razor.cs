using Microsoft.AspNetCore.Components;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Components.Runs;

/// <summary>What interrupted runs have left on the machine, with a button that removes it; nothing when there is nothing.</summary>
public sealed partial class RunLeftoverList : ComponentBase
{
    private IReadOnlyList<(BuildRun Run, RunLeftovers Left)> _found = [];
    private EquatableArray<RunId> _shown = [];
    private string _outcome = "";
    private bool _isCleaning;

    [Inject]
    public required BuildService Builds { get; init; }

    /// <summary>The runs to look at; those that ended in order have left nothing.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BuildRun> Runs { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var interrupted = Runs.Where(run => run.State == RunState.Interrupted).Select(run => run.Id).ToEquatableArray();
        if (interrupted == _shown)
        {
            return;
        }

        _shown = interrupted;
        _outcome = "";
        await LookAsync();
    }

    private async Task LookAsync()
    {
        List<(BuildRun, RunLeftovers)> found = [];
        foreach (var run in Runs.Where(run => run.State == RunState.Interrupted))
        {
            var left = await Builds.FindLeftoversAsync(run);
            if (!left.IsEmpty || left.Unproven.Count > 0)
            {
                found.Add((run, left));
            }
        }

        _found = found;
    }

    private async Task CleanUpAsync(BuildRun run)
    {
        _isCleaning = true;
        var left = await Builds.CleanUpAsync(run);
        _isCleaning = false;
        _outcome = left.IsEmpty ? "Everything that the build left is removed." : "";
        await LookAsync();
    }
}
