using Veilor.Designer.Core.Checking;

namespace Veilor.Designer.CommandLine;

/// <summary>What a checker says of one file.</summary>
/// <param name="File">As given on the command line.</param>
/// <param name="Verdict">Accept or reject.</param>
/// <param name="Errors">Why it is rejected.</param>
/// <param name="Warnings">The real tool's own.</param>
/// <param name="Traps">What the real tool takes in silence.</param>
public sealed record CheckReport(
    string File,
    CheckVerdict Verdict,
    IReadOnlyList<CheckMessage> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<CheckTrap> Traps)
{
    /// <summary>How many traps of a rule are not in the list, because there are too many of it.</summary>
    public IReadOnlyDictionary<string, int> TrapsLeftOut { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
