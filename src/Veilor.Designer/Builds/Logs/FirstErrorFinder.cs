using System.Text.RegularExpressions;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Finds the log line that says why a step failed.</summary>
/// <remarks>
/// podman prints a heading (<c>STEP 3/9: RUN …</c>, in a build of several stages <c>[2/2] STEP 3/9: RUN …</c>) before each instruction and one closing line (<c>Error: building at STEP …</c>)
/// that only repeats it (buildah, imagebuildah/stage_executor.go). What the reader needs is the first complaint between the two.
/// </remarks>
public static partial class FirstErrorFinder
{
    /// <summary>Only this many lines before the step's end are looked at; a cause lies near the end.</summary>
    public const int Window = 50_000;

    private const int PageSize = 1_000;
    private const int LongestLine = 4_096;

    /// <summary>
    /// The first line after the last heading that reads like an error, or the one that such a line announces with a colon; else the line with which podman ends; else the last line
    /// on standard error; else the last line. Null when the step wrote nothing.
    /// </summary>
    /// <param name="log">The run's log.</param>
    /// <param name="firstLine">Number of the step's first line, from 1.</param>
    /// <param name="lastLine">Number of its last line.</param>
    public static LogLine? Find(RunLogReader log, long firstLine, long lastLine)
    {
        LogLine? complaint = null, closing = null, lastError = null, last = null;
        for (var first = Math.Max(firstLine, lastLine - Window + 1); first <= lastLine; first += PageSize)
        {
            foreach (var line in log.Read(first, (int)Math.Min(PageSize, lastLine - first + 1), LongestLine))
            {
                if (line.Stream == LogStream.Note)
                {
                    continue;
                }

                if (line.Stream == LogStream.Output && Heading().IsMatch(line.Text))
                {
                    complaint = null;
                }
                else if (line.Text.StartsWith("Error: ", StringComparison.Ordinal))
                {
                    closing = line;
                }
                else if ((complaint is null || Introduces(complaint)) && Complaint().IsMatch(AnsiText.Strip(line.Text)))
                {
                    complaint = line;
                }

                lastError = line.Stream == LogStream.Error ? line : lastError;
                last = line;
            }
        }

        return complaint ?? closing ?? lastError ?? last;
    }

    /// <summary>True when the text reads like an error; used to mark lines in the log as well.</summary>
    public static bool ReadsLikeError(string text) => Complaint().IsMatch(text);

    /// <summary>True for a line such as "Failed to resolve the transaction:", whose cause follows.</summary>
    private static bool Introduces(LogLine line) => AnsiText.Strip(line.Text).TrimEnd().EndsWith(':');

    [GeneratedRegex(@"^(?:\[[0-9]+/[0-9]+\] )?STEP ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"\b(?:error|fatal|failed|failure|cannot|unable to|not found|no such file|no match for|no space left|denied|refused|panic)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Complaint();
}
