using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// sshd refuses who is in none of AllowGroups, and who has no key when it takes no passwords (sshd_config(5)). In FIPS mode it takes
/// no ed25519 keys: the crypto policy has no such signature (crypto-policies, policies/FIPS.pol).
/// </summary>
public sealed class SshLockoutRule() : DesignRule("VD5018", DiagnosticSeverity.Warning, "Nobody could log in over SSH")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var services = input.Design.Services;
        var people = input.Design.Users.Accounts.Where(account => account.HasCredential).ToList();
        if (people.Count == 0 || !SshPasswordRule.MayRun(input.Design))
        {
            yield break;
        }

        if (services.SshPasswords == false && people.TrueForAll(account => account.SshKeys.IsEmpty))
        {
            yield return Report(ServicesFields.SshPasswords.Path, "sshd refuses passwords, and no user has a key.", "Leave passwords as the image has them", design => ServicesFields.SshPasswords.Set(design, null));
        }

        if (!services.SshGroups.IsEmpty
            && people.TrueForAll(account => !services.SshGroups.Any(group => account.Groups.Contains(group) || group == account.Name)))
        {
            yield return Report(ServicesFields.SshGroups.Path, $"Only members of {string.Join(", ", services.SshGroups)} may use SSH, and no user of the design is one.", "Let every user in", design => ServicesFields.SshGroups.Set(design, []));
        }

        if (input.Design.System.Fips && people.TrueForAll(account => (!account.HasPassword || services.SshPasswords == false) && account.SshKeys.All(key => key.Type.Contains("ed25519", StringComparison.Ordinal))) && people.Exists(account => !account.SshKeys.IsEmpty))
        {
            yield return Report(SystemFields.Fips.Path, "In FIPS mode sshd takes no ed25519 keys, and no user has another: the crypto policy FIPS leaves them out. Give a key of ecdsa-sha2-nistp256, or of RSA with 3072 bits.");
        }

        if (SshLogin.Lockout(input, people) is var (path, problem))
        {
            yield return ReportFile(path, $"overlay/{path}: {problem}");
        }
    }
}
