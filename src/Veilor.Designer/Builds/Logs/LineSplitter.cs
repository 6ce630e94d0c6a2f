using System.Buffers;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Cuts a process's output into lines. Works on bytes: a line feed or carriage return is never part of another UTF-8
/// character, so characters cut across chunks stay whole, bytes that are not UTF-8 stay as they are, and every way of
/// cutting the same bytes into chunks gives the same lines. A line may have any length.
/// </summary>
/// <remarks>
/// A line feed ends a line. A carriage return says that what follows replaces the line begun, as on a terminal, so a progress
/// bar is one live line and leaves its last state; before a line feed it is part of the line ending.
/// Not safe for use by several threads.
/// </remarks>
public sealed class LineSplitter
{
    private const int KeptCapacity = 1 << 20;

    private ArrayBufferWriter<byte> _live = new();
    private bool _isReturned;

    /// <summary>The line begun but not ended: what a terminal would show at the cursor.</summary>
    public ReadOnlySpan<byte> Live => _live.WrittenSpan;

    /// <summary>Takes the next bytes; every line they end is given to <paramref name="lines"/>.</summary>
    public void Write(ReadOnlySpan<byte> chunk, LogBatchBuilder lines)
    {
        while (!chunk.IsEmpty)
        {
            if (_isReturned)
            {
                if (chunk[0] == '\r')
                {
                    chunk = chunk[1..];
                    continue;
                }

                _isReturned = false;
                if (chunk[0] != '\n')
                {
                    Clear();
                }
            }

            var end = chunk.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                _live.Write(chunk);
                return;
            }

            var part = chunk[..end];
            if (chunk[end] == '\r')
            {
                _live.Write(part);
                _isReturned = true;
            }
            else if (_live.WrittenCount == 0)
            {
                lines.Add(part);
            }
            else
            {
                _live.Write(part);
                lines.Add(_live.WrittenSpan);
                Clear();
            }

            chunk = chunk[(end + 1)..];
        }
    }

    /// <summary>The output has ended: a line without a line feed at its end is a line all the same.</summary>
    public void Complete(LogBatchBuilder lines)
    {
        if (_live.WrittenCount > 0)
        {
            lines.Add(_live.WrittenSpan);
        }

        Clear();
        _isReturned = false;
    }

    private void Clear()
    {
        if (_live.Capacity > KeptCapacity)
        {
            _live = new ArrayBufferWriter<byte>();
        }
        else
        {
            _live.ResetWrittenCount();
        }
    }
}
