namespace Veilor.Designer.Core.Validation;

/// <summary>Accounts that a base has before anybody makes one (Fedora's package setup; systemd's sysusers.d).</summary>
internal static class SystemAccounts
{
    private static readonly string[] Users =
    [
        "bin", "daemon", "adm", "lp", "sync", "shutdown", "halt", "mail", "operator", "games", "ftp", "nobody", "dbus", "tss", "systemd-network",
        "systemd-resolve", "systemd-oomd", "systemd-coredump", "systemd-timesync", "polkitd", "sshd", "chrony", "rpc", "rpcuser", "avahi", "geoclue", "gdm", "sddm", "plasmalogin", "usbmuxd",
    ];

    /// <summary>Groups that every base of Fedora and of Enterprise Linux has.</summary>
    private static readonly string[] Groups =
    [
        "root", "bin", "daemon", "sys", "adm", "tty", "disk", "lp", "mem", "kmem", "wheel", "cdrom", "mail", "man", "dialout", "floppy", "games", "tape",
        "video", "ftp", "lock", "audio", "users", "nobody", "input", "kvm", "render", "sgx", "systemd-journal", "systemd-network",
    ];

    /// <summary>Groups of packages that every bootc base installs, and of newer releases of systemd.</summary>
    private static readonly string[] FurtherGroups = ["dbus", "polkitd", "sshd", "chrony", "tss", "clock", "empower"];

    /// <summary>True for the name of a system's user.</summary>
    public static bool IsUser(string name) => Array.IndexOf(Users, name) >= 0;

    /// <summary>True for a group that is there in any case.</summary>
    public static bool IsGroup(string name) => Array.IndexOf(Groups, name) >= 0;

    /// <summary>True for a group that is there in any case or in most bases.</summary>
    public static bool IsLikelyGroup(string name) => IsGroup(name) || Array.IndexOf(FurtherGroups, name) >= 0;
}
