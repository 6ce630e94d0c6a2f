using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>sshd refuses who is in none of AllowGroups, and who has no key when it takes no passwords (sshd_config(5)).</summary>
public sealed class SshLockoutRule() : DesignRule("VD5018", DiagnosticSeverity.Warning, "Nobody could log in over SSH")
{
    private static readonly UnitName Sshd = UnitName.Parse("sshd.service");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var services = input.Design.Services;
        var people = input.Design.Users.Accounts.Where(account => account.HasCredential).ToList();
        if (people.Count == 0 || !services.Enable.Contains(Sshd))
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
    }
}
