using System.Buffers;
using System.Text;
using System.Threading.Channels;
using CliWrap;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Carries output from the processes to the disk: readers cut it into lines and put batches into a bounded channel, one loop
/// takes what has gathered and appends it in one write. A full channel makes the readers wait, then the pipe fills and the
/// process itself waits: memory stays bounded and no line is dropped.
/// </summary>
public sealed class LogPump : IDisposable
{
    /// <summary>Bytes taken at once, so that with the line begun before they mostly fit into a batch's first array.</summary>
    private const int ReadSize = LogBatchBuilder.TextCapacity - 4_096;

    /// <summary>Few: what waits here is what a page shows late when the disk is slower than the program.</summary>
    private const int ChannelCapacity = 8;

    private readonly Channel<LogBatch> _channel = Channel.CreateBounded<LogBatch>(
        new BoundedChannelOptions(ChannelCapacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly RunLogWriter _writer;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Action _changed;
    private readonly TaskCompletionSource<string> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;
    private readonly LiveLineSlot[] _live = [new(LogStream.Output), new(LogStream.Error)];

    /// <summary>Starts writing into <paramref name="runFolder"/>.</summary>
    /// <param name="runFolder">The folder <c>runs/ID</c>, without a log.</param>
    /// <param name="time">Line times count from now.</param>
    /// <param name="changed">Called, often and from any thread, when there are new lines or a new live line.</param>
    /// <exception cref="IOException">The log's files cannot be created.</exception>
    public LogPump(string runFolder, TimeProvider time, Action changed)
    {
        _writer = new RunLogWriter(runFolder, Tail);
        _time = time;
        _started = time.GetTimestamp();
        _changed = changed;
        _loop = Task.Run(WriteAllAsync);
    }

    /// <summary>The newest lines.</summary>
    public LogTail Tail { get; } = new();

    /// <summary>
    /// Ends with the reason in words when the log cannot be written any more, for example because the disk is full. From then on
    /// lines are taken and dropped, so that the processes can be ended in order.
    /// </summary>
    public Task<string> Fault => _fault.Task;

    /// <summary>Lines begun but not ended, such as progress bars; at most one a stream, shortened to 4 KiB.</summary>
    public IReadOnlyList<LiveLine> Live => [.. _live.Select(slot => slot.Line).OfType<LiveLine>()];

    /// <summary>Lines written so far. Exact once <see cref="DrainAsync"/> has returned.</summary>
    public long LineCount => _writer.LineCount;

    /// <summary>A target for one stream of one step's process.</summary>
    public PipeTarget CreateTarget(LogStream stream, int step) =>
        PipeTarget.Create((source, cancellation) => ReadAllAsync(source, stream, step, cancellation));

    /// <summary>Adds a line of the build service's own.</summary>
    public async Task NoteAsync(int step, string text)
    {
        var lines = new LogBatchBuilder();
        lines.Add(Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" ")));
        await _channel.Writer.WriteAsync(lines.Take(LogStream.Note, step, _time.GetElapsedTime(_started)), CancellationToken.None);
    }

    /// <summary>Waits until everything handed over before this call is in the log, or has been given up.</summary>
    public async Task DrainAsync()
    {
        var marker = new Marker();
        await _channel.Writer.WriteAsync(marker, CancellationToken.None);
        await marker.Reached.Task;
    }

    /// <summary>Writes the rest, syncs it to the disk and stops. No line may be added afterwards.</summary>
    public async Task CompleteAsync()
    {
        _channel.Writer.TryComplete();
        await _loop;
    }

    public void Dispose() => _writer.Dispose();

    private async Task ReadAllAsync(Stream source, LogStream stream, int step, CancellationToken cancellation)
    {
        var splitter = new LineSplitter();
        var lines = new LogBatchBuilder();
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer.AsMemory(0, ReadSize), cancellation)) > 0)
            {
                splitter.Write(buffer.AsSpan(0, read), lines);
                SetLive(stream, step, splitter.Live);
                await SendAsync(lines, stream, step, cancellation);
            }

            splitter.Complete(lines);
            await SendAsync(lines, stream, step, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            SetLive(stream, step, []);
        }
    }

    private async ValueTask SendAsync(LogBatchBuilder lines, LogStream stream, int step, CancellationToken cancellation)
    {
        if (!lines.IsEmpty)
        {
            await _channel.Writer.WriteAsync(lines.Take(stream, step, _time.GetElapsedTime(_started)), cancellation);
        }
    }

    private void SetLive(LogStream stream, int step, ReadOnlySpan<byte> text)
    {
        if (_live[(int)stream].Set(step, text))
        {
            _changed();
        }
    }

    private async Task WriteAllAsync()
    {
        List<LogBatch> gathered = [];
        while (await _channel.Reader.WaitToReadAsync())
        {
            gathered.Clear();
            Marker? marker = null;
            while (marker is null && gathered.Count < ChannelCapacity && _channel.Reader.TryRead(out var batch))
            {
                marker = batch as Marker;
                if (marker is null)
                {
                    gathered.Add(batch);
                }
            }

            if (!TryWrite(() => _writer.Append(gathered)))
            {
                gathered.ForEach(batch => batch.Release());
            }

            _changed();
            marker?.Reached.TrySetResult();
        }

        TryWrite(_writer.Flush);
    }

    private bool TryWrite(Action write)
    {
        if (_fault.Task.IsCompleted)
        {
            return false;
        }

        try
        {
            write();
            return true;
        }
        catch (IOException exception)
        {
            _fault.TrySetResult(exception.Message);
            return false;
        }
    }

    /// <summary>Travels through the channel behind the lines that <see cref="DrainAsync"/> waits for.</summary>
    private sealed class Marker() : LogBatch(LogStream.Note, 0, default, [], 0, [], 0)
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
