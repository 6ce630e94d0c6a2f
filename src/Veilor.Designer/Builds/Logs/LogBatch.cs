namespace Veilor.Designer.Builds.Logs;

/// <summary>Lines read together from one stream, on their way to the disk.</summary>
/// <param name="Stream">Where all of them came from.</param>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Time">When they were read, since the run began.</param>
/// <param name="Text">The lines, each with a line feed at its end.</param>
/// <param name="Ends">For each line the offset in <paramref name="Text"/> just after its line feed.</param>
public record LogBatch(LogStream Stream, int Step, TimeSpan Time, byte[] Text, int[] Ends)
{
    /// <summary>The line with this index in the batch, without its line feed.</summary>
    public ReadOnlySpan<byte> Line(int index)
    {
        var start = index == 0 ? 0 : Ends[index - 1];
        return Text.AsSpan(start, Ends[index] - 1 - start);
    }
}
