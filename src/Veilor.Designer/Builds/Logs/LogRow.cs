namespace Veilor.Designer.Builds.Logs;

/// <summary>One row of a log view: a line, or the heading of a step.</summary>
/// <param name="Index">Its place among the rows, from 0.</param>
/// <param name="Line">Number of the line, from 1; 0 for a heading.</param>
/// <param name="Step">Index of the step that a heading begins; -1 for a line.</param>
public readonly record struct LogRow(long Index, long Line, int Step)
{
    public bool IsHeading => Step >= 0;
}
