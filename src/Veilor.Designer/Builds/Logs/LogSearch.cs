using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Full-text search over a log's text file, a megabyte at a time: a chunk is decoded once and searched as a whole, and lines are
/// counted only up to hits, which is what makes a hundred megabytes a matter of moments.
/// </summary>
internal static class LogSearch
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Numbers of the lines in a part of the text that contain a needle.</summary>
    /// <param name="file">The text.</param>
    /// <param name="start">Offset of the first line.</param>
    /// <param name="length">Offset of the end.</param>
    /// <param name="number">Number of the first line.</param>
    /// <param name="needle">What is looked for.</param>
    /// <param name="confirm">Looks at a line that has a needle, without escapes; null takes every one.</param>
    /// <param name="cancellation">Gives up.</param>
    public static IReadOnlyList<long> Find(
        SafeFileHandle file, long start, long length, long number, SearchValues<string> needle, Func<string, bool>? confirm, CancellationToken cancellation)
    {
        var hits = new List<long>();
        var bytes = ArrayPool<byte>.Shared.Rent(ChunkSize);
        var chars = ArrayPool<char>.Shared.Rent(ChunkSize);
        for (var position = start; position < length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var wanted = (int)Math.Min(bytes.Length, length - position);
            var read = RandomAccess.Read(file, bytes.AsSpan(0, wanted), position);
            if (read == 0)
            {
                break;
            }

            var end = bytes.AsSpan(0, read).LastIndexOf((byte)'\n') + 1;
            if (end == 0)
            {
                if (read < wanted)
                {
                    continue;
                }

                Array.Resize(ref bytes, bytes.Length * 2);
                continue;
            }

            if (chars.Length < end)
            {
                chars = new char[bytes.Length];
            }

            var count = Encoding.UTF8.GetChars(bytes.AsSpan(0, end), chars);
            number = FindInLines(WithoutEscapes(chars.AsSpan(0, count)), needle, confirm, number, hits);
            position += end;
        }

        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(chars);
        return hits;
    }

    /// <returns>The number of the line after these.</returns>
    private static long FindInLines(ReadOnlySpan<char> lines, SearchValues<string> needle, Func<string, bool>? confirm, long number, List<long> hits)
    {
        while (!lines.IsEmpty)
        {
            var hit = lines.IndexOfAny(needle);
            if (hit < 0)
            {
                return number + lines.Count('\n');
            }

            var begin = lines[..hit].LastIndexOf('\n') + 1;
            var end = hit + lines[hit..].IndexOf('\n');
            number += lines[..begin].Count('\n');
            if (confirm is null || confirm(lines[begin..end].ToString()))
            {
                hits.Add(number);
            }

            number++;
            lines = lines[(end + 1)..];
        }

        return number;
    }

    private static ReadOnlySpan<char> WithoutEscapes(ReadOnlySpan<char> lines) =>
        lines.Contains('\x1b') ? AnsiText.Strip(lines) : lines;
}
