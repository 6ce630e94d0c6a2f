using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD6: services and system.</summary>
internal static class ServiceCases
{
    /// <summary>Keys alone, a firewall that runs, and its default zone.</summary>
    private static ImageDesign Walled(string? zone) =>
        SystemFields.FirewallZone.Set(Sound.Install("firewalld").Enable("firewalld.service"), zone is null ? null : FirewallZone.Parse(zone));

    private static DesignContent Zone(string name, string text) => File($"overlay/etc/firewalld/zones/{name}.xml", text);

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD6001", "a unit enabled and masked", Sound.Enable("sshd.service").Mask("sshd.service")),
        Raises("VD6001", "a unit enabled and disabled", Sound.Enable("sshd.service").Disable("sshd.service")),
        Spares("VD6001", "two units", Sound.Enable("sshd.service").Mask("cups.service")),

        Raises("VD6002", "a unit whose package is missing", Sound.Enable("tuned.service")),
        Spares("VD6002", "a unit with its package", Sound.Enable("tuned.service").Install("tuned")),
        Spares("VD6002", "a unit of the base", Sound.Enable("sshd.service")),
        Spares("VD6002", "a unit of an environment", PackagesFields.Environments.Add(Sound.Enable("sddm.service"), PackageGroupId.Parse("kde-desktop-environment"))),
        Spares("VD6002", "a unit of the overlay", Sound.Enable("tuned.service"), Files("overlay/etc/systemd/system/tuned.service")),
        Spares("VD6002", "a unit of a package that the larger one requires", Sound.Enable("cockpit.socket").Install("cockpit-ws")),
        Spares("VD6002", "a unit of the larger package", Sound.Enable("cockpit.socket").Install("cockpit")),
        Spares("VD6002", "a unit of systemd", Sound.Enable("systemd-oomd.service")),
        Spares("VD6002", "a unit of a package with version, release or architecture", Sound.Enable("firewalld.service").Enable("cups.service").Enable("tailscaled.service").Install("firewalld-2.3.0-1.fc44", "cups.x86_64", "tailscale-1.80.0")),
        Spares("VD6002", "a unit of a package by a pattern", Sound.Enable("tuned.service").Install("tuned*")),
        Spares("VD6002", "units of packages that others require", Sound.Enable("firewalld.service").Enable("bluetooth.service").Enable("libvirtd.service").Enable("fail2ban.service").Install("firewall-config", "blueman", "libvirt", "fail2ban-firewalld")),
        Spares("VD6002", "further units of packages that others require", Sound.Enable("tuned.service").Enable("usbguard.service").Enable("libvirtd.service").Enable("bluetooth.service").Install("tuned-profiles-cpu-partitioning", "usbguard-notifier", "libvirt-daemon-kvm", "gnome-bluetooth")),
        Spares("VD6002", "a unit that a group may bring", PackagesFields.Groups.Add(Sound.Enable("firewalld.service").Enable("tuned.service"), PackageGroupId.Parse("headless-management"))),
        Raises("VD6002", "a unit beside a package of a like name", Sound.Enable("cups.service").Install("cupsd2")),

