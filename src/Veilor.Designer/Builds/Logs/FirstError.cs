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
}
