namespace Veilor.Designer.Builds.Logs;

/// <summary>One line of a run's log, as a view needs it.</summary>
/// <param name="Number">Its place in the log, from 1, without gaps.</param>
/// <param name="Step">Index of the step that wrote it, from 0.</param>
/// <param name="Stream">Where it came from.</param>
/// <param name="Time">Time since the run began, to the millisecond.</param>
/// <param name="Text">
/// Without the line ending. May hold ANSI escapes. Bytes that are not UTF-8 read as U+FFFD here; the stored log keeps them.
/// </param>
/// <param name="ByteLength">The stored line's length in bytes; more than <paramref name="Text"/> holds when it was asked for shortened.</param>
public sealed record LogLine(long Number, int Step, LogStream Stream, TimeSpan Time, string Text, long ByteLength)
{
    /// <summary>True when <see cref="Text"/> is only the beginning of the line.</summary>
    public bool IsShortened { get; init; }
}
