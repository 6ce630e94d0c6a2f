using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A lock before the drivers are loaded leaves the machine without them (Kicksecure, security-misc).</summary>
public sealed class EarlyModuleLockRule() : DesignRule("VD7011", DiagnosticSeverity.Error, "A unit locks modules too early")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, unit) in OverlayFiles.Units(input.Content))
        {
            var isLock = unit.Commands().Any(command => command.Contains("modules_disabled", StringComparison.Ordinal)) || path.Contains("modules-lock", StringComparison.Ordinal);
            var isLate = unit.Names("Unit", "After", "multi-user.target") || unit.Names("Unit", "After", "graphical.target");
            if (isLock && path.EndsWith(".service", StringComparison.Ordinal) && (!isLate || unit.Names("Install", "WantedBy", "sysinit.target")))
            {
                yield return Report(ContentFields.OverlayFrom.Path, $"overlay/{path} locks modules before the machine is up, so later drivers are refused. Order it After=multi-user.target graphical.target, and leave a way out with ConditionKernelCommandLine=.");
            }
        }
    }
}