        Spares("VD6003", "units of ostree and bootupd", Sound.Enable("ostree-state-overlay@opt.service").Enable("bootloader-update.service").Enable("systemd-homed.service")),
        Raises("VD6003", "units of packages of their own", Sound.Enable("systemd-networkd.service").Enable("nftables.service")),
        Raises("VD6003", "a unit that nothing brings", Sound.Enable("nothing.service")),
        Spares("VD6003", "units of systemd itself", Sound.Enable("serial-getty@ttyS0.service").Enable("tmp.mount").Enable("systemd-pstore.service").Enable("getty.target").Disable("tmp.mount").Disable("rc-local.service")),
        Spares("VD6003", "units of systemd itself that lines of one's own enable", Sound.Lines("RUN systemctl enable serial-getty@ttyS0 tmp.mount && systemctl enable console-getty")),
        Spares("VD6003", "further units of packages that every base has", Sound.Enable("sshd.socket").Enable("NetworkManager-wait-online.service").Enable("podman-restart.service").Disable("rpm-ostree-countme.timer")),
        Spares("VD6003", "a unit of a package by its name", Sound.Enable("nftables.service").Enable("systemd-networkd.service").Enable("sysstat.service").Enable("lldpd.service").Enable("greenboot-healthcheck.service").Enable("ly@tty2.service").Install("nftables", "systemd-networkd", "sysstat", "lldpd", "greenboot", "ly")),
        Spares("VD6003", "a unit of a package by another name", Sound.Enable("wg-quick@wg0.service").Enable("nmb.service").Enable("cloud-final.service").Enable("docker.socket").Enable("mdmonitor.service").Enable("atd.service").Enable("named.service").Install("wireguard-tools", "samba", "cloud-init", "moby-engine", "mdadm", "at", "bind")),
        Spares("VD6003", "further units of a package by another name", Sound.Enable("crio.service").Enable("lvm2-monitor.service").Enable("ip6tables.service").Enable("autofs.service").Enable("squid.service").Enable("earlyoom.service").Install("cri-o", "lvm2", "iptables-services", "autofs", "squid", "earlyoom")),
        Raises("VD6003", "a unit beside packages of another name", Sound.Enable("named.service").Install("nano", "at")),
        Spares("VD6003", "a unit made of a quadlet", Sound.Enable("web.service").Disable("web-pod.service"), Texts(("overlay/usr/share/containers/systemd/web.container", "[Container]\nImage=registry.example.org/a:1\n"), ("overlay/etc/containers/systemd/web.pod", "[Pod]\n"))),
        Raises("VD6003", "an instance of a template that nobody brings", Sound.Enable("serial-gety@ttyS0.service")),
        Spares("VD6003", "a unit of a package of the catalogue", Sound.Install("nginx").Enable("nginx.service")),
        Raises("VD6003", "a unit of a package of the catalogue that is not installed", Sound.Enable("nginx.service")),
        Spares("VD6003", "a unit of the catalogue that a group may bring", PackagesFields.Groups.Add(Sound, PackageGroupId.Parse("web-server")).Enable("httpd.service")),
        Raises("VD6003", "a unit that lines of one's own enable and nobody brings", Sound.Lines("RUN systemctl enable own")),
        Raises("VD6003", "a unit of a package that is not there", Sound.Lines("RUN systemctl enable --quiet tailscaled.service sshd")),
        Spares("VD6003", "units that are there", Sound.Install("tailscale").Lines("RUN systemctl enable tailscaled sshd systemd-networkd own@1.service && systemctl enable $UNIT || true\nRUN systemctl --user enable other"), Files("overlay/usr/lib/systemd/system/own@.service")),
        Spares("VD6003", "a unit of a package that the same step installs", Sound.Lines("RUN dnf -y install own && systemctl enable own")),
        Spares("VD6003", "a unit that a step copies", Sound.Lines("COPY overlay/own.service /usr/lib/systemd/system/\nRUN systemctl enable own"), Files("overlay/own.service")),
        Spares("VD6003", "an instance of a template in the overlay", Sound.Enable("own@a.service"), Files("overlay/usr/lib/systemd/system/own@.service")),

        Raises("VD6027", "a unit made of a quadlet", Sound.Enable("web.service"), File("overlay/usr/share/containers/systemd/web.container", "[Container]\nImage=registry.example.org/a:1\n")),
        Raises("VD6027", "a unit made of a quadlet with its own name", Sound.Enable("own.service"), File("overlay/etc/containers/systemd/web.container", "[Container]\nImage=registry.example.org/a:1\nServiceName=own\n")),
        Raises("VD6027", "a quadlet's unit that a step enables", Sound.Lines("RUN systemctl enable web"), File("overlay/usr/share/containers/systemd/web.kube", "[Kube]\nYaml=a.yaml\n")),
        Spares("VD6027", "a unit of another name than the quadlet's", Sound.Enable("web.service").Enable("own.service"), Texts(("overlay/usr/share/containers/systemd/web.volume", "[Volume]\n"), ("overlay/usr/share/containers/systemd/users/own.container", "[Container]\n"), ("overlay/usr/lib/systemd/system/web.service", "[Service]\nExecStart=/usr/bin/true\n"))),
        Raises("VD6028", "a timer without its service", Sound.Enable("own.timer"), File("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n")),
        Raises("VD6028", "a timer that names another service", Sound.Enable("own.timer"), Texts(("overlay/etc/systemd/system/own.timer", "[Timer]\nOnCalendar=daily\nUnit=own-run.service\n[Install]\nWantedBy=timers.target\n"), ("overlay/etc/systemd/system/own.service", "[Service]\nExecStart=/usr/bin/true\n"))),
        Raises("VD6028", "a socket without its template", Sound.Lines("RUN systemctl enable own.socket"), File("overlay/usr/lib/systemd/system/own.socket", "[Socket]\nListenStream=80\nAccept=yes\n[Install]\nWantedBy=sockets.target\n")),
        Spares("VD6028", "a timer with its service", Sound.Enable("own.timer"), Texts(("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n"), ("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/bin/true\n"))),
        Spares("VD6028", "a timer of a unit that a package or a quadlet brings", Sound.Enable("own.timer").Enable("fstrim.timer").Enable("box.timer"), Texts(("overlay/etc/systemd/system/fstrim.timer", "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n"), ("overlay/etc/systemd/system/own.timer", "[Timer]\nOnCalendar=daily\nUnit=systemd-tmpfiles-clean.service\n[Install]\nWantedBy=timers.target\n"), ("overlay/etc/systemd/system/box.timer", "[Timer]\nOnCalendar=daily\n"), ("overlay/etc/containers/systemd/box.container", "[Container]\nImage=quay.io/own/image:1\n"))),
        Spares("VD6028", "a timer that is not enabled, and one of a package", Sound.Install("own-tools").Enable("own-tools.timer"), Texts(("overlay/etc/systemd/system/a.timer", "[Timer]\nOnCalendar=daily\n"), ("overlay/etc/systemd/system/own-tools.timer", "[Timer]\nOnCalendar=daily\n"))),

