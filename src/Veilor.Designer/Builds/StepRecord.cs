using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>What became of one step of a run.</summary>
/// <param name="Step">The command, as it was run.</param>
/// <param name="State">Where it stands.</param>
public sealed record StepRecord(BuildStep Step, StepState State = StepState.Pending)
{
    /// <summary>The arguments of the plan, when the run has put what it found into the command; null when it ran as planned.</summary>
    public EquatableArray<string>? PlannedArguments { get; init; }

    /// <summary>The command as the plan has it, to run anew: placeholders stand for what only a run finds out, such as the digest of its push.</summary>
    public BuildStep Planned => PlannedArguments is { } arguments ? Step with { Arguments = arguments } : Step;

    /// <summary>
    /// True for a step of an earlier version's record, which holds the command as it was run and not as it was planned: run again, it takes the same
    /// digest or file.
    /// </summary>
    public bool LacksPlan => Started is not null && PlannedArguments is null && Step.Arguments.Any(argument =>
        (Step.Id == BuildPlanner.SignStepId && argument.Contains("@sha256:", StringComparison.Ordinal) && !argument.Contains(RunPaths.DigestPlaceholder, StringComparison.Ordinal))
        || (Step.Kind == StepKind.Boot && argument.StartsWith($"file={RunPaths.Artifacts}/", StringComparison.Ordinal) && !argument.Contains(RunPaths.MadeFile, StringComparison.Ordinal)));

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>The process's exit status, 0 to 255; 128 and a signal's number when one ended it. Null until it ended.</summary>
    public int? ExitStatus { get; init; }

    /// <summary>Number of the first log line written during the step, from 1; null before it began.</summary>
    public long? FirstLogLine { get; init; }

    /// <summary>Number of the log line that says why the step failed, from 1; null when it did not fail or wrote nothing.</summary>
    public long? FailureLogLine { get; init; }

    /// <summary>The text of <see cref="FailureLogLine"/>, at most 500 characters, so that lists need not open the log.</summary>
    public string? FailureText { get; init; }

    /// <summary>In words, why the step failed, or will while it runs, and what to change; null when it did not fail or the failure is not known.</summary>
    public FailureExplanation? Explanation { get; init; }

    /// <summary>How long the step took, or has taken until <paramref name="now"/>; null before it began.</summary>
    public TimeSpan? Elapsed(DateTimeOffset now) => Started is { } started ? (Ended ?? now) - started : null;
}
