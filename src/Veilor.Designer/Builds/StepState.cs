namespace Veilor.Designer.Builds;

/// <summary>Where a step of a run stands.</summary>
public enum StepState
{
    Pending,
    Running,

    /// <summary>Ended with status 0.</summary>
    Succeeded,

    /// <summary>Ended with another status, or could not be started.</summary>
    Failed,

    /// <summary>Was running when a person ended the run.</summary>
    Cancelled,

    /// <summary>Never began, because the run ended before it.</summary>
    Skipped,

    /// <summary>Was running when the server ended.</summary>
    Interrupted,
}
