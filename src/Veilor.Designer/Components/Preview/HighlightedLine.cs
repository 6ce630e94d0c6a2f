using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>A line with its colours, as the preview shows it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Tokens">Its tokens, which cover it.</param>
/// <param name="Key">Who the line is across versions of its document: a line that was there before keeps its key, and new text in the place of a line takes its key over.</param>
public sealed record HighlightedLine(DocumentLine Line, IReadOnlyList<Token> Tokens, object Key);
