namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// The newest lines of a running build, in memory: a ring of batches that drops the oldest beyond a size. Views that follow the
/// log read from here, so a million lines a minute cost them no disk. The batches belong to the tail, which gives back their memory.
/// </summary>
/// <remarks>Safe for any number of readers beside one writer.</remarks>
public sealed class LogTail
{
    /// <summary>Bytes of text kept, at least the newest batch.</summary>
    public const int Capacity = 1 << 20;

    private readonly Lock _lock = new();
    private readonly Queue<(long FirstNumber, LogBatch Batch)> _batches = new();
    private long _nextNumber = 1;
    private long _bytes;

    public void Append(IReadOnlyList<LogBatch> batches)
    {
        lock (_lock)
        {
            foreach (var batch in batches)
            {
                _batches.Enqueue((_nextNumber, batch));
                _nextNumber += batch.Count;
                _bytes += batch.Text.Length;
            }

            while (_bytes > Capacity && _batches.Count > 1)
            {
                var oldest = _batches.Dequeue().Batch;
                _bytes -= oldest.Text.Length;
                oldest.Release();
            }
        }
    }

    /// <summary>Reads lines when all that are asked for are still here; otherwise null, and the disk has them.</summary>
    /// <param name="first">Number of the first line wanted, from 1.</param>
    /// <param name="count">How many; fewer come back at the log's end.</param>
    /// <param name="maximumBytes">Longer lines come back shortened to this many bytes.</param>
    public IReadOnlyList<LogLine>? TryRead(long first, int count, int maximumBytes)
    {
        var last = first + count;
        var lines = new List<LogLine>(count);
        lock (_lock)
        {
            if (_batches.Count == 0 || first < _batches.Peek().FirstNumber)
            {
                return null;
            }

            foreach (var (firstNumber, batch) in _batches.Where(item => item.FirstNumber < last && item.FirstNumber + item.Batch.Count > first))
            {
                var begin = (int)Math.Max(0, first - firstNumber);
                var end = (int)Math.Min(batch.Count, last - firstNumber);
                for (var i = begin; i < end; i++)
                {
                    lines.Add(LogText.Line(firstNumber + i, batch.Step, batch.Stream, batch.Time, batch.Line(i), batch.Line(i).Length, maximumBytes));
                }
            }
        }

        return lines;
    }
}
