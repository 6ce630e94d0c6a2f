using System.Buffers;

namespace Veilor.Designer.Builds.Logs;

/// <summary>Collects the lines of one read until they travel on as a <see cref="LogBatch"/>.</summary>
public sealed class LogBatchBuilder
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly List<int> _ends = [];

    public bool IsEmpty => _ends.Count == 0;

    /// <summary>Adds a line, given without its line feed.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        _text.Write(line);
        _text.Write("\n"u8);
        _ends.Add(_text.WrittenCount);
    }

    /// <summary>Hands the lines over and starts anew.</summary>
    public LogBatch Take(LogStream stream, int step, TimeSpan time)
    {
        var batch = new LogBatch(stream, step, time, _text.WrittenSpan.ToArray(), [.. _ends]);
        _text.ResetWrittenCount();
        _ends.Clear();
        return batch;
    }
}
