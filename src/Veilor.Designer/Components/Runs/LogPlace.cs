namespace Veilor.Designer.Components.Runs;

/// <summary>Where the eye is in a log view, as the browser tells it: the marked line when that is seen, else the first row that is.</summary>
/// <param name="Row">Index of the row among those of the window, from 0.</param>
/// <param name="Line">Number of that row's line, or of the next one when it is a heading, from 1.</param>
/// <param name="Offset">How far below the pane's upper edge the row begins, in pixels; negative when it is cut there.</param>
internal sealed record LogPlace(long Row, long Line, double Offset);
