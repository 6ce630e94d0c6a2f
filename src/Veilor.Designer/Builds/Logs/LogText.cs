using System.Text;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Turns stored bytes into text for people.</summary>
internal static class LogText
{
    /// <summary>Makes a line of the bytes at hand, of which at most <paramref name="maximumBytes"/> become text.</summary>
    public static LogLine Line(
        long number, int step, LogStream stream, TimeSpan time, ReadOnlySpan<byte> bytes, long byteLength, int maximumBytes)
    {
        var isShortened = byteLength > maximumBytes;
        var kept = isShortened ? bytes[..WholeCharacters(bytes[..Math.Min(bytes.Length, maximumBytes)])] : bytes;
        return new LogLine(number, step, stream, time, Encoding.UTF8.GetString(kept), byteLength) { IsShortened = isShortened };
    }

    /// <summary>The length up to the last whole UTF-8 character, so that shortening leaves no half of one.</summary>
    public static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0b1100_0000) == 0b1000_0000)
            {
                continue;
            }

            var length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            return length > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }
}
