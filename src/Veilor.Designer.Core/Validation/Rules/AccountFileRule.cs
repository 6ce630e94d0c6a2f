using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/etc is merged with what a machine has; accounts of a whole file replace or block the base's (bootc, users-and-groups.md).</summary>
public sealed class AccountFileRule() : DesignRule("VD7017", DiagnosticSeverity.Error, "The overlay replaces a file of the machine")
{
    private static readonly string[] Files = ["etc/passwd", "etc/shadow", "etc/group", "etc/gshadow", "etc/subuid", "etc/subgid", "etc/fstab", "etc/crypttab", "etc/mtab", "etc/resolv.conf"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Files.Where(path => OverlayFiles.Has(input.Content, path))
            .Select(path => ReportFile(path, $"overlay/{path} replaces what the base and the installer write for each machine. Use sysusers.d for accounts, the section Users for people, and the section Storage for disks."));
}
