using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>useradd makes a group of the user's name and ends when it exists (useradd(8)); Anaconda takes the existing one.</summary>
public sealed class UserGroupNameRule() : DesignRule("VD5016", DiagnosticSeverity.Error, "A user and a group have one name")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.LetsBuilderMakeUsers()
            ? input.Design.Users.Accounts
                .Where(account => account.GroupId is null && UsersFields.Groups.Find(input.Design, account.Name.ToString()) is not null)
                .Select(account => Report(UsersFields.Groups.PathOf(UsersFields.Groups.Find(input.Design, account.Name.ToString())!), $"The group '{account.Name}' is made before the user '{account.Name}', whose own group then exists already: the disk builder ends at 'useradd: group {account.Name} exists'.", $"Remove the group {account.Name}", design => UsersFields.Groups.Remove(design, account.Name.ToString())))
            : [];
}
