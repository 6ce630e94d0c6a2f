using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What pykickstart accepts and an installation stumbles over: no language, no user, a disk without a size.</summary>
public sealed class OwnKickstartTrapRule() : DesignRule("VD8026", DiagnosticSeverity.Warning, "Your kickstart can stop the installation")
{
    private const int MostProblems = 20;

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Installer.OwnKickstart.Length == 0
            ? []
            : OwnKickstartRule.ReportOf(input.Design).Traps.Where(trap => trap.Severity != DiagnosticSeverity.Info || (IsIncomplete(trap) && input.Design.Installer.Mode == InstallerMode.Unattended)).Take(MostProblems)
                .Select(trap => Report(DeliveryFields.OwnKickstart.Path, OwnKickstartRule.Say(trap.Line, trap.Message)));

    /// <summary>A person answers what an interactive kickstart leaves open.</summary>
    private static bool IsIncomplete(CheckTrap trap) => trap.Rule is "incomplete";
}
