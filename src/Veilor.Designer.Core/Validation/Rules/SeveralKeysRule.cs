using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>customizations.user has one key, on one line (blueprint, users).</summary>
public sealed class SeveralKeysRule() : DesignRule("VD5007", DiagnosticSeverity.Warning, "Disk images take one key for each user")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Outputs.ImageTypes.Any(type => type.IsDisk()))
        {
            foreach (var account in input.Design.Users.Accounts)
            {
                if (account.SshKeys.Count > 1)
                {
                    yield return Report(UsersFields.Accounts.PathOf(account, "ssh_keys"), $"'{account.Name}' has {account.SshKeys.Count} keys; the disk builder takes the first only. The kickstart takes them all.");
                }
            }
        }
    }
}