        Raises("VD6029", "an account that nothing makes", Sound, File("overlay/usr/lib/systemd/system/own.service", "[Service]\nUser=webapp\nExecStart=/usr/bin/true\n")),
        Raises("VD6029", "a group that nothing makes", Sound, File("overlay/usr/lib/systemd/system/own.service", "[Service]\nUser=root\nGroup=webapp\nExecStart=/usr/bin/true\n")),
        Spares("VD6029", "an account for the time of the run", Sound, File("overlay/usr/lib/systemd/system/own.service", "[Service]\nDynamicUser=yes\nUser=webapp\nExecStart=/usr/bin/true\n")),
        Spares("VD6029", "accounts of sysusers.d, of the base, of the design, and numbers", Sound, Texts(("overlay/usr/lib/sysusers.d/own.conf", "u webapp - \"Own\"\n"), ("overlay/usr/lib/systemd/system/a.service", "[Service]\nUser=webapp\nExecStart=/usr/bin/true\n"), ("overlay/usr/lib/systemd/system/b.service", "[Service]\nUser=nobody\nExecStart=/usr/bin/true\n"), ("overlay/usr/lib/systemd/system/c.service", "[Service]\nUser=ada\nExecStart=/usr/bin/true\n"), ("overlay/usr/lib/systemd/system/d.service", "[Service]\nUser=1001\nGroup=%i\nExecStart=/usr/bin/true\n"))),
        Spares("VD6029", "accounts that a package or a step may make", Sound.Install("webapp-server").Lines("RUN useradd --system other"), Texts(("overlay/usr/lib/systemd/system/a.service", "[Service]\nUser=webapp\nExecStart=/usr/bin/true\n"), ("overlay/usr/lib/systemd/system/b.service", "[Service]\nUser=other\nExecStart=/usr/bin/true\n"))),

        Raises("VD6004", "auditd without audit=1", Sound.Enable("auditd.service").Install("audit")),
        Spares("VD6004", "auditd with audit=1", Sound.Enable("auditd.service").Install("audit").Argument("audit=1")),

        Raises("VD6005", "a unit whose package is removed", Sound.Enable("sshd.service").Uninstall("openssh*")),
        Spares("VD6005", "a unit whose package stays", Sound.Enable("sshd.service").Uninstall("man-db")),

        Raises("VD6006", "open services without firewalld", Open),
        Spares("VD6006", "open services with firewalld", Open.Install("firewalld")),

