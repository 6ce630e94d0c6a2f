using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

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
        "video", "ftp", "lock", "audio", "users", "nobody", "utmp", "input", "kvm", "render", "sgx", "systemd-journal", "systemd-network",
    ];

    /// <summary>Groups of packages that every bootc base installs, and of newer releases of systemd.</summary>
    private static readonly string[] FurtherGroups = ["dbus", "polkitd", "sshd", "chrony", "tss", "clock", "empower"];

    /// <summary>Accounts and groups that packages of Fedora make when they are installed.</summary>
    private static readonly ILookup<string, PackageSpec> OfPackages = new (string Name, string Package)[]
    {
        ("libvirt", "libvirt-daemon"), ("docker", "docker-ce"), ("docker", "moby-engine"), ("wireshark", "wireshark-cli"), ("wireshark", "wireshark"), ("mock", "mock"), ("vboxusers", "VirtualBox"), ("plugdev", "libusb1"),
        ("apache", "httpd"), ("nginx", "nginx"), ("caddy", "caddy"), ("mysql", "mariadb-server"), ("mysql", "mysql-server"), ("postgres", "postgresql-server"), ("redis", "redis"),
        ("valkey", "valkey"), ("memcached", "memcached"), ("named", "bind"), ("unbound", "unbound"), ("dnsmasq", "dnsmasq"), ("postfix", "postfix"), ("dovecot", "dovecot"),
        ("squid", "squid"), ("openvpn", "openvpn"), ("colord", "colord"), ("rtkit", "rtkit"), ("flatpak", "flatpak"), ("pipewire", "pipewire"), ("grafana", "grafana"),
        ("mosquitto", "mosquitto"), ("tomcat", "tomcat"), ("qemu", "qemu-kvm"), ("qemu", "qemu"),
    }.ToLookup(each => each.Name, each => PackageSpec.Parse(each.Package), StringComparer.Ordinal);

    /// <summary>True for the name of a system's user; systemd keeps every name that begins as its own do.</summary>
    public static bool IsUser(string name) => Array.IndexOf(Users, name) >= 0 || name.StartsWith("systemd-", StringComparison.Ordinal);

    /// <summary>The package among the design's that makes an account or a group of this name; null when none is known to.</summary>
    public static PackageSpec? PackageOf(ImageDesign design, string name) => OfPackages[name].FirstOrDefault(package => PackagesFields.Install.Contains(design, package));

    /// <summary>A package that is known to make an account or a group of this name, whether or not it is chosen; null for a name of nobody.</summary>
    public static PackageSpec? KnownPackageOf(string name) => OfPackages[name].FirstOrDefault();

    /// <summary>True when what the design installs may bring a package that makes an account or a group of this name.</summary>
    public static bool MayCome(ImageDesign design, string name) => OfPackages[name].Any(package => UnitPackages.MayCome(design, package.ToString()));

    /// <summary>True for a group that is there in any case.</summary>
    public static bool IsGroup(string name) => Array.IndexOf(Groups, name) >= 0;

    /// <summary>True for a group that is there in any case or in most bases.</summary>
    public static bool IsLikelyGroup(string name) => IsGroup(name) || Array.IndexOf(FurtherGroups, name) >= 0;
}
