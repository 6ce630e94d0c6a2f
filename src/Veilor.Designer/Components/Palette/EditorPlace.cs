using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Components.Palette;

/// <summary>A place of the editor that the palette leads to, in whatever design is open.</summary>
/// <param name="Id">See <see cref="PaletteEntry.Id"/>.</param>
/// <param name="Kind">What is there.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">What it does or where it is.</param>
/// <param name="Section">The id of its section.</param>
/// <param name="Focus">The id of the element that gets the keyboard; null for the section as a whole.</param>
public sealed record EditorPlace(string Id, PaletteKind Kind, string Title, string Detail, string Section, string? Focus)
{
    /// <summary>How an entry of the catalogue stands in a design, and what switches it; null for another place.</summary>
    public Func<ImageDesign, CatalogueSwitch?>? Switch { get; init; }
}