        Raises("VD6006", "open services with firewalld masked", Open.Install("firewalld").Mask("firewalld.service")),
        Raises("VD6006", "open services with firewalld disabled", Open.Install("firewalld").Disable("firewalld.service")),
        Raises("VD6032", "a zone that drops all", Walled("drop")),
        Raises("VD6032", "a zone file without ssh", Walled(null), Zone("public", "<zone><service name=\"https\"/></zone>")),
        Raises("VD6032", "a zone that drops all, where the package starts firewalld", ServicesFields.Enable.Set(Walled("drop"), [])),
        Spares("VD6032", "a zone that drops all of a firewall that is held back", ServicesFields.Enable.Set(Walled("drop"), []).Mask("firewalld.service")),
        Spares("VD6032", "a zone that drops all but ssh", SystemFields.FirewallServices.Add(Walled("drop"), FirewallService.Parse("ssh"))),
        Spares("VD6032", "a zone that drops all but its port", SystemFields.FirewallPorts.Add(Walled("block"), FirewallPort.Parse("22/tcp"))),
        Spares("VD6032", "a zone with ssh", Walled("work")),
        Spares("VD6032", "a zone that drops all beside a password", Walled("drop").Ada(each => each with { Password = PasswordHash.Parse(Hash) })),
        Spares("VD6032", "zone files with ssh, with its port and for another zone", Walled(null), Texts(("overlay/etc/firewalld/zones/public.xml", "<?xml version=\"1.0\"?><zone><port port=\"20-25\" protocol=\"tcp\"/></zone>"), ("overlay/etc/firewalld/zones/own.xml", "<zone/>"))),
        Raises("VD6031", "a zone that is no XML", Sound, Zone("own", "<zone><service name=\"ssh\"></zone>")),
        Raises("VD6031", "a port without a protocol", Sound, File("overlay/etc/firewalld/services/own.xml", "<service><port port=\"80\"/></service>")),
        Raises("VD6031", "another kind of file", Sound, Zone("own", "<service/>")),
        Raises("VD6031", "a default zone that nothing brings", Sound, File("overlay/etc/firewalld/firewalld.conf", "DefaultZone=foo\n")),
        Spares("VD6031", "files that firewalld takes", Sound, Texts(("overlay/etc/firewalld/firewalld.conf", "# own\nDefaultZone=own\n"), ("overlay/etc/firewalld/zones/own.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<zone><short>Own</short><service name=\"ssh\"/><port port=\"80\" protocol=\"tcp\"/></zone>\n"), ("overlay/usr/lib/firewalld/services/own.xml", "<service><port protocol=\"udp\" port=\"53\"/></service>"))),

        Raises("VD6007", "a boot splash without its program", Splash),
        Spares("VD6007", "a boot splash with its program", Splash.Install("plymouth-scripts")),

        Raises("VD6008", "a graphical target without a login screen", Graphical),
        Spares("VD6008", "a graphical target with an instance of ly", Graphical.Install("ly").Enable("ly@tty2.service")),
        Spares("VD6008", "a graphical target with a login screen of the overlay", Graphical.Enable("own.service"), File("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/bin/true\n[Install]\nAlias=display-manager.service\n")),
        Raises("VD6008", "a graphical target with another unit of the overlay", Graphical.Enable("own.service"), File("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/bin/true\n[Install]\nAlias=other.service\n")),
        Spares("VD6008", "a graphical target with a login screen", Graphical.Enable("sddm.service")),

        Raises("VD6009", "two login screens", Graphical.Enable("sddm.service").Enable("gdm.service")),
        Spares("VD6009", "one login screen", Graphical.Enable("sddm.service")),

        Raises("VD6010", "usbguard without rules", Sound.Enable("usbguard.service")),
        Spares("VD6010", "usbguard with rules", Sound.Enable("usbguard.service"), Files("overlay/etc/usbguard/rules.conf")),

        Raises("VD6011", "fail2ban without a jail", Sound.Enable("fail2ban.service")),
        Spares("VD6011", "fail2ban with a jail", Sound.Enable("fail2ban.service"), File("overlay/etc/fail2ban/jail.d/a.local", "[sshd]\nenabled = true\n")),

        Raises("VD6012", "a tailnet without a zone", Sound.Enable("tailscaled.service").Enable("firewalld.service")),
        Raises("VD6012", "a tailnet that is trusted", Sound.Enable("tailscaled.service").Enable("firewalld.service"), File("overlay/etc/firewalld/zones/trusted.xml", "<interface name=\"tailscale0\"/>")),
        Spares("VD6012", "a tailnet with a zone", Sound.Enable("tailscaled.service").Enable("firewalld.service"), File("overlay/etc/firewalld/zones/tailnet.xml", "<interface name=\"tailscale0\"/>")),

        Raises("VD6013", "dnf-automatic", Sound.Enable("dnf-automatic.timer")),
        Raises("VD6013", "automatic restarts of a desktop", Graphical.Enable("bootc-fetch-apply-updates.timer")),
        Spares("VD6013", "automatic restarts of a server", Sound.Enable("bootc-fetch-apply-updates.timer")),

