using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/usr is read-only and /run is empty at boot; home directories are below /var/home (bootc, filesystem.md).</summary>
public sealed class HomeFolderRule() : DesignRule("VD5013", DiagnosticSeverity.Error, "The home directory cannot be made there")
{
    private static readonly string[] Unfit = ["/usr", "/run", "/tmp", "/boot", "/proc", "/sys", "/dev", "/etc", "/sysroot", "/ostree", "/bin", "/sbin", "/lib", "/lib64"];

    /// <summary>Folders that other things live in: as a home the installer would give all of them to the user.</summary>
    private static readonly string[] Shared = ["/", "/var", "/var/home", "/home", "/var/lib", "/opt", "/srv", "/mnt"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Users.Accounts
            .Where(account => account.Home is { } home && IsUnfit(home.ToString()))
            .Select(account => Report(UsersFields.Accounts.PathOf(account, "home"), $"{account.Home} is read-only, emptied or shared with others on a machine. Homes belong below /var/home.", "Take the usual place", design => UsersFields.Accounts.Put(design, account with { Home = null })));

    private static bool IsUnfit(string home) =>
        Array.Exists(Unfit, folder => home.StartsWith(folder, StringComparison.Ordinal) && (home.Length == folder.Length || home[folder.Length] == '/'))
        || Array.IndexOf(Shared, home.Length > 1 ? home.TrimEnd('/') : home) >= 0;
}
