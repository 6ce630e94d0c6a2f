using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>useradd --gid ends for a group that does not exist (osbuild, org.osbuild.users); Anaconda makes it.</summary>
public sealed class MissingPrimaryGroupRule() : DesignRule("VD5015", DiagnosticSeverity.Error, "The user's own group does not exist")
{
    /// <summary>Ids below are those of the system's groups, which the image may bring.</summary>
    private const int FirstGroupOfPeople = 1000;

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.LetsBuilderMakeUsers()
            ? input.Design.Users.Accounts
                .Where(account => account.GroupId >= FirstGroupOfPeople && !input.Design.Users.Groups.Any(group => group.GroupId == account.GroupId))
                .Select(account => Report(UsersFields.Accounts.PathOf(account, "gid"), $"'{account.Name}' shall have the group id {account.GroupId}, and no group of the design has it: the disk builder ends at 'useradd: group does not exist'.", "Take the usual group", design => UsersFields.Accounts.Put(design, account with { GroupId = null })))
            : [];
}
