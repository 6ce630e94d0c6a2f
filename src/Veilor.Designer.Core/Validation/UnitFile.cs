using System.Text;

namespace Veilor.Designer.Core.Validation;

/// <summary>The settings of a systemd unit file, in order (systemd.syntax(7)).</summary>
internal sealed class UnitFile
{
    private readonly List<(string Section, string Key, string Value)> _settings = [];
    private readonly List<string> _sections = [];
    private readonly List<string> _stray = [];

    /// <summary>A line that opens a section and does not close its bracket; systemd then refuses the whole file.</summary>
    public string? BrokenHeader { get; private set; }

    /// <summary>The names of the sections, in order.</summary>
    public IReadOnlyList<string> Sections => _sections;

    /// <summary>Lines that systemd passes over: before the first section, without an equals sign, or without a key.</summary>
    public IReadOnlyList<string> StrayLines => _stray;

    public static UnitFile Parse(string text)
    {
        var unit = new UnitFile();
        var section = "";
        foreach (var line in Lines(text))
        {
            if (line[0] == '[')
            {
                if (line[^1] != ']')
                {
                    unit.BrokenHeader ??= line;
                    continue;
                }

                section = line[1..^1];
                unit._sections.Add(section);
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if ((equals <= 0 || unit._sections.Count == 0) && !section.StartsWith("X-", StringComparison.Ordinal))
            {
                unit._stray.Add(line);
            }

            if (equals > 0)
            {
                unit._settings.Add((section, line[..equals].Trim(), line[(equals + 1)..].Trim()));
            }
        }

        return unit;
    }

    /// <summary>The lines that say something, trimmed. A backslash joins lines with a blank, and comments between them do not count.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        StringBuilder? joined = null;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length > 0 && line[0] is '#' or ';')
            {
                continue;
            }

            if (line.EndsWith('\\'))
            {
                (joined ??= new StringBuilder()).Append(line, 0, line.Length - 1).Append(' ');
                continue;
            }

            var whole = joined is null ? line : joined.Append(line).ToString().Trim();
            joined = null;
            if (whole.Length > 0)
            {
                yield return whole;
            }
        }

        if (joined?.ToString().Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>The unit with the settings of a drop-in behind its own.</summary>
    public UnitFile With(UnitFile dropIn)
    {
        var whole = new UnitFile { BrokenHeader = BrokenHeader };
        whole._settings.AddRange(_settings.Concat(dropIn._settings));
        whole._sections.AddRange(_sections.Concat(dropIn._sections));
        whole._stray.AddRange(_stray);
        return whole;
    }

    /// <summary>The value that counts: the last one, or null.</summary>
    public string? Last(string section, string key) => Values(section, key).LastOrDefault();

    /// <summary>The values of a list that an empty value empties.</summary>
    public IReadOnlyList<string> List(string section, string key)
    {
        var values = Values(section, key).ToList();
        return values[(values.FindLastIndex(value => value.Length == 0) + 1)..];
    }

    /// <summary>True for a word that systemd reads as yes.</summary>
    public static bool IsYes(string? value) => value is not null && Array.Exists(Yes, word => string.Equals(word, value, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Yes = ["1", "yes", "y", "true", "t", "on"];

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
