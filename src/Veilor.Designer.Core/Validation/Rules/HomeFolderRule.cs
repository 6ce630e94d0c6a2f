using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/usr is read-only and /run is empty at boot; home directories are below /var/home (bootc, filesystem.md).</summary>
public sealed class HomeFolderRule() : DesignRule("VD5013", DiagnosticSeverity.Error, "The home directory cannot be made there")
{
    private static readonly string[] Unfit = ["/usr/", "/run/", "/tmp/", "/boot/", "/proc/", "/sys/", "/dev/", "/etc/", "/sysroot/", "/ostree/", "/bin/", "/lib/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Users.Accounts
            .Where(account => account.Home is { } home && Array.Exists(Unfit, folder => home.ToString().StartsWith(folder, StringComparison.Ordinal)))
            .Select(account => Report(UsersFields.Accounts.PathOf(account, "home"), $"{account.Home} is read-only or emptied on a machine. Homes belong below /var/home.", "Take the usual place", design => UsersFields.Accounts.Put(design, account with { Home = null })));
}
