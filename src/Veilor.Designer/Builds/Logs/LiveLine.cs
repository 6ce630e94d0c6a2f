namespace Veilor.Designer.Builds.Logs;

/// <summary>A line that a process has begun and not ended: what a terminal shows at the cursor.</summary>
/// <param name="Stream">Where it comes from.</param>
/// <param name="Step">Index of the step that writes it, from 0.</param>
/// <param name="Text">The line, or its beginning.</param>
/// <param name="ByteLength">Its length so far.</param>
/// <param name="IsShortened">True when <paramref name="Text"/> is only the beginning.</param>
public sealed record LiveLine(LogStream Stream, int Step, string Text, long ByteLength, bool IsShortened);
