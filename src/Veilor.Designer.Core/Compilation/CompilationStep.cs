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
        return new CompilationStep<TResult>(reads, ToArray(read(design.WatchedBy(reads))));
    }

    /// <summary>Most rules have nothing to say, so the usual end is the first look; nothing is made for it.</summary>
    private static EquatableArray<TResult> ToArray(IEnumerable<TResult> results)
    {
        using var each = results.GetEnumerator();
        if (!each.MoveNext())
        {
            return EquatableArray<TResult>.Empty;
        }

        var found = new List<TResult>();
        do
        {
            found.Add(each.Current);
        }
        while (each.MoveNext());

        return found.ToEquatableArray();
    }
}
