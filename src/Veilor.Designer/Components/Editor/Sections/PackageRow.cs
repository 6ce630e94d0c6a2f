using Veilor.Designer.Core.Catalogue;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>A package of the catalogue as the list shows it.</summary>
/// <param name="Package">What the catalogue says.</param>
/// <param name="IsOn">Whether the design has it.</param>
public sealed record PackageRow(CataloguePackage Package, bool IsOn);