        Raises("VD6014", "a service with the name of a target", Target("graphical.service")),
        Raises("VD6014", "a service as the default target", ServicesFields.DefaultTarget.Set(Sound, UnitName.Parse("sddm.service"))),
        Spares("VD6014", "a target", Graphical),

        Raises("VD6015", "a template", Sound.Enable("serial-getty@.service")),
        Spares("VD6015", "a template with a default instance", Sound.Enable("getty@.service")),
        Spares("VD6015", "an instance", Sound.Enable("getty@tty2.service")),

        Raises("VD6016", "the unit that puts an update in place", Sound.Mask("ostree-finalize-staged.service")),
        Raises("VD6016", "logind masked", Sound.Mask("systemd-logind.service")),
        Raises("VD6016", "D-Bus masked by lines of one's own", Sound.Lines("RUN systemctl mask cups dbus.socket")),
        Raises("VD6016", "logind masked by a script", Sound.Run("a.sh"), File("scripts/a.sh", "systemctl mask systemd-logind\n")),
        Raises("VD6016", "a unit masked by a link", Sound.Lines("RUN ln -sf /dev/null /etc/systemd/system/getty.target")),
        Spares("VD6016", "other units masked by lines of one's own", Sound.Lines("RUN systemctl mask cups avahi-daemon.socket && systemctl --user mask dbus.socket && ln -s /dev/null /etc/systemd/system/cups.service")),
        Spares("VD6016", "a remount that images with composefs mask", Sound.Mask("systemd-remount-fs.service")),
        Spares("VD6016", "cups masked", Sound.Mask("cups.service")),

        Raises("VD6017", "time servers and chronyd disabled", Clock(Sound).Disable("chronyd.service")),
        Raises("VD6017", "time servers without chronyd", Clock(Iso).Mask("chronyd.service")),
        Spares("VD6017", "time servers", Clock(Sound)),

        Raises("VD6030", "authenticated time from an address", Authenticated("192.0.2.1")),
        Raises("VD6030", "authenticated time from an address of IPv6", Authenticated("2001:db8::1")),
        Spares("VD6030", "authenticated time from a name", Authenticated("time.example.org")),
        Spares("VD6030", "plain time from an address", SystemFields.NtpServers.Add(Sound, TimeServer.Parse("192.0.2.1"))),

        Raises("VD6010", "usbguard with a drop-in that changes nothing", Sound.Enable("usbguard.service"), File("overlay/etc/usbguard/usbguard-daemon.conf", "PresentDevicePolicy=block\n")),
        Spares("VD6010", "usbguard that keeps what is plugged in", Sound.Enable("usbguard.service"), File("overlay/etc/usbguard/usbguard-daemon.conf", "PresentDevicePolicy = keep\n")),
        Spares("VD6010", "usbguard that asserts its rules", Sound.Enable("usbguard.service"), File("overlay/usr/lib/systemd/system/usbguard.service.d/50-rules.conf", "[Unit]\nAssertPathExists=/etc/usbguard/rules.d/10-hubs.conf\n")),

        Raises("VD6018", "a lock on a laptop", Sound.For(MachineUse.Laptop).Enable("own-modules-lock.service")),
        Raises("VD6018", "a lock of another name on a laptop", Sound.For(MachineUse.Laptop).Enable("own.service"), File("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/sbin/sysctl kernel.modules_disabled=1\n")),
        Raises("VD6018", "a module lock in a script on a laptop", Sound.For(MachineUse.Laptop).Enable("own.service"), Texts(("overlay/usr/lib/systemd/system/own.service", "[Unit]\nAfter=multi-user.target\n[Service]\nExecStart=/usr/libexec/own\n"), ("overlay/usr/libexec/own", "echo 1 > /proc/sys/kernel/modules_disabled\n"))),
        Spares("VD6018", "a lock on a server", Sound.For(MachineUse.Server).Enable("own-modules-lock.service")),
        Spares("VD6018", "a laptop without a lock", Sound.For(MachineUse.Laptop).Enable("chronyd.service")),

        Raises("VD6019", "a lock before the EFI partition's modules", Sound.For(MachineUse.Server).Enable("own-modules-lock.service")),
        Spares("VD6019", "a lock after them", Sound.For(MachineUse.Server).Enable("own-modules-lock.service"), File("overlay/usr/lib/modules-load.d/50-own.conf", "vfat\nnls_cp437\nnls_ascii\n")),
        Spares("VD6019", "no lock", Sound),

