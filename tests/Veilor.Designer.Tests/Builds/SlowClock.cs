namespace Veilor.Designer.Tests.Builds;

/// <summary>The machine's clock, slower by a factor: what the product waits for by it takes that many times as long, so that a busy machine has the time too.</summary>
/// <param name="factor">How many seconds of the machine are one of this clock.</param>
internal sealed class SlowClock(int factor) : TimeProvider
{
    public override long GetTimestamp() => System.GetTimestamp() / factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Stretch(dueTime), Stretch(period));

    private TimeSpan Stretch(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * factor;
}
