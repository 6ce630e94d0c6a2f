using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builder adds ostreecontainer itself; ostreecontainer, bootc and ostreesetup exclude each other (pykickstart).</summary>
public sealed class KickstartSourceRule() : DesignRule("VD8005", DiagnosticSeverity.Error, "The kickstart names a second image source")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        KickstartLines.Commands(input.Design.Installer.ExtraKickstart)
            .Select(command => command.Word)
            .Where(word => word is "ostreecontainer" or "bootc" or "ostreesetup" or "liveimg" or "url" or "nfs" or "cdrom" or "harddrive" or "hmc")
            .Distinct(StringComparer.Ordinal)
            .Select(word => Report(DeliveryFields.ExtraKickstart.Path, $"'{word}' names a source of the installation, and the kickstart gets its own: the installer refuses two, or takes the wrong one."));
}
