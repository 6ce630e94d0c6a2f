using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The generated kickstart partitions already; autopart and mount exclude part (pykickstart, conflicting commands), and a second layout adds to the first.</summary>
public sealed class KickstartConflictRule() : DesignRule("VD8010", DiagnosticSeverity.Error, "Your kickstart lines lay out the disk a second time")
{
    private static readonly string[] Storage = ["autopart", "mount", "part", "partition", "raid", "volgroup", "logvol", "btrfs", "reqpart", "clearpart", "zerombr", "ignoredisk"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        KickstartLines.Commands(input.Design.Installer.ExtraKickstart)
            .Select(command => command.Word)
            .Where(word => Array.IndexOf(Storage, word) >= 0)
            .Distinct(StringComparer.Ordinal)
            .Select(word => Report(DeliveryFields.ExtraKickstart.Path, $"'{word}' belongs to the disk, which the section Storage writes already: the installer refuses both together, or makes both."));
}
