namespace Veilor.Designer.Builds.Logs;

/// <summary>A stretch of log text with one look. The text holds no escapes.</summary>
public readonly record struct AnsiSpan(string Text, AnsiStyle Style);
