using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>Finds the problems that stand at a place of the form.</summary>
public static class DiagnosticLookup
{
    /// <summary>The problems of a field, also those of its items.</summary>
    public static EquatableArray<Diagnostic> ProblemsOf(this CompiledDesign compiled, FieldPath field) =>
        compiled.Diagnostics.Where(diagnostic => diagnostic.Path.Value is not null && diagnostic.Path.Field == field).ToEquatableArray();

    /// <summary>The problems of one item of a list and of its cells.</summary>
    public static EquatableArray<Diagnostic> ProblemsOfItem(this EquatableArray<Diagnostic> problems, FieldPath item) =>
        problems.Where(diagnostic => diagnostic.Path == item
            || diagnostic.Path.Value.StartsWith(item.Value + ".", StringComparison.Ordinal)).ToEquatableArray();
}
