namespace Veilor.Designer.Builds;

/// <summary>
/// Tells subscribers that something changed, at most once per interval: the first change at once, the ones that follow
/// together. Subscribers look up what is new themselves, so nothing piles up for a slow one.
/// </summary>
/// <remarks>Callbacks run on a pool thread, outside every lock, one round at a time.</remarks>
public sealed class ChangeSignal : IDisposable
{
    /// <summary>The time between two rounds of notifications.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private Subscription[] _subscriptions = [];
    private long _lastRound;
    private bool _isScheduled;
    private bool _isRunning;
    private bool _isDisposed;

    public ChangeSignal(TimeProvider time, ILogger logger)
    {
        _time = time;
        _logger = logger;
        _lastRound = time.GetTimestamp() - (long)(Interval.TotalSeconds * time.TimestampFrequency);
        _timer = time.CreateTimer(_ => Notify(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Calls <paramref name="changed"/> after changes until the token is disposed; a round under way may still call it once.</summary>
    public IDisposable Subscribe(Action changed)
    {
        var subscription = new Subscription(this, changed);
        lock (_lock)
        {
            _subscriptions = [.. _subscriptions, subscription];
        }

        return subscription;
    }

    /// <summary>Says that something changed. Cheap; may be called from any thread as often as wished.</summary>
    public void Raise()
    {
        lock (_lock)
        {
            if (_isScheduled || _isDisposed)
            {
                return;
            }

            _isScheduled = true;
            if (!_isRunning)
            {
                Schedule();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void Schedule()
    {
        var wait = Interval - _time.GetElapsedTime(_lastRound);
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Notify()
    {
        Subscription[] subscriptions;
        lock (_lock)
        {
            _isScheduled = false;
            _isRunning = true;
            _lastRound = _time.GetTimestamp();
            subscriptions = _subscriptions;
        }

        foreach (var subscription in subscriptions)
        {
            try
            {
                subscription.Changed();
            }
            catch (Exception exception)
            {
                BuildLogMessages.SubscriberFailed(_logger, exception);
            }
        }

        lock (_lock)
        {
            _isRunning = false;
            if (_isScheduled && !_isDisposed)
            {
                Schedule();
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = [.. _subscriptions.Where(item => item != subscription)];
        }
    }

    private sealed class Subscription(ChangeSignal owner, Action changed) : IDisposable
    {
        public Action Changed => changed;

        public void Dispose() => owner.Remove(this);
    }
}
