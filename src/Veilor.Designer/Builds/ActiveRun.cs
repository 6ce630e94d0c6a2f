using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Builds;

/// <summary>What exists of a run only while it waits or runs.</summary>
internal sealed class ActiveRun
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isServerStopping;

    /// <summary>Requested when the run is to end, whoever wants it.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>True when the server's end is what ends the run, not a person.</summary>
    public bool IsServerStopping => Volatile.Read(ref _isServerStopping) != 0;

    /// <summary>Ends when the run has ended and its record is written.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Keeps other programs off the run; released when it has ended.</summary>
    public required IDisposable Hold { get; init; }

    /// <summary>The log, once the run has begun.</summary>
    public LogPump? Log { get; set; }

    public void RequestStop(bool byServer)
    {
        if (byServer)
        {
            Interlocked.Exchange(ref _isServerStopping, 1);
        }

        _stop.Cancel();
    }

    public void MarkEnded()
    {
        Hold.Dispose();
        _ended.TrySetResult();
    }
}
