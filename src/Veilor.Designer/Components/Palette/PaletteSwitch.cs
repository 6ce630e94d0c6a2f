namespace Veilor.Designer.Components.Palette;

/// <summary>What the palette can do to an entry without going there.</summary>
/// <param name="State">How it stands, in a word or two; empty for an entry that is off.</param>
/// <param name="Label">What switching it does, as undo will call it: <c>add argument nosmt</c>.</param>
/// <param name="Run">Does it.</param>
public sealed record PaletteSwitch(string State, string Label, Action Run);
