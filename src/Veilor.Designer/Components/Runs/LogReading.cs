using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Components.Runs;

/// <summary>A view's reading of a log: what its filter lets through, kept up as the log grows. Not safe for use by several threads.</summary>
/// <param name="open">Opens the log; null while there is none.</param>
public sealed class LogReading(Func<RunLogReader?> open) : IDisposable
{
    private RunLogReader? _log;
    private LineRanges? _selected;
    private long _lookedAt;
    private int _choices;

    /// <summary>Lines in the log when it was looked at last.</summary>
    public long LineCount { get; private set; }

    /// <summary>The rows of what is shown.</summary>
    public LogRows Rows { get; private set; } = new(0, null, []);

    /// <summary>The filter by which the rows are chosen.</summary>
    public LogFilter Filter { get; private set; } = LogFilter.Everything;

    /// <summary>
    /// Chooses the rows by another filter. Lines are looked for on another thread, which takes a while in a log of many million; until they are
    /// found the rows are those of the old one.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when a later choice has come first, and nothing was changed.</returns>
    public async Task<bool> FilterAsync(LogFilter filter, CancellationToken cancellation)
    {
        var choice = ++_choices;
        _log ??= open();
        var (log, last) = (_log, _log?.LineCount ?? 0);
        var selected = filter == LogFilter.Everything ? null
            : log is null ? new LineRanges()
            : await Task.Run(() => log.Select(filter, 1, last, cancellation), cancellation);
        if (choice != _choices)
        {
            return false;
        }

        (Filter, _selected, _lookedAt) = (filter, selected, last);
        return true;
    }

    /// <summary>Looks at the log's end.</summary>
    /// <param name="run">The run as it stands: its steps have the headings.</param>
    public void Refresh(BuildRun run)
    {
        _log ??= open();
        LineCount = _log?.LineCount ?? 0;
        if (_selected is not null && _log is not null && LineCount > _lookedAt)
        {
            _selected.AddRange(_log.Select(Filter, _lookedAt + 1, LineCount));
            _lookedAt = LineCount;
        }

        Rows = new LogRows(LineCount, _selected, [.. run.Steps.Index()
            .Where(step => step.Item.FirstLogLine is not null)
            .Select(step => new LogHeading(step.Index, Math.Min(step.Item.FirstLogLine!.Value, LineCount + 1)))]);
    }

    /// <summary>Rows with their lines; a heading has none.</summary>
    /// <param name="first">Index of the first row, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="longestLine">Bytes of a line that are read.</param>
    public IReadOnlyList<LogRowContent> Read(long first, int count, int longestLine)
    {
        var rows = Rows.Read(first, count);
        var lines = new Dictionary<long, LogLine>(rows.Count);
        for (var i = 0; i < rows.Count && _log is not null;)
        {
            if (rows[i].IsHeading)
            {
                i++;
                continue;
            }

            var length = 1;
            while (i + length < rows.Count && rows[i + length].Line == rows[i].Line + length)
            {
                length++;
            }

            foreach (var line in _log.Read(rows[i].Line, length, longestLine))
            {
                lines[line.Number] = line;
            }

            i += length;
        }

        return [.. rows.Where(row => row.IsHeading || lines.ContainsKey(row.Line)).Select(row => new LogRowContent(row, lines.GetValueOrDefault(row.Line)))];
    }

    /// <summary>Numbers of the shown lines that contain a text, out of those that were there when the log was looked at last.</summary>
    /// <param name="text">What is looked for.</param>
    /// <param name="first">Number of the first line to look at, from 1.</param>
    /// <param name="last">Number of the last one, at most <see cref="LineCount"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<long>> SearchAsync(string text, long first, long last, CancellationToken cancellation)
    {
        if (_log is not { } log || text.Length == 0 || last < first)
        {
            return [];
        }

        var shown = _selected;
        var hits = await Task.Run(() => log.Search(text, first, last, cancellation), cancellation);
        return shown is null ? hits : [.. hits.Where(shown.Contains)];
    }

    public void Dispose() => _log?.Dispose();
}
