using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Reads a run's log, while it is written and after. Any line is reached with one read of the index and one of the text.
/// </summary>
/// <remarks>Safe for use by several threads. Dispose it when the view goes away; the log does not mind how many there are.</remarks>
public sealed class RunLogReader : IDisposable
{
    /// <summary>Lines longer than this many bytes are read one by one and shortened as asked, so that a page never needs much memory.</summary>
    private const long LargestPage = 4 << 20;

    /// <summary>Index entries that are read together when lines are selected: 64 KiB.</summary>
    private const int IndexPage = 1 << 12;

    private readonly SafeFileHandle _text;
    private readonly SafeFileHandle _index;
    private readonly LogTail? _tail;

    private RunLogReader(SafeFileHandle text, SafeFileHandle index, LogTail? tail)
    {
        _text = text;
        _index = index;
        _tail = tail;
    }

    /// <summary>Lines in the log at this moment.</summary>
    public long LineCount => RandomAccess.GetLength(_index) / LogIndexEntry.Size;

    /// <summary>Opens the log in a run's folder, or gives null when the run has none yet.</summary>
    /// <param name="runFolder">The folder <c>runs/ID</c>.</param>
    /// <param name="tail">The newest lines in memory, when the run is under way.</param>
    public static RunLogReader? TryOpen(string runFolder, LogTail? tail = null)
    {
        try
        {
            var index = File.OpenHandle(LogFiles.IndexPath(runFolder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var text = File.OpenHandle(LogFiles.TextPath(runFolder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new RunLogReader(text, index, tail);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads lines in order.</summary>
    /// <param name="first">Number of the first line wanted, from 1.</param>
    /// <param name="count">How many; fewer come back at the log's end.</param>
    /// <param name="maximumBytes">Longer lines come back shortened to this many bytes.</param>
    public IReadOnlyList<LogLine> Read(long first, int count, int maximumBytes = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        count = (int)Math.Min(count, LineCount - first + 1);
        if (count <= 0)
        {
            return [];
        }

        if (_tail?.TryRead(first, count, maximumBytes) is { } recent)
        {
            return recent;
        }

        var (start, entries) = ReadIndex(first, count);
        var page = entries[^1].End - start <= LargestPage ? ReadText(start, entries[^1].End) : null;
        var lines = new LogLine[count];
        var lineStart = start;
        for (var i = 0; i < count; i++)
        {
            var entry = entries[i];
            var length = entry.End - 1 - lineStart;
            ReadOnlySpan<byte> bytes = page is not null
                ? page.AsSpan((int)(lineStart - start), (int)length)
                : ReadText(lineStart, lineStart + Math.Min(length, maximumBytes));
            lines[i] = LogText.Line(
                first + i, entry.Step, entry.Stream, TimeSpan.FromMilliseconds(entry.Milliseconds), bytes, length, maximumBytes);
            lineStart = entry.End;
        }

        return lines;
    }

    /// <summary>Finds lines that contain <paramref name="text"/>, whatever its case; escapes for colour do not count as text.</summary>
    /// <returns>The numbers of the lines, rising.</returns>
    public IReadOnlyList<long> Search(string text, CancellationToken cancellation = default) => Search(text, 1, LineCount, cancellation);

    /// <summary>The same for some lines, such as those that have come since the last search.</summary>
    /// <param name="text">What is looked for.</param>
    /// <param name="first">Number of the first line to look at, from 1.</param>
    /// <param name="last">Number of the last one; the log has it already.</param>
    /// <param name="cancellation">Gives up.</param>
    public IReadOnlyList<long> Search(string text, long first, long last, CancellationToken cancellation = default) => text.Length == 0 || last < first
        ? []
        : LogSearch.Find(
            _text, ReadIndex(first, 1).Start, ReadIndex(last, 1).Entries[0].End, first, SearchValues.Create([text], StringComparison.OrdinalIgnoreCase), null, cancellation);

    /// <summary>Finds the lines that a filter lets through.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="first">Number of the first line to look at, from 1.</param>
    /// <param name="last">Number of the last one; the log has it already.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their numbers, rising.</returns>
    public LineRanges Select(LogFilter filter, long first, long last, CancellationToken cancellation = default)
    {
        var selected = new LineRanges();
        if (last < first)
        {
            return selected;
        }

        if (filter.Words is { } words)
        {
            var streams = filter.ShowsAllStreams ? null : Select(filter with { Least = LogSeverity.Ordinary }, first, last, cancellation);
            var (start, _) = ReadIndex(first, 1);
            var end = ReadIndex(last, 1).Entries[0].End;
            foreach (var number in LogSearch.Find(_text, start, end, first, words, filter.Sounds, cancellation))
            {
                if (streams?.Contains(number) ?? true)
                {
                    selected.Add(number);
                }
            }

            return selected;
        }

        var page = ArrayPool<byte>.Shared.Rent(IndexPage * LogIndexEntry.Size);
        for (var from = first; from <= last; from += IndexPage)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = page.AsSpan(0, (int)Math.Min(IndexPage, last - from + 1) * LogIndexEntry.Size);
            ReadFully(_index, entries, (from - 1) * LogIndexEntry.Size);
            for (var i = 0; i < entries.Length; i += LogIndexEntry.Size)
            {
                if (filter.Shows(LogIndexEntry.Read(entries[i..]).Stream))
                {
                    selected.Add(from + (i / LogIndexEntry.Size));
                }
            }
        }

        ArrayPool<byte>.Shared.Return(page);
        return selected;
    }

    public void Dispose()
    {
        _text.Dispose();
        _index.Dispose();
    }

    private (long Start, LogIndexEntry[] Entries) ReadIndex(long first, int count)
    {
        var before = first > 1 ? 1 : 0;
        var bytes = new byte[(count + before) * LogIndexEntry.Size];
        ReadFully(_index, bytes, (first - 1 - before) * LogIndexEntry.Size);
        var entries = new LogIndexEntry[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = LogIndexEntry.Read(bytes.AsSpan((i + before) * LogIndexEntry.Size));
        }

        return (before == 0 ? 0 : LogIndexEntry.Read(bytes).End, entries);
    }

    private byte[] ReadText(long start, long end)
    {
        var bytes = new byte[end - start];
        ReadFully(_text, bytes, start);
        return bytes;
    }

    private static void ReadFully(SafeFileHandle file, Span<byte> target, long offset)
    {
        while (!target.IsEmpty)
        {
            var read = RandomAccess.Read(file, target, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The log is shorter than its index says.");
            }

            target = target[read..];
            offset += read;
        }
    }
}