        Raises("VD6020", "the login screen of Fedora 43 on 44", Kde(44).Install("sddm").Enable("sddm.service")),
        Raises("VD6020", "the login screen of Fedora 43 on a dated 44", Kde(44).Base("quay.io/fedora/fedora-bootc:44.20260801.0").Enable("sddm.service")),
        Raises("VD6020", "the login screen of Fedora 43 on rawhide", Kde(44).Base("quay.io/fedora/fedora-bootc:rawhide").Enable("sddm.service")),
        Raises("VD6020", "the login screen of Fedora 44 on 43", Kde(43).Install("plasma-login-manager").Enable("plasmalogin.service")),
        Raises("VD6020", "both login screens on 44", Kde(44).Enable("plasmalogin.service").Enable("sddm.service")),
        Raises("VD6020", "the login screen of 44 masked", Kde(44).Mask("plasmalogin.service").Enable("sddm.service")),
        Raises("VD6020", "Kinoite 44 with the login screen of 43", Sound.Base("quay.io/fedora-ostree-desktops/kinoite:44").Enable("sddm.service")),
        Spares("VD6020", "Fedora 44 with its login screen", Kde(44).Enable("plasmalogin.service")),
        Spares("VD6020", "Fedora 43 with its login screen", Kde(43).Enable("sddm.service")),
        Spares("VD6020", "Fedora 44 without its login screen's package", Kde(44).Uninstall("plasma-login*").Install("sddm").Enable("sddm.service")),
        Spares("VD6020", "SDDM without KDE", Sound.Base("quay.io/fedora/fedora-bootc:44").Install("sddm").Enable("sddm.service")),
        Spares("VD6020", "a base that tells no release", Kde(44).Base("quay.io/fedora/fedora-bootc:latest").Enable("sddm.service")),
        Spares("VD6020", "a base that is not Fedora's", Kde(44).Base("quay.io/centos-bootc/centos-bootc:stream10").Enable("sddm.service")),

        Raises("VD6021", "a splash of a disk image", Splash),
        Spares("VD6021", "a splash with its argument", Splash.Argument("rhgb")),
        Spares("VD6021", "a splash whose argument the builder appends", Splash.Argument("rhgb", ArgumentOwner.Installer)),
        Spares("VD6021", "a splash with its other argument", Splash.Argument("splash")),
        Spares("VD6021", "a splash of an installed machine", Splash.Types(ImageType.AnacondaIso)),
        Spares("VD6021", "a disk image without a splash", Sound),
        Spares("VD6002", "a unit of a desktop's base", Aurora.Enable("cups.socket").Enable("tuned.service")),
        Spares("VD6002", "a unit of a base that nobody knows", Sound.Base("registry.example.org/own/base:1").Enable("tuned.service")),
        Raises("VD6003", "a package's unit on a base that may have it", Sound.Base("registry.example.org/own/base:1").Enable("tuned.service")),
        Raises("VD6003", "a package's unit that no desktop brings", Aurora.Enable("usbguard.service")),
        Spares("VD6003", "a unit of a desktop's base", Aurora.Enable("cups.socket").Enable("bluetooth.service").Enable("firewalld.service")),
        Spares("VD6003", "a unit of a package on a base that nobody knows", Sound.Base("registry.example.org/own/base:1").Enable("tuned.service").Install("tuned")),
        Raises("VD6003", "a unit to disable that nothing brings", Sound.Disable("nothing.service")),
        Raises("VD6003", "a unit to disable whose package is not there", Sound.Disable("cups.service")),
        Spares("VD6003", "a unit to disable with its package", Sound.Install("cups").Disable("cups.service")),
        Spares("VD6003", "a unit of the base to disable", Sound.Disable("sshd.service").Disable("systemd-homed.service").Disable("chronyd.service")),
        Spares("VD6003", "a unit to disable that a desktop may bring", PackagesFields.Environments.Add(Sound, PackageGroupId.Parse("kde-desktop-environment")).Disable("avahi-daemon.service")),
        Spares("VD6003", "a unit of the overlay to disable", Sound.Disable("own.service"), Files("overlay/usr/lib/systemd/system/own.service")),

