using Veilor.Designer.Builds.Logs;

namespace Veilor.Designer.Components.Runs;

/// <summary>A row of the log view with its line.</summary>
/// <param name="Row">Which row it is.</param>
/// <param name="Line">The line; null for a heading.</param>
public readonly record struct LogRowContent(LogRow Row, LogLine? Line);
