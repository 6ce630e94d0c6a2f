using System.Runtime.CompilerServices;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>
/// A search through all files of the bundle. What was found in a file is kept as long as the file does not change, so
/// that an edit while the search is open costs the changed files only.
/// </summary>
public sealed class BundleSearch(SearchQuery query)
{
    private readonly ConditionalWeakTable<DesignDocument, StrongBox<EquatableArray<SearchHit>>> _found = [];

    public SearchQuery Query => query;

    /// <summary>Every hit in the order of the files.</summary>
    public IReadOnlyList<SearchHit> In(CompiledDesign compiled) => query.Text.Length == 0
        ? []
        : [.. BundleFile.All(compiled).SelectMany(file => file.Text is { } text ? In(text) : [])];

    /// <summary>The hits in one file.</summary>
    public EquatableArray<SearchHit> In(DesignDocument document) =>
        _found.GetValue(document, each => new StrongBox<EquatableArray<SearchHit>>(query.Find(each))).Value;
}
