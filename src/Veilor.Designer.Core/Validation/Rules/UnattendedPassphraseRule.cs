using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Anaconda stops: encryption requested but no key specified. A passphrase in a file would be no secret.</summary>
public sealed class UnattendedPassphraseRule() : DesignRule("VD3010", DiagnosticSeverity.Error, "An unattended installation cannot ask for the passphrase")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.HasOwnKickstart())
        {
            yield break;
        }

        if (input.Design.Installer.Mode == InstallerMode.Unattended && input.Design.Storage.HasEncryption && input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(DeliveryFields.InstallerMode.Path, "The disk is encrypted, and an unattended installer has nobody to ask for the passphrase. A passphrase in the kickstart would be readable to everyone who has the ISO.", "Install interactively", design => DeliveryFields.InstallerMode.Set(design, InstallerMode.Interactive));
        }
    }
}
