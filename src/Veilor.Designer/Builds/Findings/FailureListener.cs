using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Builds.Findings;

/// <summary>
/// Reads the log of a step beside it and tells of a known failure as soon as its line is there: podman may go on for minutes after the line that
/// says why it will fail. Only what is certain is told: tools go on after many a complaint. What it tells is a first word; when the step has failed, its whole log is explained.
/// </summary>
/// <param name="open">Opens the log; null while there is none.</param>
/// <param name="context">What is known around the step.</param>
/// <param name="time">The clock.</param>
internal sealed class FailureListener(Func<RunLogReader?> open, FailureContext context, TimeProvider time)
{
    /// <summary>Lines that are compared without a rest.</summary>
    public const int PageSize = 500;

    /// <summary>
    /// After a page it rests this many times as long as the page took: a program at full speed must not be slowed down. No line is passed over; what
    /// comes faster is told later.
    /// </summary>
    private const int RestFactor = 9;

    /// <summary>Bytes of a line that are compared.</summary>
    private const int LongestLine = 1_024;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Listens until the step is over.</summary>
    /// <param name="firstLine">Number of the step's first line, from 1.</param>
    /// <param name="tell">Called with a failure that was found, and with null when it turned out to be none.</param>
    /// <param name="over">Cancelled when the step has ended.</param>
    public async Task ListenAsync(long firstLine, Action<FailureExplanation?> tell, CancellationToken over)
    {
        var translator = new FailureTranslator();
        FailureExplanation? told = null;
        var next = firstLine;
        var rest = Interval;
        while (true)
        {
            await Task.WhenAny(Task.Delay(rest, time, over));
            if (over.IsCancellationRequested)
            {
                // Nobody would be told any more, and the end of the step waits for this.
                return;
            }

            rest = Interval;
            using var log = open();
            if (log is null || log.LineCount < next)
            {
                continue;
            }

            var started = time.GetTimestamp();
            var last = Math.Min(log.LineCount, next + PageSize - 1);
            foreach (var line in log.Read(next, (int)(last - next + 1), LongestLine).Where(line => line.Stream != LogStream.Note))
            {
                translator.Add(line.Number, AnsiText.Strip(line.Text));
            }

            next = last + 1;
            if ((translator.IsCertain ? translator.Explanation(context) : null) is var found && found != told && !over.IsCancellationRequested)
            {
                told = found;
                tell(found);
            }

            if (log.LineCount > last)
            {
                rest = RestFactor * time.GetElapsedTime(started);
            }
        }
    }
}
