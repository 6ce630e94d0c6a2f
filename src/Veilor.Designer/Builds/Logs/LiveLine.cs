namespace Veilor.Designer.Builds.Logs;

/// <summary>A line that a process has begun and not ended: what a terminal shows at the cursor.</summary>
public sealed record LiveLine(LogStream Stream, int Step, string Text);
