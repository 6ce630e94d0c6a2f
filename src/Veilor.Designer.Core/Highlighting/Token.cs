namespace Veilor.Designer.Core.Highlighting;

/// <summary>A run of characters of one kind inside a line.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Number of UTF-16 units; never 0.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Token(int Start, int Length, TokenKind Kind);
