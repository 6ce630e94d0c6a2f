using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Components.Preview;

/// <summary>One row of a comparison.</summary>
/// <param name="Kind">How it stands to both sides.</param>
/// <param name="Line">The line, counted from 0: of the other side for a removed one, else of this side.</param>
/// <param name="Emphasis">The parts of a changed line that the other side does not have.</param>
public sealed record DiffRow(DiffRowKind Kind, int Line, EquatableArray<TextSpan> Emphasis = default);
