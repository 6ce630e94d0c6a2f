using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An unattended installation asks nobody, so a machine without any credential stays closed for ever.</summary>
public sealed class UnattendedNoCredentialRule() : DesignRule("VD5002", DiagnosticSeverity.Error, "Nobody could log in")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.HasOwnKickstart())
        {
            yield break;
        }

        if (!input.Design.HasCredential() && input.Design.Installer.Mode == InstallerMode.Unattended && input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(UsersFields.Accounts.Path, "The installation asks nobody, and no user has a password or a key: nobody could log in to the machine. Give a user an SSH key or a password.", "Install interactively", design => DeliveryFields.InstallerMode.Set(design, InstallerMode.Interactive));
        }
    }
}
