using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Editing;

/// <summary>A step that can be undone or redone.</summary>
/// <param name="Design">The design on the other side of the step.</param>
/// <param name="Path">The field that the step changed.</param>
/// <param name="Label">What the step did.</param>
public sealed record HistoryStep(ImageDesign Design, FieldPath Path, string Label)
{
    /// <summary>The files on the other side of the step that the step changes.</summary>
    public EquatableArray<StashedFile> Files { get; init; } = [];
}
