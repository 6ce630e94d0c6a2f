using Microsoft.Win32.SafeHandles;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Repairs a log whose writer was killed: text and index are written one after the other, and a crash can fall between.</summary>
public static class RunLogRecovery
{
    private const int ChunkSize = 1 << 16;

    /// <summary>
    /// Cuts an index entry that is incomplete or points beyond the text, and indexes text that has no entry yet. No line that
    /// reached the disk is lost. A folder without a log is left as it is.
    /// </summary>
    /// <exception cref="IOException">The files cannot be read or written.</exception>
    public static void Repair(string runFolder)
    {
        if (!File.Exists(LogFiles.TextPath(runFolder)))
        {
            return;
        }

        using var text = File.OpenHandle(LogFiles.TextPath(runFolder), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        using var index = File.OpenHandle(LogFiles.IndexPath(runFolder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var length = RandomAccess.GetLength(text);
        var count = RandomAccess.GetLength(index) / LogIndexEntry.Size;
        var last = default(LogIndexEntry);
        var entry = new byte[LogIndexEntry.Size];
        while (count > 0)
        {
            RandomAccess.Read(index, entry, (count - 1) * LogIndexEntry.Size);
            last = LogIndexEntry.Read(entry);
            if (last.End <= length && EndsWithLineFeed(text, last.End))
            {
                break;
            }

            last = default;
            count--;
        }

        RandomAccess.SetLength(index, count * LogIndexEntry.Size);
        if (length > last.End && !EndsWithLineFeed(text, length))
        {
            RandomAccess.Write(text, "\n"u8, length);
            length++;
        }

        IndexRest(text, index, length, count, last);
    }

    private static void IndexRest(SafeFileHandle text, SafeFileHandle index, long length, long count, LogIndexEntry last)
    {
        var chunk = new byte[ChunkSize];
        var entries = new List<byte>();
        var entry = new byte[LogIndexEntry.Size];
        for (var position = last.End; position < length;)
        {
            var read = RandomAccess.Read(text, chunk, position);
            for (var i = 0; i < read; i++)
            {
                if (chunk[i] == '\n')
                {
                    (last with { End = position + i + 1, Stream = LogStream.Output }).Write(entry);
                    entries.AddRange(entry);
                }
            }

            position += read;
        }

        RandomAccess.Write(index, entries.ToArray(), count * LogIndexEntry.Size);
    }

    private static bool EndsWithLineFeed(SafeFileHandle text, long end)
    {
        var last = new byte[1];
        return end > 0 && RandomAccess.Read(text, last, end - 1) == 1 && last[0] == '\n';
    }
}
