namespace Veilor.Designer.Builds;

/// <summary>How long a run will take, judged by earlier ones of the same design.</summary>
/// <param name="Steps">For each step how long it took before; null where it never succeeded.</param>
public sealed record RunEstimate(IReadOnlyList<TimeSpan?> Steps)
{
    /// <summary>Only so many of the newest runs count: what a build costs changes with its packages and its cache.</summary>
    public const int Runs = 5;

    /// <summary>The whole run; null when no step has a past.</summary>
    public EstimatedTime? Total => Steps.All(step => step is null) ? null : new(Sum(Steps), Steps.Contains(null));

    /// <summary>The median of each step's durations in the newest runs of the design in which it succeeded.</summary>
    /// <param name="run">The run to judge.</param>
    /// <param name="history">Other runs, newest first; later ones than <paramref name="run"/> do not count.</param>
    public static RunEstimate Of(BuildRun run, IEnumerable<BuildRun> history)
    {
        var earlier = history.Where(other => other.DesignSlug == run.DesignSlug && other.Id < run.Id && other.IsEnded).ToList();
        return new RunEstimate([.. run.Steps.Select(step => Median(earlier
            .SelectMany(other => other.Steps)
            .Where(other => other.Step.Id == step.Step.Id && other is { State: StepState.Succeeded, Started: not null, Ended: not null })
            .Take(Runs)
            .Select(other => other.Ended!.Value - other.Started!.Value)))]);
    }

    /// <summary>What is left of a run, or null when no step that is left has a past. A step that takes longer than before has nothing left.</summary>
    public EstimatedTime? Remaining(BuildRun run, DateTimeOffset now)
    {
        var left = run.Steps.Zip(Steps).Where(pair => pair.First.State is StepState.Pending or StepState.Running).Select(pair => pair switch
        {
            ({ State: StepState.Running, Started: { } started }, { } usual) => TimeSpan.FromTicks(Math.Max(0, (usual - (now - started)).Ticks)),
            _ => pair.Second,
        }).ToList();
        return left.Count > 0 && left.All(step => step is null) ? null : new(Sum(left), left.Contains(null));
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan?> steps) => steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + (step ?? TimeSpan.Zero));

    private static TimeSpan? Median(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToList();
        return sorted.Count == 0 ? null : sorted[sorted.Count / 2];
    }
}
