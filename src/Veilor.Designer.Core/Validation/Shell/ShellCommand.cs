namespace Veilor.Designer.Core.Validation.Shell;

/// <summary>One simple command.</summary>
/// <param name="Words">Its words in order, quotes taken off, expansions as written; redirections are words too.</param>
/// <param name="Text">As written.</param>
public sealed record ShellCommand(IReadOnlyList<string> Words, string Text)
{
    /// <summary>True when the text goes on with something else where the command fails: behind <c>||</c>, or as a condition.</summary>
    public bool MayFail { get; init; }
}
