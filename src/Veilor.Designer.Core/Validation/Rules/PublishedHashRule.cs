using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A hash in a public repository can be guessed at leisure.</summary>
public sealed class PublishedHashRule() : DesignRule("VD5004", DiagnosticSeverity.Warning, "A password hash goes into the bundle")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            if (account.Password is not null)
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "password"), $"The password hash of '{account.Name}' stands in design.toml, the kickstart and the disk config. Whoever sees the bundle can guess at it without limit. Use an SSH key, or export without credentials.", $"Take the hash of {account.Name} out", design => UsersFields.Accounts.Put(design, account with { Password = null }));
            }
        }
    }
}
