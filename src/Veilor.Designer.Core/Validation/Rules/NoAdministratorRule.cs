using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// With root locked a member of wheel who can log in is the only administrator, and sudo asks that one for a password.
/// While nobody can log in, VD5001 to VD5003 speak.
/// </summary>
public sealed class NoAdministratorRule() : DesignRule("VD5005", DiagnosticSeverity.Warning, "Nobody may use sudo")
{
    private static readonly UnixName Wheel = UnixName.Parse("wheel");

    private static readonly AbsolutePath Bash = AbsolutePath.Parse("/bin/bash");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var accounts = input.Design.Users.Accounts;
        if (!input.Design.Users.LockRoot || !input.Design.HasCredential())
        {
            yield break;
        }

        if (input.Design.HasAdministrator())
        {
            var administrators = accounts.Where(account => account.IsAdministrator()).ToList();
            if (administrators.TrueForAll(account => !account.HasPassword) && !TakesOwnUsers(input.Design) && !SudoRules.MayAskNothing(input))
            {
                yield return ReportKey(administrators[0]);
            }
        }
        else if (accounts.FirstOrDefault(account => account.HasCredential && account.Groups.Contains(Wheel)) is { } shut)
        {
            yield return Report(
                UsersFields.Accounts.PathOf(shut, "shell"),
                $"Root is locked, and '{shut.Name}' in the group wheel has the shell {shut.Shell}, which ends every log-in: nobody could administer the machine.",
                $"Give {shut.Name} {Bash}",
                design => UsersFields.Accounts.Put(design, shut with { Shell = Bash }));
        }
        else
        {
            var first = accounts.FirstOrDefault(account => account is { HasCredential: true, RefusesLogin: false });
            var message = "Root is locked, and no user who can log in is in the group wheel, so nobody could administer the machine.";
            yield return first is null
                ? Report(UsersFields.Accounts.Path, message)
                : Report(UsersFields.Accounts.Path, message, $"Put {first.Name} into wheel", design => UsersFields.Accounts.Put(design, first with { Groups = first.Groups.Add(Wheel) }));
        }
    }

    private Diagnostic ReportKey(UserAccount first)
    {
        var message = $"Root is locked, and '{first.Name}' logs in with a key and has no password that works. sudo asks for the person's own password, so nobody could administer the machine. Set a password, or let wheel use sudo without one.";
        return first.Password is null
            ? Report(UsersFields.Accounts.PathOf(first, "password"), message, "Let wheel use sudo without a password", design => ContentFields.AfterPackages.Set(design, string.Join('\n', new[] { ContentFields.AfterPackages.Get(design), SudoRules.FreeWheel }.Where(text => text.Length > 0))))
            : Report(UsersFields.Accounts.PathOf(first, "locked"), message, $"Unlock the password of {first.Name}", design => UsersFields.Accounts.Put(design, first with { IsLocked = false }));
    }

    /// <summary>True when only a kickstart of one's own makes users, whatever the design says.</summary>
    private static bool TakesOwnUsers(ImageDesign design) => design.HasOwnKickstart() && !design.LetsBuilderMakeUsers();
}
