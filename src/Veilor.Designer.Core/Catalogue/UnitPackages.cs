using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// Which Fedora package brings a unit. The pairs were read from Fedora's spec files and comps (the record is
/// <c>name-sources.tsv</c> of the tests); a unit that is not here is unknown, not absent.
/// </summary>
public static class UnitPackages
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["sshd.service"] = "openssh-server",
        ["fail2ban.service"] = "fail2ban-server",
        ["usbguard.service"] = "usbguard",
        ["tuned.service"] = "tuned",
        ["tuned-ppd.service"] = "tuned-ppd",
        ["auditd.service"] = "audit",
        ["firewalld.service"] = "firewalld",
        ["chronyd.service"] = "chrony",
        ["sddm.service"] = "sddm",
        ["plasmalogin.service"] = "plasma-login-manager",
        ["gdm.service"] = "gdm",
        ["podman.socket"] = "podman",
        ["podman-auto-update.timer"] = "podman",
        ["NetworkManager.service"] = "NetworkManager",
        ["cups.service"] = "cups",
        ["cups.socket"] = "cups",
        ["bluetooth.service"] = "bluez",
        ["libvirtd.service"] = "libvirt-daemon",
        ["cockpit.socket"] = "cockpit-ws",
        ["tailscaled.service"] = "tailscale",
        ["bootc-fetch-apply-updates.timer"] = "bootc",
        ["fstrim.timer"] = "util-linux",
        ["systemd-resolved.service"] = "systemd-resolved",
        ["rpm-ostreed-automatic.timer"] = "rpm-ostree",
        ["rpm-ostreed.service"] = "rpm-ostree",
        ["rpm-ostree-countme.timer"] = "rpm-ostree",
        ["bootc-fetch-apply-updates.service"] = "bootc",
        ["sshd.socket"] = "openssh-server",
        ["NetworkManager-wait-online.service"] = "NetworkManager",
        ["NetworkManager-dispatcher.service"] = "NetworkManager",
        ["chrony-wait.service"] = "chrony",
        ["podman.service"] = "podman",
        ["podman-restart.service"] = "podman",
        ["podman-auto-update.service"] = "podman",
        ["fstrim.service"] = "util-linux",
        ["dbus-broker.service"] = "dbus-broker",
    };

    /// <summary>Packages that every bootc base brings.</summary>
    private static readonly string[] Base = ["bootc", "util-linux", "podman", "NetworkManager", "openssh-server", "chrony", "systemd-resolved", "rpm-ostree", "dbus-broker", "systemd"];

    /// <summary>Packages that Fedora's desktop environments and groups install (fedora-comps).</summary>
    private static readonly (string Group, string Package)[] GroupMembers =
    [
        // Which of the two depends on the release; a rule of its own looks at that.
        ("kde-desktop-environment", "sddm"), ("kde-desktop", "sddm"),
        ("kde-desktop-environment", "plasma-login-manager"), ("kde-desktop", "plasma-login-manager"),
        ("workstation-product-environment", "gdm"), ("gnome-desktop", "gdm"),
        ("kde-desktop-environment", "bluez"), ("workstation-product-environment", "bluez"),
        ("kde-desktop-environment", "cups"), ("workstation-product-environment", "cups"), ("printing", "cups"),
        ("core", "firewalld"), ("kde-desktop-environment", "firewalld"), ("workstation-product-environment", "firewalld"),
    ];

    /// <summary>Packages that require others (Fedora's spec files).</summary>
    private static readonly (string Package, string Required)[] Requirements =
    [
        ("fail2ban", "fail2ban-server"), ("fail2ban-all", "fail2ban-server"), ("fail2ban-firewalld", "fail2ban-server"), ("fail2ban-sendmail", "fail2ban-server"),
        ("fail2ban-systemd", "fail2ban-server"), ("fail2ban-selinux", "fail2ban-server"),
        ("libvirt", "libvirt-daemon"), ("libvirt-daemon-kvm", "libvirt-daemon"), ("libvirt-daemon-qemu", "libvirt-daemon"),
        ("tuned-ppd", "tuned"), ("firewall-config", "firewalld"), ("firewall-applet", "firewalld"), ("blueman", "bluez"), ("gnome-bluetooth", "bluez"),
        ("usbguard-notifier", "usbguard"), ("cockpit", "cockpit-ws"),
    ];

    /// <summary>Units whose name does not begin with that of their package.</summary>
    private static readonly (string Package, string Unit)[] OtherNames =
    [
        ("wireguard-tools", "wg-quick@"), ("samba", "nmb."), ("samba", "smb."), ("samba-winbind", "winbind."), ("cloud-init", "cloud-"), ("moby-engine", "docker."), ("docker-ce", "docker."),
        ("mdadm", "mdmonitor"), ("at", "atd."), ("bind", "named"), ("cri-o", "crio"), ("lvm2", "lvm2-"), ("iptables-services", "iptables."), ("iptables-services", "ip6tables."),
        ("greenboot", "redboot"), ("cronie", "crond."),
    ];

    /// <summary>Ends of package names that leave the name of the program.</summary>
    private static readonly string[] Ends = ["-server", "-daemon", "-ws", "-core", "-common"];

    /// <summary>Every unit whose package is written down here.</summary>
    public static IReadOnlyDictionary<string, string> Pairs => Packages;

    /// <summary>Packages that are known to come with a group or an environment.</summary>
    public static IEnumerable<string> OfGroups => GroupMembers.Select(member => member.Package).Distinct(StringComparer.Ordinal);

    /// <summary>The package that brings the unit, or null when that is not known.</summary>
    public static string? PackageOf(UnitName unit) => Packages.GetValueOrDefault(unit.ToString());

    /// <summary>Units of ostree and bootupd, which every base has (ostree, src/boot; bootupd, systemd).</summary>
    private static readonly string[] OfBases = ["ostree-state-overlay@.service", "bootloader-update.service", "ostree-remount.service", "ostree-finalize-staged.service", "ostree-finalize-staged.path"];

    /// <summary>True for a unit that systemd itself or the base's own tools bring to every base, and for an instance of its templates.</summary>
    public static bool IsOfSystemd(UnitName unit)
    {
        var name = unit.ToString();
        var at = name.IndexOf('@', StringComparison.Ordinal);
        return Array.IndexOf(OfBases, at < 0 ? name : $"{name.AsSpan(0, at + 1)}.{unit.Type}") >= 0 || KnownNames.Units.Has(at < 0 ? name : $"{name.AsSpan(0, at + 1)}.{unit.Type}");
    }

    /// <summary>Packages of the groups that every atomic desktop of Fedora is made of (fedora-comps, base-graphical, core and standard).</summary>
    private static readonly string[] AtomicDesktop = ["firewalld", "cups", "bluez", "tuned", "tuned-ppd", "systemd-oomd-defaults", "avahi", "ModemManager", "flatpak"];

    /// <summary>True for a package that this design's base has already.</summary>
    public static bool IsInBase(ImageDesign design, string package) =>
        IsInBase(package) || (design.IsAtomicDesktop() && Array.Exists(AtomicDesktop, each => string.Equals(each, package, StringComparison.Ordinal)));

    /// <summary>True for a package that every base has already.</summary>
    public static bool IsInBase(string package) => Array.Exists(Base, each => string.Equals(each, package, StringComparison.Ordinal));

    /// <summary>True when the design installs the package, by name or pattern, by one that requires it or by a group that holds it.</summary>
    public static bool IsChosen(ImageDesign design, string package)
    {
        var installed = InstalledNames.Of(design.Packages);
        return installed.Has(package)
            || Array.Exists(Requirements, each => string.Equals(each.Required, package, StringComparison.Ordinal) && installed.Has(each.Package))
            || design.Packages.Environments.Concat(design.Packages.Groups).Any(group =>
                Array.Exists(GroupMembers, member => string.Equals(member.Group, group.ToString(), StringComparison.Ordinal)
                    && string.Equals(member.Package, package, StringComparison.Ordinal)));
    }

    /// <summary>
    /// True when the package may come with what the design installs: it is chosen, a group or an environment is, or a
    /// package of its family, which may require it.
    /// </summary>
    public static bool MayCome(ImageDesign design, string package) =>
        HasGroups(design) || IsChosen(design, package) || InstalledNames.Of(design.Packages).HasFamily(Stem(package));

    /// <summary>True when a unit of which no package is known may come with what the design installs, judged by the names.</summary>
    public static bool MayCome(ImageDesign design, UnitName unit)
    {
        var name = unit.ToString();
        var stem = name[..name.AsSpan().IndexOfAny('@', '.')];
        var installed = InstalledNames.Of(design.Packages);
        return installed.HasFamily(stem) || installed.Begins(stem)
            || Array.Exists(OtherNames, each => name.StartsWith(each.Unit, StringComparison.Ordinal) && installed.Has(each.Package));
    }

    /// <summary>True when the design chooses a group or an environment; both hold packages that it does not name.</summary>
    private static bool HasGroups(ImageDesign design) => !design.Packages.Environments.IsEmpty || !design.Packages.Groups.IsEmpty;

    private static string Stem(string package) =>
        Array.Find(Ends, end => package.EndsWith(end, StringComparison.Ordinal)) is { } found ? package[..^found.Length] : package;
}
