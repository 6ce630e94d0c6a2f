using System.Buffers.Binary;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// What the index holds about one line, in 16 bytes: little endian, the offset after the line's line feed in the text (8),
/// milliseconds since the run began (4), the step (2), the stream (1) and a zero byte.
/// </summary>
/// <param name="End">The offset in <c>log.txt</c> just after the line; the next line starts there.</param>
/// <param name="Milliseconds">Since the run began.</param>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Stream">Where the line came from.</param>
public readonly record struct LogIndexEntry(long End, uint Milliseconds, ushort Step, LogStream Stream)
{
    /// <summary>Bytes of one entry, so line n's entry is at (n - 1) times this.</summary>
    public const int Size = 16;

    public static LogIndexEntry Read(ReadOnlySpan<byte> source) => new(
        BinaryPrimitives.ReadInt64LittleEndian(source),
        BinaryPrimitives.ReadUInt32LittleEndian(source[8..]),
        BinaryPrimitives.ReadUInt16LittleEndian(source[12..]),
        (LogStream)source[14]);

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, End);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], Milliseconds);
        BinaryPrimitives.WriteUInt16LittleEndian(target[12..], Step);
        target[14] = (byte)Stream;
        target[15] = 0;
    }
}
