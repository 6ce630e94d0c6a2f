using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>
/// Users whom useradd refuses, which no builder looks at before it runs: it makes a group of the user's name and ends where that
/// exists, and where a further group does not (useradd(8), exit values 9 and 6). Of an account that exists it makes usermod of
/// useradd (osbuild, org.osbuild.users). Anaconda leaves such a user out.
/// </summary>
internal static class AccountTraps
{
    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        var users = context.Customizations.TablesAt("user").ToList();
        var groups = context.Customizations.TablesAt("group").ToLookup(group => group.TextAt("name"), StringComparer.Ordinal);
        var members = users.SelectMany(user => user.TextsAt("groups").Select(group => (Group: group.Value as string ?? "", User: user))).ToLookup(each => each.Group, each => each.User, StringComparer.Ordinal);
        var reason = context.IsIso
            ? "The installer leaves the user out, and says so in its log alone."
            : "The config is accepted; the build ends at useradd, after the long part.";
        foreach (var user in users.Where(user => user.TextAt("name").Length > 0 && user.At("gid") is null).DistinctBy(user => user.TextAt("name"), StringComparer.Ordinal))
        {
            var name = user.TextAt("name");
            foreach (var group in groups[name])
            {
                yield return TrapFinder.At(group.At("name")!, "user-and-group", DiagnosticSeverity.Error, $"The group {GoText.Quote(name)} is made before the user of that name, who gets a group of that name.", reason);
            }

            if (SystemAccounts.IsUser(name))
            {
                yield return TrapFinder.At(user.At("name")!, "system-name", DiagnosticSeverity.Warning, $"{GoText.Quote(name)} is an account of the system.", context.IsIso ? reason : "The builder changes it with usermod: a service gets a person's password.");
            }
            else if (name is not "root" && SystemAccounts.IsGroup(name))
            {
                yield return TrapFinder.At(user.At("name")!, "system-name", DiagnosticSeverity.Error, $"{GoText.Quote(name)} is a group of the system, and a user gets a group of that name.", reason);
            }

            foreach (var member in members[name].Where(member => !groups.Contains(name) && IsMadeBefore(member, user)))
            {
                yield return TrapFinder.At(
                    member.At("groups")!,
                    "group-of-later-user",
                    DiagnosticSeverity.Error,
                    $"{GoText.Quote(member.TextAt("name"))} shall be in {GoText.Quote(name)}, a group that comes with {(ReferenceEquals(member, user) ? "the account itself" : "a user who is made later")}.",
                    reason);
            }
        }
    }

    /// <summary>The builder keeps users in a table, and makes them, or writes them to the kickstart, in the order of their names.</summary>
    private static bool IsMadeBefore(ConfigTable member, ConfigTable user) =>
        ReferenceEquals(member, user) || string.CompareOrdinal(member.TextAt("name"), user.TextAt("name")) < 0;
}
