using Veilor.Designer.Core.Compilation;

namespace Veilor.Designer.Core.Bundles;

/// <summary>The files of a bundle: what is exported, and what is built.</summary>
public static class DesignBundle
{
    /// <summary>Every file, sorted by path: the generated documents, the content as it is, and the list of them all.</summary>
    public static IReadOnlyList<BundleEntry> Entries(CompiledDesign compiled)
    {
        var entries = compiled.Documents
            .Select(document => BundleEntry.FromBytes(document.Path, document.IsExecutable, document.ToBytes()))
            .Concat(compiled.Content.Files.Select(file => file.ToBundleEntry()))
            .ToList();
        entries.Add(BundleList.ToEntry(entries.Select(entry => entry.Path)));
        entries.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return entries;
    }
}
