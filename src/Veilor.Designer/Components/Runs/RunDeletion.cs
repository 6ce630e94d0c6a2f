using MudBlazor;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Components.Runs;

/// <summary>Deletes a run and offers to bring it back.</summary>
internal static class RunDeletion
{
    /// <param name="builds">Deletes it.</param>
    /// <param name="snackbar">Says so.</param>
    /// <param name="run">The run.</param>
    /// <param name="size">Bytes that become free; null when that is not known.</param>
    /// <returns>True when it is out of the history.</returns>
    public static bool Delete(BuildService builds, ISnackbar snackbar, BuildRun run, long? size)
    {
        if (builds.Delete(run.Id) is { } problem)
        {
            snackbar.Add(problem, Severity.Error);
            return false;
        }

        var freed = size is { } bytes ? $" {RunFormat.Size(bytes)} become free." : "";
        snackbar.Add($"The build of {run.DesignTitle} is deleted.{freed}", Severity.Normal, options =>
        {
            options.Action = "Undo";
            options.OnClick = _ =>
            {
                if (!builds.Restore(run.Id))
                {
                    snackbar.Add("It is too late to bring the build back.", Severity.Warning);
                }

                return Task.CompletedTask;
            };
            options.VisibleStateDuration = (int)BuildService.UndoTime.TotalMilliseconds - 2_000;
        });
        return true;
    }
}
