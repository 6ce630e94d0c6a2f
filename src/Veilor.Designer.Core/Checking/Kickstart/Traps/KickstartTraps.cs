using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Runs the rules that look at the meaning of a kickstart.</summary>
internal static class KickstartTraps
{
    private static readonly Func<KickstartSession, IEnumerable<CheckTrap>>[] Rules = [];

    public static IEnumerable<CheckTrap> Find(KickstartSession session) =>
        Rules.SelectMany(rule => rule(session)).OrderBy(t => t.Line).ThenBy(t => t.Column);
}
