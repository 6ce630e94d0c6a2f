using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>A unit that the catalogue knows.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Advice">What is usually done with it.</param>
/// <param name="Package">The Fedora package that brings it.</param>
/// <param name="Does">What it does, in a sentence or two.</param>
/// <param name="Cost">What is lost when the advice is followed; may be empty.</param>
/// <param name="Sources">Who advises so; may be empty.</param>
public sealed record CatalogueService(UnitName Unit, ServiceAdvice Advice, PackageSpec Package, string Does, string Cost, string Sources)
{
    /// <summary>True when the entry speaks of this, for a search.</summary>
    public bool Matches(string text) =>
        Unit.ToString().Contains(text, StringComparison.OrdinalIgnoreCase)
        || Does.Contains(text, StringComparison.OrdinalIgnoreCase)
        || Package.ToString().Contains(text, StringComparison.OrdinalIgnoreCase);
}
