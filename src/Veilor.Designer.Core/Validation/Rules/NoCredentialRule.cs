using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without user and rootpw Anaconda makes its user page mandatory.</summary>
public sealed class NoCredentialRule() : DesignRule("VD5001", DiagnosticSeverity.Info, "The installer will ask for a user")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.HasOwnKickstart())
        {
            yield break;
        }

        if (!input.Design.HasCredential() && input.Design.Installer.Mode == InstallerMode.Interactive && input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(UsersFields.Accounts.Path, "No user has a password or a key yet, so the kickstart names none and the installer asks for one. Set a credential to have the user made for you.");
        }
    }
}
