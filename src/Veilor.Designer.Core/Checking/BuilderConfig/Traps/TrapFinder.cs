using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Runs the trap rules over a config.</summary>
internal static class TrapFinder
{
    private static readonly Func<TrapContext, IEnumerable<CheckTrap>>[] Rules =
    [
        MissingFlagTraps.Find,
        IgnoredOptionTraps.Find,
        NoEffectTraps.Find,
        SwallowedKeyTraps.Find,
        UserTraps.Find,
        AccountTraps.Find,
        AccountValueTraps.Find,
        WrittenKickstartTraps.Find,
        KernelTraps.Find,
        StorageTraps.Find,
        InstallerTraps.Find,
        OwnKickstartTraps.Find,
    ];

    public static IEnumerable<CheckTrap> Find(TrapContext context) =>
        Rules.SelectMany(rule => rule(context)).OrderBy(t => t.Line).ThenBy(t => t.Column);

    public static CheckTrap At(ConfigEntry entry, string rule, DiagnosticSeverity severity, string message, string reason) =>
        new(rule, severity, message, reason, entry.Line, entry.Column);

    public static CheckTrap At(ConfigValue value, string rule, DiagnosticSeverity severity, string message, string reason) =>
        new(rule, severity, message, reason, value.Line, value.Column);
}
