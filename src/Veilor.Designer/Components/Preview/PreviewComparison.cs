using System.Runtime.CompilerServices;
using Veilor.Designer.Core.Compilation;

namespace Veilor.Designer.Components.Preview;

/// <summary>The other side that the files are compared with. Immutable; what it was when it was chosen, it stays.</summary>
/// <param name="Id">How the address names it.</param>
/// <param name="Name">What people call it: "Last save", "Template veilor-os".</param>
/// <param name="Compiled">Its files.</param>
public sealed record PreviewComparison(string Id, string Name, CompiledDesign Compiled)
{
    private readonly ConditionalWeakTable<CompiledDesign, IReadOnlyDictionary<string, FileChange>> _known = [];

    /// <summary>What is different, by path: files that are the same on both sides are not in it.</summary>
    public IReadOnlyDictionary<string, FileChange> ChangesOf(CompiledDesign current) => _known.GetValue(current, Read);

    private Dictionary<string, FileChange> Read(CompiledDesign current)
    {
        var changes = new Dictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var file in BundleFile.All(current))
        {
            if (BundleFile.Find(Compiled, file.Path) is not { } other)
            {
                changes.Add(file.Path, FileChange.Added);
            }
            else if (!file.IsSame(other))
            {
                changes.Add(file.Path, FileChange.Changed);
            }
        }

        foreach (var file in BundleFile.All(Compiled).Where(file => BundleFile.Find(current, file.Path) is null))
        {
            changes.Add(file.Path, FileChange.Removed);
        }

        return changes;
    }
}
