using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Editing;

/// <summary>A change of a design: what undo names, where it leads back to, and the function itself.</summary>
/// <param name="Path">The field that is edited; undo focuses it.</param>
/// <param name="Label">What the edit does, after "Undo": <c>add package git</c>.</param>
/// <param name="Apply">The edit. It is pure; returning the same reference means that nothing changes.</param>
/// <param name="JoinsPrevious">True for typing: edits of the same field and origin within a short time become one step of undo.</param>
public sealed record DesignEdit(FieldPath Path, string Label, Func<ImageDesign, ImageDesign> Apply, bool JoinsPrevious = false)
{
    /// <summary>What becomes of files beside the design, in the same step.</summary>
    public EquatableArray<StashedFile> Files { get; init; } = [];
}
