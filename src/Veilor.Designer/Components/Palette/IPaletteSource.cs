namespace Veilor.Designer.Components.Palette;

/// <summary>Something that has entries for the palette: the page that is shown.</summary>
public interface IPaletteSource
{
    /// <summary>The entries as they are now. It is asked when the palette opens, on the circuit's own thread.</summary>
    IEnumerable<PaletteEntry> ListEntries();
}
