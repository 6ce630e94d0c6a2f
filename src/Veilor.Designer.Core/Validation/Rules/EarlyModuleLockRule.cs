using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A lock before the drivers are loaded leaves the machine without them (Kicksecure, security-misc).</summary>
public sealed class EarlyModuleLockRule() : DesignRule("VD7011", DiagnosticSeverity.Error, "A unit locks modules too early")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, unit) in OverlayFiles.Units(input.Content))
        {
            var isLate = unit.Names("Unit", "After", "multi-user.target") || unit.Names("Unit", "After", "graphical.target") || IsTimed(input, path, unit);
            if (path.EndsWith(".service", StringComparison.Ordinal) && (!isLate || unit.Names("Install", "WantedBy", "sysinit.target")) && ModuleLocks.Locks(input.Content, path))
            {
                yield return Report(PathOf(path), $"overlay/{path} locks modules, itself or by a program that it runs, before the machine is up, so later drivers are refused. Order it After=multi-user.target graphical.target, and leave a way out with ConditionKernelCommandLine=.");
            }
        }
    }

    /// <summary>A unit that nothing wants waits for the timer of its name.</summary>
    private static bool IsTimed(RuleInput input, string path, UnitFile unit) =>
        !unit.Words("Install", "WantedBy").Concat(unit.Words("Install", "RequiredBy")).Any() && OverlayFiles.Has(input.Content, path[..^".service".Length] + ".timer");
}
