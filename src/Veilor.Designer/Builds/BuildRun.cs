using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>
/// One run of a build plan, as <c>runs/ID/run.json</c> holds it. An immutable value: the service replaces it with each change,
/// so a view may keep one while the run goes on.
/// </summary>
/// <param name="Id">Also the name of the run's folder.</param>
/// <param name="DesignSlug">The folder name of the design it was made from.</param>
/// <param name="DesignTitle">The design's title at that moment.</param>
/// <param name="ImageReference">The name under which the image is built.</param>
/// <param name="State">Where the run stands.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Steps">In the order in which they run.</param>
public sealed record BuildRun(
    RunId Id,
    string DesignSlug,
    string DesignTitle,
    string ImageReference,
    RunState State,
    DateTimeOffset Created,
    EquatableArray<StepRecord> Steps)
{
    /// <summary>The id of the design it was made from (<see cref="Core.Comparing.DesignId"/>); empty for runs of versions that did not write it.</summary>
    public string DesignId { get; init; } = "";

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>In words, why the run failed, was cancelled or interrupted; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>True once nothing about the run can change any more.</summary>
    public bool IsEnded => State is not (RunState.Queued or RunState.Running);

    /// <summary>True when it builds nothing and only boots what an earlier run has made.</summary>
    public bool IsBoot => Steps.All(step => step.Step.Kind == StepKind.Boot);

    /// <summary>True while it goes on only when somebody has run a step's commands in a terminal, since they need root and sudo wants a password.</summary>
    public bool WaitsForPerson => State == RunState.Running && Steps.Any(step => step is { State: StepState.Running, Step.IsForTerminal: true });

    /// <summary>How long the run took, or has taken until <paramref name="now"/>; null while it waits.</summary>
    public TimeSpan? Elapsed(DateTimeOffset now) => Started is { } started ? (Ended ?? now) - started : null;

    /// <summary>
    /// This run, ended. The step that was running gets <paramref name="runningStepState"/>; steps that never began are skipped.
    /// </summary>
    public BuildRun End(RunState state, StepState runningStepState, string? reason, DateTimeOffset now) => this with
    {
        State = state,
        Ended = now,
        Reason = reason,
        Steps = Steps.Select(step => step.State switch
        {
            StepState.Pending => step with { State = StepState.Skipped },
            StepState.Running => step with { State = runningStepState, Ended = now },
            _ => step,
        }).ToEquatableArray(),
    };
}
