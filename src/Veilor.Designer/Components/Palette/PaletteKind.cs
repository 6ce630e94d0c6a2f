namespace Veilor.Designer.Components.Palette;

/// <summary>What an entry of the palette is. Entries that fit a search equally well come in this order.</summary>
public enum PaletteKind
{
    Command,
    Section,
    Problem,
    Fix,
    Field,
    Preset,
    Item,
    Argument,
    Sysctl,
    Modules,
    Package,
    Unit,
    File,
    Design,
    Template,
    Help,
}