        Raises("VD6026", "a unit without an installation section", Sound.Enable("own.service"), OwnUnit("[Service]\nExecStart=/usr/bin/true\n")),
        Raises("VD6026", "an instance of a template with an empty one", Sound.Enable("own@a.service"), File("overlay/usr/lib/systemd/system/own@.service", "[Service]\nExecStart=/usr/bin/true\n[Install]\nWantedBy=\n")),
        Raises("VD6026", "the same in lines of one's own", Sound.Lines("RUN systemctl enable own"), OwnUnit("[Service]\nExecStart=/usr/bin/true\n")),
        Spares("VD6026", "a unit with an installation section", Sound.Enable("own.service"), OwnUnit("[Service]\nExecStart=/usr/bin/true\n[Install]\nWantedBy=multi-user.target\n")),
        Spares("VD6026", "a unit that a drop-in installs", Sound.Enable("own.service"), Texts((OwnPath, "[Service]\nExecStart=/usr/bin/true\n"), ("overlay/etc/systemd/system/own.service.d/10-own.conf", "[Install]\nWantedBy=multi-user.target\n"))),
        Spares("VD6026", "a unit that a timer starts", Sound.Enable("own.service"), Texts((OwnPath, "[Service]\nExecStart=/usr/bin/true\n"), ("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnBootSec=5min\n"))),
        Spares("VD6026", "a unit that another one wants", Sound.Enable("own.service"), Texts((OwnPath, "[Service]\nExecStart=/usr/bin/true\n"), ("overlay/usr/lib/systemd/system/other.service", "[Unit]\nWants=own.service\n"))),
        Spares("VD6026", "a unit that nobody enables", Sound, OwnUnit("[Service]\nExecStart=/usr/bin/true\n")),

        Raises("VD6025", "a mask over a unit of the overlay", Sound.Mask("own.service"), Files("overlay/etc/systemd/system/own.service")),
        Spares("VD6025", "a mask over a unit in /usr", Sound.Mask("own.service"), Files("overlay/usr/lib/systemd/system/own.service")),
        Spares("VD6025", "a mask", Sound.Mask("cups.service")),

        Spares("VD6006", "open services on a desktop's base", SystemFields.FirewallServices.Add(Aurora, FirewallService.Parse("ssh"))),
        Spares("VD6006", "open services on a base that nobody knows", Open.Base("registry.example.org/own/base:1")),
        Spares("VD6008", "a graphical target of a desktop's base", ServicesFields.DefaultTarget.Set(Aurora, UnitName.Parse("graphical.target"))),

        Raises("VD6014", "a target on the way", Target("network-online.target")),
        Raises("VD6014", "a target that turns the machine off", Target("poweroff.target")),
        Spares("VD6014", "a target that nobody knows", Target("kiosk.target")),
        Spares("VD6014", "a target of the overlay with a name of systemd's", Target("sound.target"), Files("overlay/etc/systemd/system/sound.target")),

        Raises("VD6022", "a target with a typing error", Target("grafical.target")),
        Raises("VD6022", "a target with a typing error in lines of one's own", Sound.Lines("RUN systemctl set-default nosuch.target")),
        Raises("VD6022", "a rescue shell in lines of one's own", Sound.Lines("RUN systemctl set-default rescue")),
        Spares("VD6022", "targets in lines of one's own", Sound.Lines("RUN systemctl set-default multi-user && systemctl set-default kiosk.target && systemctl set-default $T"), Files("overlay/usr/lib/systemd/system/kiosk.target")),
        Raises("VD6022", "a typing error beside packages that a step installs", Sound.Lines("RUN dnf -y install kiosk && systemctl set-default grafical.target")),
        Spares("VD6022", "a target of a package that a step installs", Sound.Lines("RUN dnf -y install kiosk && systemctl set-default kiosk.target")),
        Raises("VD6014", "a service as the default target in lines of one's own", Sound.Lines("RUN systemctl set-default sddm.service")),
        Raises("VD6014", "a target on the way in a script", Sound.Run("a.sh"), File("scripts/a.sh", "systemctl set-default network.target\n")),
        Spares("VD6014", "a target in lines of one's own", Sound.Lines("RUN systemctl set-default graphical.target")),
        Raises("VD6022", "a rescue shell", Target("rescue.target")),
        Spares("VD6022", "a target", Target("multi-user.target")),
        Spares("VD6022", "a target of the overlay", Target("kiosk.target"), Files("overlay/usr/lib/systemd/system/kiosk.target")),
        Spares("VD6022", "a service, which has a rule of its own", Target("sddm.service")),

