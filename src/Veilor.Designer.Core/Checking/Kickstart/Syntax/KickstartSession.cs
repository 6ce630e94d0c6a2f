namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>What the parser remembers while it reads one file.</summary>
internal sealed class KickstartSession
{
    private readonly Dictionary<string, List<CommandLine>> _lines = new(StringComparer.Ordinal);

    public KickstartSession(KickstartVersion version) => Version = version;

    public KickstartVersion Version { get; }

    public Dialects Dialect => Version == KickstartVersion.Rhel10 ? Dialects.Rhel10 : Dialects.Fedora;

    /// <summary>The first spelling of every command met so far.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Users, partitions and so on that have been described.</summary>
    public HashSet<string> Defined { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of commands that keep them from line to line.</summary>
    public Dictionary<string, Dictionary<string, string>> Kept { get; } = new(StringComparer.Ordinal);

    public List<string> Warnings { get; } = [];

    /// <summary>True for a kickstart that another one includes, as the builder does it, which brings the image to install.</summary>
    public bool IsPart { get; init; }

    /// <summary>The included file that is being read, and the line of the kickstart that names it; null outside of one.</summary>
    public (string Path, int Line)? Include { get; set; }

    /// <summary>Included files that are not read: the path, and the line and column that name it.</summary>
    public List<(string Path, int Line, int Column)> UnreadIncludes { get; } = [];

    /// <summary>The sections that were read: name, line, and the number of lines in it.</summary>
    public List<(string Name, int Line, int Count)> Sections { get; } = [];

    /// <summary>Notes a line that was read without error, for the rules that look at the whole.</summary>
    public void Add(CommandLine line)
    {
        var name = line.Context.Syntax.Names[0];
        if (!_lines.TryGetValue(name, out var lines))
        {
            _lines.Add(name, lines = []);
        }

        lines.Add(line);
    }

    /// <summary>The lines of these commands, by their first names, in the order of the file.</summary>
    public IEnumerable<CommandLine> Lines(params ReadOnlySpan<string> commands)
    {
        if (commands.Length == 1)
        {
            return _lines.GetValueOrDefault(commands[0]) ?? [];
        }

        var all = new List<CommandLine>();
        foreach (var command in commands)
        {
            all.AddRange(_lines.GetValueOrDefault(command) ?? []);
        }

        all.Sort((left, right) => left.Context.Line.CompareTo(right.Context.Line));
        return all;
    }
}
