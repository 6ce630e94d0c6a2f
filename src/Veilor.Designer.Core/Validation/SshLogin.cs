using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Whether settings of sshd's files shut out everybody who could log in (sshd_config(5)).</summary>
internal static class SshLogin
{
    private static readonly string[] Loopback = ["127.", "localhost", "[::1]", "::1"];

    /// <summary>The first file that shuts out all of these people, and how, as whole sentences; null when one of them gets in.</summary>
    public static (string Path, string Problem)? Lockout(RuleInput input, IReadOnlyList<UserAccount> people)
    {
        foreach (var setting in SshdFiles.Of(input.Content).GroupBy(each => each.Keyword, StringComparer.Ordinal))
        {
            var first = setting.First();
            var all = setting.SelectMany(each => each.Words).ToList();
            var problem = setting.Key switch
            {
                "allowusers" when people.All(account => !Matches(all, account.Name)) => $"Only {Names(all)} may use SSH, and no user of the design is one.",
                "allowgroups" when people.All(account => !Groups(account).Any(group => Matches(all, group))) => $"Only members of {Names(all)} may use SSH, and no user of the design is one.",
                "denyusers" when people.All(account => Matches(all, account.Name)) => $"sshd refuses {Names(all)}, and with that every user of the design.",
                "denygroups" when people.All(account => Groups(account).Any(group => Matches(all, group))) => $"sshd refuses members of {Names(all)}, and every user of the design is one.",
                "pubkeyauthentication" when IsNo(first.Words) && people.All(account => !account.HasPassword) => "sshd takes no keys, and no user has a password.",
                "passwordauthentication" when IsNo(first.Words) && people.All(account => account.SshKeys.IsEmpty) => "sshd refuses passwords, and no user has a key.",
                "authenticationmethods" when first.Words.Count > 0 && people.All(account => !first.Words.Any(list => Meets(list, account))) => $"sshd asks for {string.Join(" or ", first.Words)}, which no user of the design can give.",
                "listenaddress" when all.Count > 0 && all.TrueForAll(address => Array.Exists(Loopback, each => address.StartsWith(each, StringComparison.Ordinal))) => "sshd listens to the machine itself alone.",
                _ => null,
            };
            if (problem is not null)
            {
                return (first.Path, problem);
            }
        }

        return null;
    }

    private static IEnumerable<UnixName> Groups(UserAccount account) => account.GroupId is null ? account.Groups.Append(account.Name) : account.Groups;

    private static bool Matches(List<string> patterns, UnixName name) =>
        patterns.Exists(pattern => pattern.Split('@')[0] is var user && (user is ['!', ..] || PackagePattern.Matches(user, name.ToString())));

    private static string Names(List<string> words) => string.Join(", ", words.Take(5));

    private static bool IsNo(IReadOnlyList<string> words) => words is [var word, ..] && word.Equals("no", StringComparison.OrdinalIgnoreCase);

    private static bool Meets(string list, UserAccount account) =>
        list.Split(',').All(method => method.Split(':')[0] switch
        {
            "publickey" => !account.SshKeys.IsEmpty,
            "password" or "keyboard-interactive" => account.HasPassword,
            _ => true,
        });
}
