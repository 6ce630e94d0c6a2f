using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// useradd makes a group of the user's name and ends with status 9 when it exists, and with 6 when a further group does not
/// (tried; useradd(8)). The disk builder ends there (osbuild, org.osbuild.users). Anaconda makes every group that it is
/// told of first, and leaves out a user whom useradd refuses, with a line in its log (pyanaconda, core/users.py).
/// </summary>
public sealed class UserGroupNameRule() : DesignRule("VD5016", DiagnosticSeverity.Error, "A user and a group have one name")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        var isBuilt = design.LetsBuilderMakeUsers();
        if (!isBuilt && (!design.MakesIso() || design.HasOwnKickstart()))
        {
            yield break;
        }

        foreach (var account in design.Users.Accounts.Where(account => HasGroupOfItsName(design, account)))
        {
            var name = account.Name.ToString();
            if (UsersFields.Groups.Find(design, name) is { } group)
            {
                yield return Report(UsersFields.Groups.PathOf(group), $"The group '{name}' is made before the user '{name}', whose own group then exists already: {End(isBuilt, $"group {name} exists")}.", $"Remove the group {name}", each => UsersFields.Groups.Remove(each, name));
            }

            if (account.Groups.Contains(account.Name))
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "groups"), $"'{name}' gets a group of that name with the account, and cannot be told to be in it: {End(isBuilt, $"group '{name}' does not exist")}.", $"Take {name} out of its groups", each => UsersFields.Accounts.Put(each, account with { Groups = account.Groups.Remove(account.Name) }));
            }

            foreach (var member in design.Users.Accounts.Where(member => member.Groups.Contains(account.Name) && IsMadeBefore(design, member, account, isBuilt)))
            {
                yield return Report(UsersFields.Accounts.PathOf(member, "groups"), $"'{member.Name}' is made before '{name}' and shall be in the group that comes with '{name}': {End(isBuilt, $"group '{name}' does not exist")}.", $"Take {member.Name} out of {name}", each => UsersFields.Accounts.Put(each, member with { Groups = member.Groups.Remove(account.Name) }));
            }
        }
    }

    /// <summary>True for a user whose group is made with the account. A group id of the design's groups stands for one that is there.</summary>
    private static bool HasGroupOfItsName(ImageDesign design, UserAccount account) =>
        account.GroupId is null || (!design.LetsBuilderMakeUsers() && !design.Users.Groups.Any(group => group.GroupId == account.GroupId));

    /// <summary>The disk config is read as a table, whose names are sorted; a kickstart in its order.</summary>
    private static bool IsMadeBefore(ImageDesign design, UserAccount member, UserAccount account, bool isBuilt)
    {
        var accounts = design.Users.Accounts;
        return !ReferenceEquals(member, account) && UsersFields.Groups.Find(design, account.Name.ToString()) is null
            && ((isBuilt && string.CompareOrdinal(member.Name.ToString(), account.Name.ToString()) < 0) || (design.MakesIso() && accounts.IndexOf(member) < accounts.IndexOf(account)));
    }

    private static string End(bool isBuilt, string error) =>
        isBuilt ? $"the disk builder ends at 'useradd: {error}'" : "the installer leaves the user out, and says so in its log alone";
}