        Raises("VD6023", "a service with a typing error", SystemFields.FirewallServices.Add(Sound, FirewallService.Parse("htttp"))),
        Raises("VD6023", "a service of nobody", SystemFields.FirewallServices.Add(Open, FirewallService.Parse("my-own-program"))),
        Raises("VD6023", "a zone with a typing error", SystemFields.FirewallZone.Set(Sound, FirewallZone.Parse("pubic"))),
        Spares("VD6023", "services and a zone of firewalld", SystemFields.FirewallZone.Set(Open, FirewallZone.Parse("FedoraServer"))),
        Spares("VD6023", "a service of the overlay", SystemFields.FirewallServices.Add(Sound, FirewallService.Parse("own")), Files("overlay/usr/lib/firewalld/services/own.xml")),
        Spares("VD6023", "a zone of the overlay", SystemFields.FirewallZone.Set(Sound, FirewallZone.Parse("own")), Files("overlay/etc/firewalld/zones/own.xml")),

        Raises("VD6024", "a city with a typing error", SystemFields.TimeZone.Set(Sound, TimeZoneName.Parse("Europe/Berln"))),
        Raises("VD6024", "a language of another country", SystemFields.Locale.Set(Sound, LocaleName.Parse("de_US.UTF-8"))),
        Raises("VD6024", "a keymap of nobody", SystemFields.Keyboard.Set(Sound, KeyboardLayout.Parse("german"))),
        Raises("VD6024", "a variant of another layout", SystemFields.DesktopLayouts.Set(Sound, [DesktopLayout.Parse("us"), DesktopLayout.Parse("us(bepo)")])),
        Spares("VD6024", "an old name of a zone", SystemFields.TimeZone.Set(Sound, TimeZoneName.Parse("US/Eastern"))),
        Spares("VD6024", "languages with a modifier", SystemFields.Locale.Set(Sound, LocaleName.Parse("sr_RS.UTF-8@latin"))),
        Spares("VD6024", "a keymap that Fedora makes of a layout", SystemFields.Keyboard.Set(Sound, KeyboardLayout.Parse("de-nodeadkeys"))),
        Spares("VD6024", "a keymap of kbd", SystemFields.Keyboard.Set(Sound, KeyboardLayout.Parse("de-latin1-nodeadkeys"))),
        Spares("VD6024", "a keymap of the overlay", SystemFields.Keyboard.Set(Sound, KeyboardLayout.Parse("own")), Files("overlay/usr/lib/kbd/keymaps/legacy/i386/qwerty/own.map.gz")),
        Spares("VD6024", "layouts with variants", SystemFields.DesktopLayouts.Set(Sound, [DesktopLayout.Parse("de(nodeadkeys)"), DesktopLayout.Parse("us(intl)")])),
        Spares("VD6024", "no names", SystemFields.TimeZone.Set(SystemFields.Locale.Set(SystemFields.Keyboard.Set(Sound, null), null), null)),
    ];

    private const string OwnPath = "overlay/usr/lib/systemd/system/own.service";

    private static DesignContent OwnUnit(string text) => File(OwnPath, text);

    private static ImageDesign Open => SystemFields.FirewallServices.Add(Sound, FirewallService.Parse("ssh"));

    private static ImageDesign Splash => BrandingFields.PlymouthTheme.Set(Sound, VolumeName.Parse("spinner"));

    private static ImageDesign Graphical => ServicesFields.DefaultTarget.Set(Sound, UnitName.Parse("graphical.target"));

    private static ImageDesign Kde(int release) =>
        PackagesFields.Environments.Add(Sound, PackageGroupId.Parse("kde-desktop-environment")).Base($"quay.io/fedora/fedora-bootc:{release}");

    private static ImageDesign Aurora => Sound.Base("ghcr.io/ublue-os/aurora:stable");

    private static ImageDesign Target(string unit) => ServicesFields.DefaultTarget.Set(Sound, UnitName.Parse(unit));

    private static ImageDesign Authenticated(string server) =>
        SystemFields.AuthenticatedTime.Set(SystemFields.NtpServers.Add(Sound, TimeServer.Parse(server)), value: true);

    private static ImageDesign Clock(ImageDesign design) => SystemFields.NtpServers.Add(design, TimeServer.Parse("time.example.org"));
}
