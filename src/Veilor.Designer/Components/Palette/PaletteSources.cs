namespace Veilor.Designer.Components.Palette;

/// <summary>What the palette of one tab can ask for entries. Pages add themselves while they are shown.</summary>
public sealed class PaletteSources
{
    private readonly List<IPaletteSource> _sources = [];

    /// <summary>Adds a source until the token is disposed.</summary>
    public IDisposable Add(IPaletteSource source)
    {
        _sources.Add(source);
        return new Token(this, source);
    }

    /// <summary>Every entry. Two of the same id are one.</summary>
    public IReadOnlyList<PaletteEntry> List() =>
        [.. _sources.SelectMany(source => source.ListEntries()).DistinctBy(entry => entry.Id, StringComparer.Ordinal)];

    private sealed class Token(PaletteSources owner, IPaletteSource source) : IDisposable
    {
        public void Dispose() => owner._sources.Remove(source);
    }
}
