using Veilor.Designer.Components.Preview;

namespace Veilor.Designer.Components.Palette;

/// <summary>An entry that fits a search.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Score">How well it fits; more is better.</param>
/// <param name="Marks">The parts of the title that fit, in order and without overlap.</param>
public sealed record PaletteMatch(PaletteEntry Entry, int Score, IReadOnlyList<TextSpan> Marks);
