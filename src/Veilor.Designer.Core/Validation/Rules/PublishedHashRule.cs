using Veilor.Designer.Core.Design;
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
                yield return Report(UsersFields.Accounts.PathOf(account, "password"), $"The password hash of '{account.Name}' stands in {Places(input.Design, account)}. Whoever sees the bundle can guess at it without limit. Use an SSH key, or export without credentials.", $"Take the hash of {account.Name} out", design => UsersFields.Accounts.Put(design, account with { Password = null }));
            }
        }
    }

    /// <summary>The files with the hash: the builders get none that is locked, and an account that nobody could use is not made at all.</summary>
    private static string Places(ImageDesign design, UserAccount account) =>
        (account.HasCredential && !design.HasOwnKickstart(), account.HasPassword) switch
        {
            (true, true) => "design.toml, the kickstart and the disk config",
            (true, false) => "design.toml and the kickstart",
            (false, true) => "design.toml and the disk config",
            _ => "design.toml",
        };
}
