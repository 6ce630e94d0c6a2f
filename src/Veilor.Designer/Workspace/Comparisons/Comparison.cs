using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Workspace.Comparisons;

/// <summary>
/// The other side of a comparison: a name, a design and its documents. Immutable. A document that equals one of the
/// open design is the same reference, so a view finds the changed ones without comparing text.
/// </summary>
/// <param name="Source">What it is.</param>
/// <param name="Compiled">The design with its documents. For a build the documents are the files that were built.</param>
public sealed record Comparison(ComparisonSource Source, CompiledDesign Compiled)
{
    public string Name => Source.Name;

    public ImageDesign Design => Compiled.Design;
}
