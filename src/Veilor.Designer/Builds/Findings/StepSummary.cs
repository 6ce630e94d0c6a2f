using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Builds.Findings;

/// <summary>What a failed check says in a line.</summary>
/// <param name="Text">For the step list.</param>
/// <param name="Line">Number of the log line, from 1.</param>
/// <param name="Explanation">What to change, when the check itself says it; null when the log must be read for it.</param>
internal sealed record StepSummary(string Text, long Line, FailureExplanation? Explanation = null);
