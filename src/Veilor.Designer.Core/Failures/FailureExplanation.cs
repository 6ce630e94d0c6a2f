using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Failures;

/// <summary>A failure in words: what happened, which field to change, what to run.</summary>
/// <param name="Id">The id of the <see cref="KnownFailure"/>; empty for an unknown failure, of which the line is all that is known.</param>
/// <param name="Line">Number of the line that says it, from 1.</param>
/// <param name="Text">That line, without colours.</param>
/// <param name="Cause">What went wrong; empty for an unknown failure.</param>
/// <param name="Advice">What to do about it; empty for an unknown failure.</param>
/// <param name="Field">The path of the field to change; empty when the machine is the cause.</param>
/// <param name="Commands">Commands that show more or mend it.</param>
public sealed record FailureExplanation(
    string Id, long Line, string Text, string Cause, string Advice, string Field, EquatableArray<string> Commands)
{
    /// <summary>True when the failure is one of <see cref="KnownFailures"/>.</summary>
    public bool IsKnown => Id.Length > 0;

    /// <summary>True when the line often only repeats what an earlier one says, or when tools go on after it: the first error line tells more.</summary>
    public bool IsVague { get; init; }
}
