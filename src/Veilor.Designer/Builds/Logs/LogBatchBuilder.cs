using System.Buffers;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Collects the lines of one read until they travel on as a <see cref="LogBatch"/>. Not safe for use by several threads.</summary>
public sealed class LogBatchBuilder
{
    /// <summary>Bytes of text that a batch takes without a second array.</summary>
    public const int TextCapacity = 1 << 16;

    private const int FirstLines = 1 << 10;

    private byte[] _text = [];
    private int[] _ends = [];
    private int _length;
    private int _count;

    public bool IsEmpty => _count == 0;

    /// <summary>Adds a line, given without its line feed.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        _text = Fit(_text, _length, _length + line.Length + 1, TextCapacity);
        _ends = Fit(_ends, _count, _count + 1, FirstLines);
        line.CopyTo(_text.AsSpan(_length));
        _length += line.Length + 1;
        _text[_length - 1] = (byte)'\n';
        _ends[_count++] = _length;
    }

    /// <summary>Hands the lines over and starts anew. What would leave most of an array empty is copied into a smaller one.</summary>
    public LogBatch Take(LogStream stream, int step, TimeSpan time)
    {
        var batch = new LogBatch(stream, step, time, HandOver(ref _text, _length), _length, HandOver(ref _ends, _count), _count);
        (_length, _count) = (0, 0);
        return batch;
    }

    private static T[] HandOver<T>(ref T[] array, int used)
    {
        var taken = array;
        if (used > array.Length / 2)
        {
            array = [];
            return taken;
        }

        var smaller = ArrayPool<T>.Shared.Rent(used);
        array.AsSpan(0, used).CopyTo(smaller);
        return smaller;
    }

    private static T[] Fit<T>(T[] array, int used, int needed, int least)
    {
        if (needed <= array.Length)
        {
            return array;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, Math.Max(array.Length * 2, least)));
        array.AsSpan(0, used).CopyTo(larger);
        if (array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(array);
        }

        return larger;
    }
}
