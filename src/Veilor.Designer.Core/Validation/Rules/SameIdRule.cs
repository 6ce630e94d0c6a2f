using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: duplicate group ID; useradd: UID is not unique.</summary>
public sealed class SameIdRule() : DesignRule("VD5010", DiagnosticSeverity.Error, "An id is given twice")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var group in input.Design.Users.Accounts.Where(account => account.UserId is not null).GroupBy(account => account.UserId))
        {
            foreach (var account in group.Skip(1))
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "uid"), $"'{account.Name}' and '{group.First().Name}' have the user id {group.Key} both.", "Take the next free id", design => UsersFields.Accounts.Put(design, account with { UserId = null }));
            }
        }

        foreach (var group in input.Design.Users.Groups.Where(each => each.GroupId is not null).GroupBy(each => each.GroupId))
        {
            foreach (var each in group.Skip(1))
            {
                yield return Report(UsersFields.Groups.PathOf(each, "gid"), $"'{each.Name}' and '{group.First().Name}' have the group id {group.Key} both; the builder ends with 'duplicate group ID'.", "Take the next free id", design => UsersFields.Groups.Put(design, each with { GroupId = null }));
            }
        }
    }
}
