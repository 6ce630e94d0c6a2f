using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Runs the rules that look at the meaning of a kickstart.</summary>
internal static class KickstartTraps
{
    private static readonly Func<KickstartSession, IEnumerable<CheckTrap>>[] Rules =
    [
        StorageTraps.Find,
        WipingTraps.Find,
        EncryptionTraps.Find,
        AccountTraps.Find,
        NetworkTraps.Find,
        CompletenessTraps.Find,
        SystemTraps.Find,
        IncludeTraps.Find,
    ];

    public static IEnumerable<CheckTrap> Find(KickstartSession session) =>
        Rules.SelectMany(rule => rule(session)).OrderBy(t => t.Line).ThenBy(t => t.Column);

    /// <summary>A trap at the word of a line that starts with one of the given texts, or at the command.</summary>
    public static CheckTrap At(CommandLine line, string word, string rule, DiagnosticSeverity severity, string message, string reason)
    {
        if (line.Context.Include is var (path, includedAt))
        {
            return new CheckTrap(rule, severity, $"{path}, line {line.Context.Line}: {message}", reason, includedAt, 1);
        }

        var at = line.Context.Find(word) ?? line.Context.Words[0];
        return new CheckTrap(rule, severity, message, reason, line.Context.Line, at.Column);
    }
}
