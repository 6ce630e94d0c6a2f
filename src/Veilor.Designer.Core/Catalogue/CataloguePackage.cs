namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// A package, group or environment of Fedora. Each name stands in Fedora's spec files (rawhide of 22 August 2026) or in
/// fedora-comps: <c>name-sources.tsv</c> of the tests says where, <c>tests/catalogue-names</c> looks them up again.
/// </summary>
/// <param name="Name">The name or id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Purpose">The id of its <see cref="CatalogueGroup"/>.</param>
/// <param name="Does">What it is for, in a sentence.</param>
public sealed record CataloguePackage(string Name, PackageKind Kind, string Purpose, string Does)
{
    /// <summary>True when the entry speaks of this, for a search.</summary>
    public bool Matches(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase) || Does.Contains(text, StringComparison.OrdinalIgnoreCase);
}
