namespace Veilor.Designer.Builds.Logs;

/// <summary>Finds the log line that says why a step failed.</summary>
public static class FirstErrorFinder
{
    /// <summary>Only this many lines before the step's end are looked at; a cause lies near the end.</summary>
    public const int Window = 50_000;

    private const int PageSize = 1_000;
    private const int LongestLine = 4_096;

    /// <summary>The line that <see cref="FirstErrorSearch"/> finds; null when the step wrote nothing.</summary>
    /// <param name="log">The run's log.</param>
    /// <param name="firstLine">Number of the step's first line, from 1.</param>
    /// <param name="lastLine">Number of its last line.</param>
    public static FirstError? Find(RunLogReader log, long firstLine, long lastLine)
    {
        var search = new FirstErrorSearch();
        for (var first = Math.Max(firstLine, lastLine - Window + 1); first <= lastLine; first += PageSize)
        {
            foreach (var line in log.Read(first, (int)Math.Min(PageSize, lastLine - first + 1), LongestLine))
            {
                search.Add(line.Number, AnsiText.Strip(line.Text), line.Stream);
            }
        }

        return search.Found;
    }
}
