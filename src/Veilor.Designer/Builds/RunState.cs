namespace Veilor.Designer.Builds;

/// <summary>Where a run stands. The last four are final.</summary>
public enum RunState
{
    /// <summary>Waits for the runs before it; one build runs at a time.</summary>
    Queued,

    Running,

    /// <summary>Every step ended with status 0.</summary>
    Succeeded,

    /// <summary>A step ended with another status, or the run could not go on; <see cref="BuildRun.Reason"/> says which.</summary>
    Failed,

    /// <summary>A person ended it.</summary>
    Cancelled,

    /// <summary>The server ended before the run did. What the log holds up to then is kept.</summary>
    Interrupted,
}
