using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A password change is asked for only where a password exists.</summary>
public sealed class ChangeWithoutPasswordRule() : DesignRule("VD5008", DiagnosticSeverity.Info, "There is no password to change")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            if (account.ChangePasswordAtFirstLogin && !account.HasPassword && account.HasCredential)
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "change_password"), $"'{account.Name}' logs in with a key and has no password, so there is none to change.", "Do not ask for a change", design => UsersFields.Accounts.Put(design, account with { ChangePasswordAtFirstLogin = false }));
            }
        }
    }
}
