using Veilor.Designer.Core.Checking.Kickstart.Syntax;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.Kickstart.Traps;

/// <summary>Passwords and accounts that do not turn out as written.</summary>
internal static class AccountTraps
{
    public static IEnumerable<CheckTrap> Find(KickstartSession session) =>
        session.Lines("user", "rootpw", "sshpw").SelectMany(OfPassword)
            .Concat(session.Lines("rootpw").SelectMany(OfRoot))
            .Concat(session.Lines("user").SelectMany(OfUser))
            .Concat(LeftOut(session))
            .Concat(KeysOfNobody(session))
            .Concat(session.Lines("selinux").SelectMany(OfSelinux));

    private static IEnumerable<CheckTrap> OfPassword(CommandLine line)
    {
        if (line.Has("--iscrypted") && line.Has("--plaintext"))
        {
            yield return KickstartTraps.At(line, "--plaintext", "crypted-and-plaintext", DiagnosticSeverity.Error, "--iscrypted and --plaintext exclude each other.", "The validator takes both; the later one wins.");
        }

        var password = line.Context.Syntax.Names[0] == "user" ? line.Text("--password") : line.First("<password>");
        var looksHashed = password.StartsWith('$') && password.LastIndexOf('$') > 0;
        if (password.Length == 0)
        {
            yield break;
        }

        if (line.Has("--iscrypted") && !looksHashed)
        {
            yield return KickstartTraps.At(line, "--iscrypted", "not-a-hash", DiagnosticSeverity.Error, "--iscrypted is given, and the password does not look like a hash.", "It is written to /etc/shadow as it is; nobody can log in with it.");
        }
        else if (!line.Has("--iscrypted") && looksHashed)
        {
            yield return KickstartTraps.At(line, "--password", "hash-as-plaintext", DiagnosticSeverity.Error, "The password looks like a hash, and --iscrypted is missing.", "The hash itself becomes the password.");
        }
        else if (!line.Has("--iscrypted"))
        {
            yield return KickstartTraps.At(line, "--password", "plain-text-password", DiagnosticSeverity.Warning, "The password stands in plain text.", "Use --iscrypted with a $6$ hash.");
        }
    }

    private static IEnumerable<CheckTrap> OfRoot(CommandLine line)
    {
        if (line.Has("--lock") && line.First("<password>").Length > 0)
        {
            yield return KickstartTraps.At(line, "--lock", "locked-with-password", DiagnosticSeverity.Info, "The root account is locked; its password does not count.", "Both are accepted together.");
        }
    }

    private static IEnumerable<CheckTrap> OfUser(CommandLine line)
    {
        if (!line.Counts("--password") && !line.Has("--lock"))
        {
            yield return KickstartTraps.At(line, "--name", "user-without-password", DiagnosticSeverity.Warning, $"User {line.Text("--name")} has no password and is locked.", "The account is made all the same, and Anaconda counts it as present.");
        }
    }

    /// <summary>
    /// Anaconda makes the groups, then each user with the groups that it names; useradd refuses a user whose own group is there by
    /// then, and the installation goes on without (pyanaconda, core/users.py and modules/users/installation.py).
    /// </summary>
    private static IEnumerable<CheckTrap> LeftOut(KickstartSession session)
    {
        var groups = session.Lines("group").Select(line => line.Text("--name")).ToHashSet(StringComparer.Ordinal);
        foreach (var line in session.Lines("user"))
        {
            var name = line.Text("--name");
            groups.UnionWith(line.List("--groups").Select(group => group.Split('(')[0].Trim()));
            if (!line.Has("--gid") && groups.Contains(name))
            {
                yield return KickstartTraps.At(line, "--name", "user-left-out", DiagnosticSeverity.Error, $"User {name} is not made, because a group of that name is there before.", "Anaconda makes groups first; useradd then refuses the user, and only the installer's log says so.");
            }
        }
    }

    /// <summary>Anaconda looks the account up in the new system and stops where there is none (pyanaconda, core/users.py, set_user_ssh_key); the image can bring one.</summary>
    private static IEnumerable<CheckTrap> KeysOfNobody(KickstartSession session)
    {
        var users = session.Lines("user").Select(line => line.Text("--name")).Append("root").ToHashSet(StringComparer.Ordinal);
        foreach (var line in session.Lines("sshkey").Where(line => !users.Contains(line.Text("--username"))))
        {
            yield return KickstartTraps.At(line, "--username", "key-of-nobody", DiagnosticSeverity.Warning, $"No line makes the user {line.Text("--username")}. Unless the image brings it, the installation stops at the key.", "Anaconda writes the key into the user's home, and ends where there is none.");
        }
    }

    private static IEnumerable<CheckTrap> OfSelinux(CommandLine line)
    {
        if (((string[])["--disabled", "--enforcing", "--permissive"]).Count(line.Has) > 1)
        {
            yield return KickstartTraps.At(line, string.Empty, "several-selinux-modes", DiagnosticSeverity.Warning, "Several SELinux modes are given.", "The last one wins without a word.");
        }
    }
}
