using System.Text;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Holds the line that one stream has begun, as bytes in one array: a stream at full speed changes it thousands of times a second, and
/// views read it ten times. Safe for use by several threads.
/// </summary>
/// <param name="stream">The stream.</param>
internal sealed class LiveLineSlot(LogStream stream)
{
    /// <summary>A longer line is held shortened to this many bytes.</summary>
    private const int Capacity = 4_096;

    private readonly Lock _lock = new();
    private readonly byte[] _text = new byte[Capacity];
    private int _length;
    private int _byteLength;
    private int _step;

    /// <summary>The line as it is now; null when none is begun.</summary>
    public LiveLine? Line
    {
        get
        {
            lock (_lock)
            {
                return _length == 0 ? null : new LiveLine(stream, _step, Encoding.UTF8.GetString(_text, 0, _length), _byteLength, _byteLength > _length);
            }
        }
    }

    /// <summary>Replaces the line.</summary>
    /// <returns>False when there was none and is none.</returns>
    public bool Set(int step, ReadOnlySpan<byte> text)
    {
        lock (_lock)
        {
            if (text.IsEmpty && _length == 0)
            {
                return false;
            }

            _length = text.Length <= Capacity ? text.Length : LogText.WholeCharacters(text[..Capacity]);
            _byteLength = text.Length;
            text[.._length].CopyTo(_text);
            _step = step;
            return true;
        }
    }
}
