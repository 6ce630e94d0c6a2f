using System.Runtime.CompilerServices;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>Finds the problems that stand at a place of the form.</summary>
public static class DiagnosticLookup
{
    /// <summary>Sorted by field once for each compiled design; every field of the form asks.</summary>
    private static readonly ConditionalWeakTable<CompiledDesign, Dictionary<FieldPath, EquatableArray<Diagnostic>>> ByField = [];

    /// <summary>The problems of a field, also those of its items.</summary>
    public static EquatableArray<Diagnostic> ProblemsOf(this CompiledDesign compiled, FieldPath field) =>
        ByField.GetValue(compiled, Sort).GetValueOrDefault(field);

    /// <summary>The problems of one item of a list and of its cells.</summary>
    public static EquatableArray<Diagnostic> ProblemsOfItem(this EquatableArray<Diagnostic> problems, FieldPath item) =>
        problems.Where(diagnostic => diagnostic.Path == item
            || diagnostic.Path.Value.StartsWith(item.Value + ".", StringComparison.Ordinal)).ToEquatableArray();

    private static Dictionary<FieldPath, EquatableArray<Diagnostic>> Sort(CompiledDesign compiled) => compiled.Diagnostics
        .Where(diagnostic => diagnostic.Path.Value is not null)
        .GroupBy(diagnostic => diagnostic.Path.Field)
        .ToDictionary(group => group.Key, group => group.ToEquatableArray());
}
