using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The name belongs to an account of the system, which the disk builder changes with usermod, or to a group, where useradd
/// ends: group exists (osbuild, org.osbuild.users). Groups are made with groupadd --force, which takes one that exists (osbuild/images
/// since v0.235), and Anaconda passes over it, and over a user who exists or whom useradd refuses (pyanaconda, core/users.py and modules/users/installation.py).
/// </summary>
public sealed class SystemAccountRule() : DesignRule("VD5012", DiagnosticSeverity.Error, "The name belongs to the system")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var users = input.Design.Users;
        foreach (var account in users.Accounts)
        {
            var name = account.Name.ToString();
            var path = UsersFields.Accounts.PathOf(account, "name");
            if (SystemAccounts.IsUser(name))
            {
                yield return Report(path, $"'{account.Name}' is an account of the system, so it cannot be made for a person: a disk builder would give the service the person's password, and an installer leaves the user out.");
            }
            else if (SystemAccounts.PackageOf(input.Design, name) is { } package)
            {
                yield return Report(path, $"{package} brings an account or a group '{account.Name}', so the name cannot be a person's.");
            }
            else if (account.GroupId is null && SystemAccounts.IsGroup(name) && name is not "root")
            {
                yield return Report(path, $"'{account.Name}' is a group of the system, and a user gets a group of its own name: the disk builder ends at 'useradd: group {account.Name} exists', and an installer leaves the user out without a word.");
            }
        }
    }
}
