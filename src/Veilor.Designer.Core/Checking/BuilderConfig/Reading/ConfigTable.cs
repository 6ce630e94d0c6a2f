namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A table (TOML) or object (JSON); entries keep their order.</summary>
internal sealed class ConfigTable : ConfigValue
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<ConfigEntry> _entries = [];
    private bool _lastWins;

    public ConfigTable(int line, int column)
        : base(line, column)
    {
    }

    public IReadOnlyList<ConfigEntry> Entries => _entries;

    public ConfigEntry? Find(string name) => _index.TryGetValue(name, out var at) ? _entries[at] : null;

    /// <summary>
    /// The entry that Go's decoders match to a field: the exact name first, else one that differs in case only.
    /// In JSON the last of either kind is what the field ends up with.
    /// </summary>
    public ConfigEntry? Match(string name) => _lastWins
        ? _entries.FindLast(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase))
        : Find(name) ?? _entries.Find(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));

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

    /// <summary>
    /// Adds an entry of a JSON object, where a name may come again: Go's decoder looks at each of them, lets the last
    /// one count, and adds a later object to an earlier one. <c>disk</c> is read by code of the builder's own, which
    /// sets every field anew, so a later one takes the place of an earlier one.
    /// </summary>
    public void Append(ConfigEntry entry)
    {
        _lastWins = true;
        var isReplaced = string.Equals(entry.Name, "disk", StringComparison.OrdinalIgnoreCase);
        if (!isReplaced && entry.Value is ConfigTable table && Match(entry.Name)?.Value is ConfigTable earlier)
        {
            var both = new ConfigTable(table.Line, table.Column);
            foreach (var each in earlier.Entries.Concat(table.Entries))
            {
                both.Append(each);
            }

            entry = entry with { Value = both };
        }

        _index[entry.Name] = _entries.Count;
        _entries.Add(entry);
    }
}
