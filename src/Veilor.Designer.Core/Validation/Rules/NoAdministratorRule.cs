using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>With root locked a member of wheel who can log in is the only administrator. While nobody can log in, VD5001 to VD5003 speak.</summary>
public sealed class NoAdministratorRule() : DesignRule("VD5005", DiagnosticSeverity.Warning, "Nobody may use sudo")
{
    private static readonly UnixName Wheel = UnixName.Parse("wheel");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Users.LockRoot && input.Design.HasCredential() && !input.Design.HasAdministrator())
        {
            var first = input.Design.Users.Accounts.First(account => account.HasCredential);
            yield return Report(UsersFields.Accounts.Path, "Root is locked, and no user who can log in is in the group wheel, so nobody could administer the machine.", $"Put {first.Name} into wheel", design => UsersFields.Accounts.Put(design, first with { Groups = first.Groups.Add(Wheel) }));
        }
    }
}
