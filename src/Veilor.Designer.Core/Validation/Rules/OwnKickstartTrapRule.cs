using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What pykickstart accepts and an installation stumbles over: no language, no user, a disk without a size. Further lines are no whole kickstart, so of them the faults alone are told.</summary>
public sealed class OwnKickstartTrapRule() : DesignRule("VD8026", DiagnosticSeverity.Warning, "Your kickstart can stop the installation")
{
    private const int MostProblems = 20;

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Installer is { OwnKickstart.Length: > 0 } installer
            ? OwnKickstartRule.ReportOf(input.Design).Traps.Where(trap => trap.Severity != DiagnosticSeverity.Info || (IsIncomplete(trap) && installer.Mode == InstallerMode.Unattended)).Take(MostProblems)
                .Select(trap => Report(DeliveryFields.OwnKickstart.Path, OwnKickstartRule.Say(trap.Line, trap.Message)))
        : input.Design.Installer.ExtraKickstart.Length > 0
            ? ExtraKickstartRule.Reports.Of(input.Design).Traps.Where(trap => trap.Severity == DiagnosticSeverity.Error && !IsIncomplete(trap)).Take(MostProblems)
                .Select(trap => Report(DeliveryFields.ExtraKickstart.Path, OwnKickstartRule.Say(trap.Line, trap.Message)))
        : [];

    /// <summary>A person answers what an interactive kickstart leaves open.</summary>
    private static bool IsIncomplete(CheckTrap trap) => trap.Rule is "incomplete";
}
