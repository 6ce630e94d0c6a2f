namespace Veilor.Designer.Builds;

/// <summary>What builds write to the server's own log.</summary>
internal static partial class BuildLogMessages
{
    [LoggerMessage(LogLevel.Error, "A subscriber of build changes failed.")]
    public static partial void SubscriberFailed(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Run {Run} ended by a fault of the server.")]
    public static partial void RunFaulted(ILogger logger, RunId run, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The record of run {Run} could not be written: {Reason}")]
    public static partial void RecordNotWritten(ILogger logger, RunId run, string reason);

    [LoggerMessage(LogLevel.Warning, "The run folder {Folder} is passed over: {Reason}")]
    public static partial void RunNotRead(ILogger logger, string folder, string reason);

    [LoggerMessage(LogLevel.Warning, "The runs of other programs could not be read: {Reason}")]
    public static partial void OthersNotRead(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "The files of the deleted run {Run} could not all be removed: {Reason}")]
    public static partial void RunNotDeleted(ILogger logger, string run, string reason);
}
