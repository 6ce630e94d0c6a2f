namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>
/// The tables of a TOML file while it is read, with the rules for defining a name twice as the builders' parser
/// has them. They are laxer than the standard in places: a table made by a dotted key may be opened again by a header.
/// </summary>
internal sealed class TomlTables
{
    /// <summary>How many tables may stand in each other. The builders' parser has no bound; no config comes near this one.</summary>
    public const int MaximumDepth = 1000;

    private readonly TomlCursor _cursor;
    private readonly HashSet<string> _implicit = new(StringComparer.Ordinal);
    private readonly HashSet<string> _arrays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<TomlKey> _order = [];

    public TomlTables(TomlCursor cursor) => _cursor = cursor;

    public ConfigTable Root { get; } = new(1, 1);

    /// <summary>The path of the table that keys go into.</summary>
    public List<string> Context { get; private set; } = [];

    /// <summary>The key whose value is being read; empty between keys.</summary>
    public string CurrentKey { get; private set; } = string.Empty;

    public TomlDocument ToDocument() => new(Root, _order, _lines);

    /// <summary>Moves to a table and a key; errors name both from now on.</summary>
    /// <exception cref="ConfigErrorException">The table is nested too deeply.</exception>
    public void Enter(List<string> context, string currentKey)
    {
        RefuseDepth(context.Count);
        Context = context;
        CurrentKey = currentKey;
        var path = TomlPath.Of(context);
        _cursor.LastKey = currentKey.Length == 0 ? path : path.Length == 0 ? currentKey : $"{path}.{currentKey}";
    }

    /// <exception cref="ConfigErrorException">Tables or arrays are nested too deeply.</exception>
    public void RefuseDepth(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw _cursor.Error("tables and arrays are nested too deeply");
        }
    }

    public void MarkImplicit(IEnumerable<string> path) => _implicit.Add(TomlPath.Of(path));

    /// <summary>Notes that a path was written here, for the report of keys that nothing took.</summary>
    public void Note(IEnumerable<string> path, int line, int column) => _order.Add(new TomlKey(TomlPath.Of(path), line, column));

    /// <summary>Notes on which line a path has its value, and whether that is an array.</summary>
    public void Place(IEnumerable<string> path, int line, bool isArray)
    {
        var key = TomlPath.Of(path);
        _lines[key] = line;
        if (isArray)
        {
            _arrays.Add(key);
        }
        else
        {
            _arrays.Remove(key);
        }
    }

    /// <summary>Opens a table (or appends one to an array of tables) and makes it the place that keys go into.</summary>
    public void Open(IReadOnlyList<string> path, bool isTableArray, int line, int column)
    {
        RefuseDepth(path.Count);
        var table = Root;
        var walked = new List<string>();
        for (var i = 0; i < path.Count - 1; i++)
        {
            walked.Add(path[i]);
            if (table.Find(path[i]) is null)
            {
                MarkImplicit(walked);
                table.Set(new ConfigEntry(path[i], new ConfigTable(line, column), line, column));
            }

            table = Inner(table.Find(path[i])!.Value)
                ?? throw _cursor.Error($"Key '{TomlPath.Of(walked)}' was already created as a hash.");
        }

        Enter(walked, CurrentKey);
        var name = path[^1];
        if (isTableArray)
        {
            Append(table, path, name, line, column);
        }
        else
        {
            Set(name, new ConfigTable(line, column), line, column);
        }

        Enter([.. walked, name], CurrentKey);
    }

    /// <summary>Puts a value into the current table.</summary>
    public void Set(string name, ConfigValue value, int line, int column)
    {
        var table = Root;
        var walked = new List<string>();
        foreach (var part in Context)
        {
            walked.Add(part);
            table = Inner(table.Find(part)?.Value)
                ?? throw _cursor.Error($"Key '{TomlPath.Of(walked)}' has already been defined.");
        }

        var path = TomlPath.Of([.. walked, name]);
        if (table.Find(name) is null)
        {
            table.Set(new ConfigEntry(name, value, line, column));
            return;
        }

        if (!_implicit.Remove(path))
        {
            throw _cursor.Error($"Key '{path}' has already been defined.");
        }

        if (_arrays.Contains(path))
        {
            table.Set(new ConfigEntry(name, value, line, column));
        }
    }

    private void Append(ConfigTable table, IReadOnlyList<string> path, string name, int line, int column)
    {
        if (table.Find(name) is null)
        {
            table.Set(new ConfigEntry(name, new ConfigList(isTableArray: true, line, column), line, column));
        }

        if (table.Find(name)!.Value is not ConfigList { IsTableArray: true } list)
        {
            throw _cursor.Error($"Key '{TomlPath.Of(path)}' was already created and cannot be used as an array.");
        }

        list.Items.Add(new ConfigTable(line, column));
    }

    private static ConfigTable? Inner(ConfigValue? value) => value switch
    {
        ConfigTable table => table,
        ConfigList { IsTableArray: true } list => (ConfigTable)list.Items[^1],
        _ => null,
    };
}
