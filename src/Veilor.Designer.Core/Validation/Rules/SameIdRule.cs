using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The builders refuse it: duplicate group ID; useradd: UID is not unique. A user without an id gets the next free one when the
/// turn comes (useradd(8)), which a later user may name: the disk builder then ends, and an installer leaves that one out.
/// </summary>
public sealed class SameIdRule() : DesignRule("VD5010", DiagnosticSeverity.Error, "An id is given twice")
{
    /// <summary>The ids that useradd gives to people (login.defs of Fedora and of Enterprise Linux).</summary>
    private const int First = 1000, Last = 60000;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (taker, named) in Taken(input.Design).Distinct())
        {
            var id = FreeId(input.Design.Users.Accounts, named.UserId);
            yield return Report(UsersFields.Accounts.PathOf(named, "uid"), $"'{taker.Name}' has no user id and is made first, so it gets {named.UserId}, which '{named.Name}' is to have: a disk builder ends at useradd, and an installer leaves '{named.Name}' out.", $"Give {taker.Name} the id {id}", design => UsersFields.Accounts.Put(design, taker with { UserId = id }));
        }

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

    /// <summary>A user without an id, and the later one whose id it takes.</summary>
    private static IEnumerable<(UserAccount Taker, UserAccount Named)> Taken(ImageDesign design) =>
        [
            // The builder's settings are a map, written in the order of the names (osbuild/images, pkg/osbuild/users_stage.go).
            .. design.LetsBuilderMakeUsers() ? Taken(design.Users.Accounts.OrderBy(account => account.Name.ToString(), StringComparer.Ordinal)) : [],
            .. design.MakesIso() && !design.HasOwnKickstart() ? Taken(design.Users.Accounts.Where(account => account.HasCredential)) : [],
        ];

    private static IEnumerable<(UserAccount Taker, UserAccount Named)> Taken(IEnumerable<UserAccount> accounts)
    {
        var owners = new SortedDictionary<int, UserAccount>();
        foreach (var account in accounts)
        {
            if (account.UserId is not { } id)
            {
                owners[Next(owners)] = account;
            }
            else if (!owners.TryAdd(id, account) && owners[id].UserId is null)
            {
                yield return (owners[id], account);
            }
        }
    }

    /// <summary>One more than the highest that is taken, or the lowest that is free.</summary>
    private static int Next(SortedDictionary<int, UserAccount> owners)
    {
        var last = owners.Keys.LastOrDefault(id => id is >= First and <= Last, First - 1);
        return last < Last ? last + 1 : Enumerable.Range(First, Last - First).First(id => !owners.ContainsKey(id));
    }

    /// <summary>The next id above this one that no user names, or the lowest.</summary>
    private static int FreeId(IReadOnlyCollection<UserAccount> accounts, int? above) =>
        Enumerable.Range(First, Last - First + 1).OrderBy(id => id <= above).First(id => accounts.All(account => account.UserId != id));
}
