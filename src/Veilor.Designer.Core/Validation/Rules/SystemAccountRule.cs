using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The name belongs to an account of the system; useradd ends: user exists.</summary>
public sealed class SystemAccountRule() : DesignRule("VD5012", DiagnosticSeverity.Error, "The name belongs to the system")
{
    private static readonly string[] Names =
    [
        "bin", "daemon", "adm", "lp", "sync", "shutdown", "halt", "mail", "operator", "games", "ftp", "nobody", "dbus", "tss", "systemd-network",
        "systemd-resolve", "systemd-oomd", "systemd-coredump", "systemd-timesync", "polkitd", "sshd", "chrony", "rpc", "rpcuser", "avahi", "geoclue", "gdm", "sddm", "plasmalogin", "usbmuxd",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Users.Accounts
            .Where(account => Array.IndexOf(Names, account.Name.ToString()) >= 0)
            .Select(account => Report(UsersFields.Accounts.PathOf(account, "name"), $"'{account.Name}' is an account of the system, so it cannot be made for a person."));
}
