using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A bootc installation unpacks an image; no package is installed, and Anaconda does not read the section.</summary>
public sealed class KickstartPackagesRule() : DesignRule("VD8012", DiagnosticSeverity.Warning, "The installer installs no packages")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (KickstartLines.Bodies(input.Design.Installer.ExtraKickstart).Any(section => section.Head.StartsWith("%packages", StringComparison.Ordinal))
            || KickstartLines.Commands(input.Design.Installer.ExtraKickstart).Any(command => command.Word is "repo" or "module"))
        {
            yield return Report(DeliveryFields.ExtraKickstart.Path, "%packages, repo and module have no effect: the image is unpacked as it is. Packages belong into the section Packages.");
        }
    }
}
