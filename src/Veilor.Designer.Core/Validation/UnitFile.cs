namespace Veilor.Designer.Core.Validation;

/// <summary>The settings of a systemd unit file, in order (systemd.syntax(7)).</summary>
internal sealed class UnitFile
{
    private readonly List<(string Section, string Key, string Value)> _settings = [];

    public static UnitFile Parse(string text)
    {
        var unit = new UnitFile();
        var section = "";
        foreach (var raw in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            var line = raw.Trim();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.Length > 1 && line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
            }
            else if (equals > 0 && line[0] is not ('#' or ';'))
            {
                unit._settings.Add((section, line[..equals].Trim(), line[(equals + 1)..].Trim()));
            }
        }

        return unit;
    }

    /// <summary>The values of a key in a section, in order.</summary>
    public IEnumerable<string> Values(string section, string key) =>
        _settings.Where(each => string.Equals(each.Section, section, StringComparison.Ordinal) && string.Equals(each.Key, key, StringComparison.Ordinal))
            .Select(each => each.Value);

    /// <summary>The keys of a section with their values, in order.</summary>
    public IEnumerable<(string Key, string Value)> Settings(string section) =>
        _settings.Where(each => string.Equals(each.Section, section, StringComparison.Ordinal)).Select(each => (each.Key, each.Value));

    /// <summary>The words of all values of a key, as systemd reads lists of units.</summary>
    public IEnumerable<string> Words(string section, string key) =>
        Values(section, key).SelectMany(value => value.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    public bool Names(string section, string key, string word) => Words(section, key).Contains(word, StringComparer.Ordinal);

    /// <summary>What the unit runs, prefixes such as - and @ taken off.</summary>
    public IEnumerable<string> Commands() =>
        _settings.Where(each => string.Equals(each.Section, "Service", StringComparison.Ordinal) && each.Key.StartsWith("Exec", StringComparison.Ordinal))
            .Select(each => each.Value.TrimStart('-', '@', ':', '+', '!', '|'));
}
