namespace Veilor.Designer.Builds.Logs;

/// <summary>Where a log line came from. The values are stored in log indexes and never change.</summary>
public enum LogStream : byte
{
    /// <summary>The step's standard output.</summary>
    Output = 0,

    /// <summary>The step's standard error.</summary>
    Error = 1,

    /// <summary>The build service itself: the rungs of a cancel, what was cleaned up.</summary>
    Note = 2,
}
