namespace Veilor.Designer.Components.Palette;

/// <summary>Something that the palette finds and that a person can choose.</summary>
/// <param name="Id">Stable and unique, so that what was chosen lately is known again: <c>field:system.hostname</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called; a search looks here first.</param>
/// <param name="Detail">What it does or where it is; a search looks here too.</param>
/// <param name="Run">What choosing it does.</param>
public sealed record PaletteEntry(string Id, PaletteKind Kind, string Title, string Detail, Func<Task> Run)
{
    /// <summary>Further words that find it and are not shown.</summary>
    public string Words { get; init; } = "";

    /// <summary>Asks how the entry stands now and what switching it does; null for an entry that is no switch.</summary>
    public Func<PaletteSwitch?>? Switch { get; init; }
}
