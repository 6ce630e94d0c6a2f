using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Compilation;

/// <summary>What one rule or generator gave, and what it looked at for it.</summary>
/// <param name="Reads">The parts of the design that it read.</param>
/// <param name="Results">Its diagnostics or documents.</param>
internal sealed record CompilationStep<TResult>(DesignReads Reads, EquatableArray<TResult> Results)
{
    public static CompilationStep<TResult> Run(ImageDesign design, Func<ImageDesign, IEnumerable<TResult>> read)
    {
        var reads = new DesignReads();
        return new CompilationStep<TResult>(reads, read(design.WatchedBy(reads)).ToEquatableArray());
    }
}
