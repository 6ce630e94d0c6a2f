using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Units that lock module loading: from then on no driver can be loaded until a restart.</summary>
internal static class ModuleLocks
{
    private static readonly string[] Names = ["modules-lock", "module-lock", "lock-modules", "disable-modules", "disable-kernel-module-loading"];

    /// <summary>The enabled units that lock.</summary>
    public static IEnumerable<UnitName> Enabled(RuleInput input) => input.Design.Services.Enable.Where(unit => Locks(input, unit.ToString()));

    private static bool Locks(RuleInput input, string unit) =>
        Array.Exists(Names, name => unit.Contains(name, StringComparison.Ordinal))
        || (OverlayFiles.Unit(input.Content, unit) is { } file && file.Commands().Any(command => command.Contains("modules_disabled", StringComparison.Ordinal)));
}
