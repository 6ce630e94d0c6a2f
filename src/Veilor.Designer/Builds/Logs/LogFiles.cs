namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// The two files of a run's log. <c>log.txt</c> holds the lines as the processes wrote them, one after another, so that it can be
/// read by any tool, searched at memory speed and downloaded as it is. <c>log.index</c> holds one <see cref="LogIndexEntry"/> a
/// line, so that any line of a million is one read away and nothing about the log has to stay in memory.
/// </summary>
/// <remarks>
/// The text is written before the index: a line is in the log once the index says so. After a crash
/// <see cref="RunLogRecovery"/> brings the two in step again.
/// </remarks>
public static class LogFiles
{
    public static string TextPath(string runFolder) => Path.Combine(runFolder, "log.txt");

    public static string IndexPath(string runFolder) => Path.Combine(runFolder, "log.index");
}
