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

    public static IReadOnlyList<long> Find(
        SafeFileHandle file, long lineCount, long length, string text, CancellationToken cancellation)
    {
        var hits = new List<long>();
        if (text.Length == 0 || lineCount == 0)
        {
            return hits;
        }

        var needle = SearchValues.Create([text], StringComparison.OrdinalIgnoreCase);
        var bytes = new byte[ChunkSize];
        var chars = new char[ChunkSize];
        var number = 1L;
        for (long position = 0; position < length;)
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
            number = FindInLines(WithoutEscapes(chars.AsSpan(0, count)), needle, number, hits);
            position += end;
        }

        return hits;
    }

    /// <returns>The number of the line after these.</returns>
    private static long FindInLines(ReadOnlySpan<char> lines, SearchValues<string> needle, long number, List<long> hits)
    {
        while (!lines.IsEmpty)
        {
            var hit = lines.IndexOfAny(needle);
            if (hit < 0)
            {
                return number + lines.Count('\n');
            }

            number += lines[..hit].Count('\n');
            hits.Add(number);
            number++;
            lines = lines[(hit + lines[hit..].IndexOf('\n') + 1)..];
        }

        return number;
    }

    private static ReadOnlySpan<char> WithoutEscapes(ReadOnlySpan<char> lines) =>
        lines.Contains('\x1b') ? AnsiText.Strip(lines) : lines;
}
