namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// A package, group or environment of Fedora. Each name stands in Fedora's spec files (rawhide of 22 August 2026) or in
/// fedora-comps: <c>name-sources.tsv</c> of the tests says where, <c>tests/catalogue-names</c> looks them up again.
/// </summary>
/// <param name="Name">The name or id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Purpose">The id of its <see cref="CatalogueGroup"/>.</param>
/// <param name="Does">What it is for, in a sentence.</param>
/// <param name="Words">Other words that people look for it by, such as <c>screenshot</c>; <c>package-words.tsv</c> has them.</param>
public sealed record CataloguePackage(string Name, PackageKind Kind, string Purpose, string Does, string Words = "")
{
    /// <summary>True when the entry speaks of each of these words, for a search.</summary>
    public bool Matches(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
        Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Does.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Words.Contains(word, StringComparison.OrdinalIgnoreCase));
}
