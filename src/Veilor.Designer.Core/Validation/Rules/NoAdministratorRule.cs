using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>With root locked a member of wheel is the only administrator.</summary>
public sealed class NoAdministratorRule() : DesignRule("VD5005", DiagnosticSeverity.Warning, "Nobody may use sudo")
{
    private static readonly UnixName Wheel = UnixName.Parse("wheel");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Users.LockRoot && !input.Design.Users.Accounts.IsEmpty && !input.Design.Users.Accounts.Any(account => account.Groups.IndexOf(Wheel) >= 0))
        {
            var first = input.Design.Users.Accounts[0];
            yield return Report(UsersFields.Accounts.Path, "Root is locked and no user is in the group wheel, so nobody could administer the machine.", $"Put {first.Name} into wheel", design => UsersFields.Accounts.Put(design, first with { Groups = first.Groups.Add(Wheel) }));
        }
    }
}
