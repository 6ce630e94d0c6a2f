using Microsoft.Win32.SafeHandles;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Appends to a run's log. One writer a run; readers need no coordination with it.</summary>
public sealed class RunLogWriter : IDisposable
{
    private readonly SafeFileHandle _text;
    private readonly SafeFileHandle _index;
    private readonly LogTail _tail;
    private byte[] _entries = [];
    private long _length;
    private long _lineCount;

    /// <summary>Creates the log's files in a run's folder.</summary>
    /// <param name="runFolder">An existing folder without a log.</param>
    /// <param name="tail">Receives every line as well, for the views that follow the run.</param>
    public RunLogWriter(string runFolder, LogTail tail)
    {
        _tail = tail;
        _text = File.OpenHandle(LogFiles.TextPath(runFolder), FileMode.Create, FileAccess.Write, FileShare.Read);
        _index = File.OpenHandle(LogFiles.IndexPath(runFolder), FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Lines written so far.</summary>
    public long LineCount => _lineCount;

    /// <summary>Appends batches in one write each to text and index. On success the batches belong to the tail.</summary>
    /// <exception cref="IOException">
    /// The disk is full or failing. Lines before this call are whole; of these lines, the first may be in the log.
    /// </exception>
    public void Append(IReadOnlyList<LogBatch> batches)
    {
        var size = batches.Sum(batch => batch.Count) * LogIndexEntry.Size;
        if (_entries.Length < size)
        {
            _entries = new byte[size];
        }

        var position = 0;
        var start = _length;
        foreach (var batch in batches)
        {
            foreach (var end in batch.Ends)
            {
                new LogIndexEntry(start + end, Milliseconds(batch.Time), (ushort)batch.Step, batch.Stream)
                    .Write(_entries.AsSpan(position));
                position += LogIndexEntry.Size;
            }

            start += batch.Text.Length;
        }

        RandomAccess.Write(_text, [.. batches.Select(batch => batch.Text)], _length);
        RandomAccess.Write(_index, _entries.AsSpan(0, size), _lineCount * LogIndexEntry.Size);
        _length = start;
        _lineCount += size / LogIndexEntry.Size;
        _tail.Append(batches);
    }

    /// <summary>Waits until the disk has everything.</summary>
    /// <exception cref="IOException">The disk is full or failing.</exception>
    public void Flush()
    {
        RandomAccess.FlushToDisk(_text);
        RandomAccess.FlushToDisk(_index);
    }

    public void Dispose()
    {
        _text.Dispose();
        _index.Dispose();
    }

    private static uint Milliseconds(TimeSpan time) => (uint)Math.Clamp(time.TotalMilliseconds, 0, uint.MaxValue);
}
