using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Fields;

/// <summary>
/// The part that all field components share: the design they edit, and rendering only when their own field or its
/// problems changed. The page renders its forms after every edit of any tab; most fields have nothing to do then.
/// </summary>
public abstract class FieldComponent<TField> : SliceComponent
    where TField : DesignField
{
    private ImageDesign? _read;

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required TField Field { get; set; }

    /// <summary>The problems that stand at the field or at one of its items.</summary>
    protected EquatableArray<Diagnostic> Problems { get; private set; }

    /// <summary>The generated files that the field is written to.</summary>
    protected EquatableArray<string> Targets { get; private set; }

    /// <summary>The generated files that the field would be written to, while it is written to none.</summary>
    protected EquatableArray<string> Homes { get; private set; }

    protected string Id => Field.Path.Value;

    protected ImageDesign Design => Editor.Design;

    /// <summary>The ids of the texts that explain the control.</summary>
    protected string DescribedBy => Problems.IsEmpty ? $"{Id}:help" : $"{Id}:help {Id}:problems";

    protected override bool ReadSlice()
    {
        var problems = Editor.Compiled.ProblemsOf(Field.Path);
        var targets = Editor.Compiled.TargetsOf(Field.Path);
        var homes = targets.IsEmpty ? Editor.Compiled.HomesOf(Field.Path) : [];
        var isSame = _read is not null && problems == Problems && targets == Targets && homes == Homes && Field.IsSame(_read, Editor.Design);
        Problems = problems;
        Targets = targets;
        Homes = homes;
        _read = Editor.Design;
        return !isSame;
    }

    protected void Apply(FieldPath path, string label, Func<ImageDesign, ImageDesign> change, bool joinsPrevious = false) =>
        Editor.Apply(new DesignEdit(path, label, change, joinsPrevious));
}
