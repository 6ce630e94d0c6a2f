using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A key opens SSH alone; at the console it is of no use.</summary>
public sealed class KeyWithoutSshRule() : DesignRule("VD5009", DiagnosticSeverity.Warning, "The key opens nothing")
{
    private static readonly UnitName Sshd = UnitName.Parse("sshd.service");

    private static readonly UnitName Network = UnitName.Parse("NetworkManager.service");

    private static readonly UnitName Networkd = UnitName.Parse("systemd-networkd.service");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var accounts = input.Design.Users.Accounts;
        if (!accounts.Any(account => account.HasCredential) || accounts.Any(account => account.HasPassword))
        {
            yield break;
        }

        if (ServicesFields.Mask.Contains(input.Design, Sshd) || ServicesFields.Disable.Contains(input.Design, Sshd))
        {
            yield return Report(UsersFields.Accounts.Path, "The users have keys and no passwords, and sshd is held back: nobody could log in, neither at the console nor over the network.");
        }
        else if ((ServicesFields.Mask.Contains(input.Design, Network) || ServicesFields.Disable.Contains(input.Design, Network)) && !ServicesFields.Enable.Contains(input.Design, Networkd) && input.Design.HasSmallBase())
        {
            yield return Report(UsersFields.Accounts.Path, "The users have keys and no passwords, and NetworkManager is held back, without which the base has no network: nobody could log in.");
        }
    }
}
