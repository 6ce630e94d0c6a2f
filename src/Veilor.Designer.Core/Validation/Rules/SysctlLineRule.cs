using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd-sysctl passes over a line that is no assignment, says so in the log, and ends as failed (sysctl.d(5); tried with systemd 252).</summary>
public sealed class SysctlLineRule() : DesignRule("VD7047", DiagnosticSeverity.Warning, "systemd-sysctl passes over the line")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        from each in SysctlFiles.Files(input.Content)
        let line = OverlayFiles.Lines(each.File).FirstOrDefault(line => line[0] is not '-' && !line.Contains('=', StringComparison.Ordinal))
        where line is not null
        select ReportFile(each.Path, $"overlay/{each.Path}: '{StrayText.Shown(line)}' is no KEY = VALUE, so nothing is set, and systemd-sysctl.service fails at every start.");
}
