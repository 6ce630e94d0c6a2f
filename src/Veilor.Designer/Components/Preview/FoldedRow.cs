namespace Veilor.Designer.Components.Preview;

/// <summary>A row of a comparison as it is shown: one line, or a fold over lines that both sides have.</summary>
/// <param name="Row">The line, or the first under the fold.</param>
/// <param name="Hidden">How many lines are under the fold; 0 for a line that is shown.</param>
public readonly record struct FoldedRow(DiffRow Row, int Hidden = 0);
