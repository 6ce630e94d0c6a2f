namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A table (TOML) or object (JSON); entries keep their order.</summary>
internal sealed class ConfigTable : ConfigValue
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<ConfigEntry> _entries = [];

    public ConfigTable(int line, int column)
        : base(line, column)
    {
    }

    public IReadOnlyList<ConfigEntry> Entries => _entries;

    public ConfigEntry? Find(string name) => _index.TryGetValue(name, out var at) ? _entries[at] : null;

    /// <summary>
    /// The entry that Go's decoders match to a field: the exact name first, else one that differs in case only.
    /// </summary>
    public ConfigEntry? Match(string name) =>
        Find(name) ?? _entries.Find(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

    public void Set(ConfigEntry entry)
    {
        if (_index.TryGetValue(entry.Name, out var at))
        {
            _entries[at] = entry;
            return;
        }

        _index.Add(entry.Name, _entries.Count);
        _entries.Add(entry);
    }
}
