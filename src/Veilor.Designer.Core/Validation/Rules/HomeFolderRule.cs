using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The root is read-only and /run is empty at boot; home directories are below /var/home (bootc, filesystem.md). useradd and
/// Anaconda make the folder in the tree that they install, where a machine does not see it.
/// </summary>
public sealed class HomeFolderRule() : DesignRule("VD5013", DiagnosticSeverity.Error, "The home directory cannot be made there")
{
    private static readonly string[] Unfit =
        ["/usr", "/run", "/tmp", "/boot", "/proc", "/sys", "/dev", "/etc", "/sysroot", "/ostree", "/bin", "/sbin", "/lib", "/lib64", "/media", "/lost+found", "/var/run", "/var/lock", "/var/tmp"];

    /// <summary>Folders that other things live in: as a home the installer would give all of them to the user.</summary>
    private static readonly string[] Shared = ["/", "/var", "/var/home", "/home", "/var/lib", "/opt", "/srv", "/mnt", "/var/opt", "/var/srv", "/var/mnt", "/var/log", "/var/cache", "/var/spool"];

    /// <summary>Root's home, which nobody else may enter.</summary>
    private static readonly string[] OfRoot = ["/root", "/var/roothome"];

    /// <summary>Folders at the top that last: /var, and links into it.</summary>
    private static readonly string[] Lasting = ["var", "home", "srv", "mnt"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var account in input.Design.Users.Accounts)
        {
            if (account.Home?.ToString() is { } home && Why(input, home) is { } why)
            {
                yield return Report(UsersFields.Accounts.PathOf(account, "home"), $"{account.Home} {why}. Homes belong below /var/home.", "Take the usual place", design => UsersFields.Accounts.Put(design, account with { Home = null }));
            }
        }
    }

    private static string? Why(RuleInput input, string home)
    {
        if (Array.IndexOf(Shared, home) >= 0 || IsBelow(Unfit, home))
        {
            return "is read-only, emptied or shared with others on a machine";
        }

        if (IsBelow(OfRoot, home))
        {
            return "is root's own, and nobody else may enter it";
        }

        var top = home.Split('/')[1];
        return Array.IndexOf(Lasting, top) >= 0 || (top is "opt" && input.Design.LinksOpt()) || IsMade(input, home, "/" + top)
            ? null
            : $"cannot be there: the root of a machine is read-only, and nothing is mounted at /{top}";
    }

    /// <summary>True when the layout mounts something there, or the design's own lines, scripts or files make the folder at the top, which may be a link.</summary>
    private static bool IsMade(RuleInput input, string home, string top) =>
        StorageFacts.MountPoints(input.Design.Storage).Any(mount => !mount.MountPoint.IsRoot && IsBelow([mount.MountPoint.ToString()], home))
        || input.Design.Installer.OwnKickstart.Contains(top, StringComparison.Ordinal)
        || input.Design.Installer.ExtraKickstart.Contains(top, StringComparison.Ordinal)
        || ExtraLines.Fields.Any(field => field.Get(input.Design).Contains(top, StringComparison.Ordinal))
        || BuildCommands.Of(input).Any(command => command.Text.Contains(top, StringComparison.Ordinal))
        || OverlayFiles.All(input.Content).Any(each => each.Path.EndsWith(".mount", StringComparison.Ordinal) && each.File.ReadableText().Contains(top, StringComparison.Ordinal));

    private static bool IsBelow(string[] folders, string home) =>
        Array.Exists(folders, folder => home.StartsWith(folder, StringComparison.Ordinal) && (home.Length == folder.Length || home[folder.Length] == '/'));
}
