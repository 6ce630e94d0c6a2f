namespace Veilor.Designer.Core.Catalogue;

/// <summary>What belongs together in a list of the catalogue.</summary>
/// <param name="Id">Stable; what the data names.</param>
/// <param name="Title">What a form shows.</param>
public sealed record CatalogueGroup(string Id, string Title);
