namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>A kickstart command.</summary>
/// <param name="Names">All its spellings; they share one state.</param>
internal sealed record CommandSyntax(params IReadOnlyList<string> Names)
{
    /// <summary>Where the command exists.</summary>
    public Dialects In { get; init; } = Dialects.All;

    public CommandStatus Status { get; init; }

    /// <summary>The status in RHEL 10, where it differs.</summary>
    public CommandStatus? StatusInRhel10 { get; init; }

    public IReadOnlyList<OptionSyntax> Options { get; init; } = [];

    public IReadOnlyList<PositionalSyntax> Arguments { get; init; } = [];

    /// <summary>True when missing arguments are listed behind missing options.</summary>
    public bool ArgumentsLast { get; init; }

    public ExtraWords Extra { get; init; }

    /// <summary>The name in the complaint about extra words, where it is not the command's.</summary>
    public string? ExtraName { get; init; }

    /// <summary>Commands that may not come before this one, in the order in which they are looked for.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>True when a second line of the command starts from the values of the first.</summary>
    public bool KeepsValues { get; init; }

    /// <summary>What the command checks itself, after its options are read.</summary>
    public Action<CommandLine>? Check { get; init; }
}
