using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>Users and groups whose values nobody looks at before osbuild runs, or not even then.</summary>
internal static partial class UserTraps
{
    private static readonly string[] RecognisedHashes = ["$6$", "$5$", "$2b$"];

    private static readonly string[] DroppedOnIso = ["description", "expiredate", "force_password_reset"];

    public static IEnumerable<CheckTrap> Find(TrapContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var user in context.Customizations.TablesAt("user"))
        {
            foreach (var trap in OfName(user, names).Concat(OfPassword(user)).Concat(context.IsIso ? OfIso(user) : []))
            {
                yield return trap;
            }
        }

        foreach (var group in context.Customizations.TablesAt("group"))
        {
            if (group.TextAt("name").Length is 0 or > 32)
            {
                yield return TrapFinder.At(
                    (ConfigValue)group,
                    "group-name",
                    DiagnosticSeverity.Error,
                    "A group needs a name of 1 to 32 characters.",
                    "The builder does not look; osbuild refuses its manifest later.");
            }
        }
    }

    private static IEnumerable<CheckTrap> OfName(ConfigTable user, HashSet<string> names)
    {
        var name = user.TextAt("name");
        if (!NamePattern().IsMatch(name))
        {
            yield return TrapFinder.At(
                user.At("name")?.Value ?? user,
                "user-name",
                DiagnosticSeverity.Error,
                name.Length == 0 ? "A user has no name." : $"{GoText.Quote(name)} is no valid user name.",
                "The builder does not look; osbuild refuses its manifest later, after the long part of the build.");
        }
        else if (!names.Add(name))
        {
            yield return TrapFinder.At(
                user.At("name")!,
                "duplicate-user",
                DiagnosticSeverity.Warning,
                $"User {GoText.Quote(name)} is described twice.",
                "Nothing compares users; the later description wins.");
        }
    }

    private static IEnumerable<CheckTrap> OfPassword(ConfigTable user)
    {
        var password = user.TextAt("password");
        if (password.Length == 0 || RecognisedHashes.Any(h => password.StartsWith(h, StringComparison.Ordinal)))
        {
            yield break;
        }

        var entry = user.At("password")!;
        yield return password[0] == '$' && password.IndexOf('$', 1) > 0
            ? TrapFinder.At(
                entry,
                "unrecognised-hash",
                DiagnosticSeverity.Error,
                $"The hash {password[..(password.IndexOf('$', 1) + 1)]}… is taken as a plain-text password and hashed again; nobody can log in with it.",
                "Only $6$, $5$ and $2b$ count as hashes. Make one with: openssl passwd -6")
            : TrapFinder.At(
                entry,
                "plain-text-password",
                DiagnosticSeverity.Warning,
                "The password stands in plain text.",
                "The builder hashes it, but the file keeps it. A $6$ hash or an SSH key is safer.");
    }

    private static IEnumerable<CheckTrap> OfIso(ConfigTable user) =>
        DroppedOnIso.Select(name => user.At(name)).OfType<ConfigEntry>().Select(entry => TrapFinder.At(
            entry,
            "dropped-user-option",
            DiagnosticSeverity.Warning,
            $"{entry.Name} is dropped: an ISO makes its users by kickstart, which has no such option.",
            "The kickstart stage passes name, password, key, groups, shell, home, uid and gid only."));

    [GeneratedRegex(@"^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,255}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex NamePattern();
}
