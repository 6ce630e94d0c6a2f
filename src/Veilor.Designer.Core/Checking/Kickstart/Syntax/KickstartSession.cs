namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>What the parser remembers while it reads one file.</summary>
internal sealed class KickstartSession
{
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

    /// <summary>The lines that were read without error, for the rules that look at the whole.</summary>
    public List<CommandLine> Lines { get; } = [];
}
