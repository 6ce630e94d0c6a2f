namespace Veilor.Designer.CommandLine;

/// <summary>An error of a real tool.</summary>
/// <param name="Text">In the tool's words; may have several lines.</param>
/// <param name="Line">From 1; 0 when the tool names none.</param>
/// <param name="Column">From 1; 0 when none is known.</param>
public sealed record CheckMessage(string Text, int Line, int Column);
