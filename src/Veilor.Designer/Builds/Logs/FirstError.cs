using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Builds.Logs;

/// <summary>The line that says why a step failed.</summary>
/// <param name="Line">Its number in the log, from 1.</param>
/// <param name="Text">Its text, without colours.</param>
/// <param name="Instruction">The heading of the Containerfile's instruction it belongs to, such as <c>STEP 3/9: RUN make</c>; empty when podman printed none.</param>
public sealed record FirstError(long Line, string Text, string Instruction)
{
    private const int LongestInstruction = 120;

    /// <summary>The text with the instruction behind it, for people.</summary>
    public string TextWithInstruction => Instruction.Length == 0
        ? Text
        : $"{Text} (in {(Instruction.Length > LongestInstruction ? Instruction[..LongestInstruction] + "…" : Instruction)})";

    /// <summary>True when this line tells more than the one that a known failure was found in.</summary>
    /// <param name="explanation">What is known; null when nothing is.</param>
    public bool Precedes(FailureExplanation? explanation) => explanation is null || (explanation.IsVague && Line < explanation.Line);
}
