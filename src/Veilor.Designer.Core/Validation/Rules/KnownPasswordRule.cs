using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Passwords;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A password that is tried first, where SSH takes passwords: whoever reaches the machine is in (bootc, users-and-groups.md).</summary>
public sealed class KnownPasswordRule() : DesignRule("VD5021", DiagnosticSeverity.Error, "The password is one that everybody tries first")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!SshPasswordRule.TakesPasswords(input))
        {
            yield break;
        }

        foreach (var account in input.Design.Users.Accounts.Where(account => account is { HasPassword: true, RefusesLogin: false }))
        {
            if (KnownPasswords.Has(account, input.Design.Image.Name))
            {
                yield return Report(
                    UsersFields.Accounts.PathOf(account, "password"),
                    $"The password of '{account.Name}' is a default of images and guides, the user's name or the image's, and sshd takes passwords: whoever reaches a machine is in before its owner. Set another, or give a key and refuse passwords over SSH.",
                    $"Take the hash of {account.Name} out",
                    design => UsersFields.Accounts.Put(design, account with { Password = null }));
            }
        }
    }
}
