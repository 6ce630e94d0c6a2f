using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

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
    /// <summary>Further words that find it: keys of <c>design.toml</c> and the values to choose from.</summary>
    public string Words { get; init; } = "";

    /// <summary>The column of a field that holds rows; null for another place.</summary>
    public (DesignField Field, string Name)? Column { get; init; }

    /// <summary>What gets the keyboard in this design: of a column, the cell of the first row, or that of a new one where there is none.</summary>
    public string? FocusIn(ImageDesign design) =>
        Column is { } column && column.Field.ListItems(design) is [var first, ..] ? first.Path.Member(column.Name).Value : Focus;

    /// <summary>How an entry of the catalogue stands in a design, and what switches it; null for another place.</summary>
    public Func<ImageDesign, CatalogueSwitch?>? Switch { get; init; }
}
