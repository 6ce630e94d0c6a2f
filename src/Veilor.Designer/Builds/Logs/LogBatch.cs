using System.Buffers;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Lines read together from one stream, on their way to the disk. Their memory is rented, so that a program which writes a gigabyte leaves
/// no gigabyte to collect; whoever holds the batch last gives it back by <see cref="Release"/>.
/// </summary>
/// <param name="stream">Where all of them came from.</param>
/// <param name="step">Index of the step, from 0.</param>
/// <param name="time">When they were read, since the run began.</param>
/// <param name="text">The lines, each with a line feed at its end; rented.</param>
/// <param name="length">Bytes of <paramref name="text"/> that are used.</param>
/// <param name="ends">For each line the offset in <paramref name="text"/> just after its line feed; rented.</param>
/// <param name="count">Lines.</param>
public class LogBatch(LogStream stream, int step, TimeSpan time, byte[] text, int length, int[] ends, int count)
{
    public LogStream Stream => stream;

    public int Step => step;

    public TimeSpan Time => time;

    /// <summary>Lines.</summary>
    public int Count => count;

    public ReadOnlyMemory<byte> Text => text.AsMemory(0, length);

    /// <summary>For each line the offset in <see cref="Text"/> just after its line feed.</summary>
    public ReadOnlySpan<int> Ends => ends.AsSpan(0, count);

    /// <summary>The line with this index in the batch, without its line feed.</summary>
    public ReadOnlySpan<byte> Line(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return text.AsSpan(start, ends[index] - 1 - start);
    }

    /// <summary>Gives the memory back. Nobody may read the batch afterwards.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(text);
        ArrayPool<int>.Shared.Return(ends);
    }
}
