namespace Veilor.Designer.Components.Preview;

/// <summary>A place that a search found.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, counted from 0.</param>
/// <param name="Span">The part of the line.</param>
public readonly record struct SearchHit(string Path, int Line, TextSpan Span);
