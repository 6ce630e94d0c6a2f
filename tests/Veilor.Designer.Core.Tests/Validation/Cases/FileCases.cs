using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Cases of files that a tool refuses or passes over, and of what it does without a word.</summary>
internal static class FileCases
{
    private static readonly FilePermission Secret = new() { Path = RelativePath.Parse("etc/secret"), Mode = PosixMode.Parse("0600") };

    private static ImageDesign Owner(string owner, string group) =>
        ContentFields.Permissions.Put(Sound, Secret with { Owner = UnixName.Parse(owner), Group = UnixName.Parse(group) });

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD7054", "a file of a user of the design", Owner("ada", "root")),
        Raises("VD7054", "a file of a group of the design", UsersFields.Groups.Put(Owner("root", "makers"), new UserGroup { Name = UnixName.Parse("makers") }), Files("overlay/etc/secret")),
        Raises("VD7054", "a file of an account that systemd-sysusers makes", Owner("kiosk", "kiosk"), Texts(("overlay/etc/secret", ""), ("overlay/usr/lib/sysusers.d/kiosk.conf", "u kiosk - \"Kiosk\"\n"))),
        Spares("VD7054", "a file of root and of a group of the base", Owner("root", "wheel")),
        Spares("VD7054", "a file of a package's account", Owner("nginx", "nginx").Install("nginx")),
        Spares("VD7054", "a file of an account that a step makes", ContentFields.BeforePackages.Set(Owner("kiosk", "kiosk"), "RUN useradd --system kiosk"), File("overlay/usr/lib/sysusers.d/kiosk.conf", "u kiosk - -\n")),
        Raises("VD7056", "a quadlet in place of a link", Sound, File("overlay/usr/lib/bootc/bound-images.d/web.container", "[Container]\nImage=quay.io/a/b:1\n")),
        Spares("VD7056", "a quadlet where quadlets lie", Sound, File("overlay/usr/share/containers/systemd/web.container", "[Container]\nImage=quay.io/a/b:1\n")),
        Raises("VD7055", "a file of nobody", Owner("nosuch", "root")),
        Raises("VD7055", "a file of no group", Owner("root", "nosuch")),
        Spares("VD7055", "a file of a user of the design, which is told as that", Owner("ada", "root")),
        Spares("VD7055", "a file of an account that an unknown base may have", Owner("nosuch", "root").Base("example.org/own:1")),
        Spares("VD7055", "a file of the account of a package", Owner("kea", "kea").Install("kea")),
        Raises("VD8026", "a static address without a netmask among further lines", Iso.Kickstart("network --bootproto=static --ip=10.0.0.2 --gateway=10.0.0.1")),
        Raises("VD8026", "a port in the form of another command", Iso.Kickstart("firewall --enabled --port=80/tcp")),
        Spares("VD8026", "further lines that are no whole kickstart", Iso.Kickstart("firewall --enabled --port=80:tcp\neula --agreed")),
        Raises("VD7012", "packages that an installation would install", Iso.Kickstart("%post\ndnf -y install vim\n%end")),
        Raises("VD7012", "a file of /usr that an installation would change", Iso.Kickstart("%post --erroronfail\nsed -i s/a/b/ /usr/lib/os-release\n%end")),
        Spares("VD7012", "what an installation may change", Iso.Kickstart("%post\nsed -i s/a/b/ /etc/hosts\n%end\n%post --nochroot\ncp /tmp/a /mnt/sysroot/usr/a\n%end")),
        Raises("VD8009", "a command of Enterprise Linux on Fedora", Iso.Kickstart("rhsm --organization=1 --activation-key=a")),
        Spares("VD8009", "the same on CentOS", Iso.Base("quay.io/centos-bootc/centos-bootc:stream10").Kickstart("syspurpose --role=server")),
        Raises("VD7045", "a registry in place of a list", Sound, File("overlay/etc/containers/registries.conf.d/10-own.conf", "unqualified-search-registries = \"docker.io\"\n")),
        Raises("VD7045", "registries that are no TOML", Sound, File("overlay/etc/containers/registries.conf", "[registries.search\n")),
        Spares("VD7045", "registries that podman reads", Sound, File("overlay/etc/containers/registries.conf.d/10-own.conf", "unqualified-search-registries = [\"docker.io\"]\n[[registry]]\nlocation = \"quay.io\"\n")),
        Raises("VD7045", "a place of signatures that is no YAML", Sound, File("overlay/etc/containers/registries.d/own.yaml", "docker:\n\tghcr.io: {\n")),
        Raises("VD7045", "a place of signatures that is a list", Sound, File("overlay/etc/containers/registries.d/own.yaml", "- docker\n")),
        Spares("VD7045", "a place of signatures, and a file that is not read", Sound, Texts(("overlay/etc/containers/registries.d/own.yaml", "docker:\n  ghcr.io/own:\n    use-sigstore-attachments: true\n"), ("overlay/etc/containers/registries.d/old.txt", "\t{"))),
        Raises("VD7058", "a udev rule with a misspelt key", Sound, File("overlay/usr/lib/udev/rules.d/70-own.rules", "SUBSYTEM==\"usb\", MODE=\"0660\"\n")),
        Raises("VD7058", "a udev rule without quotes", Sound, File("overlay/etc/udev/rules.d/70-own.rules", "# own\nKERNEL==sda, MODE=\"0660\"\n")),
        Raises("VD7058", "a udev rule with an open quote", Sound, File("overlay/etc/udev/rules.d/70-own.rules", "KERNEL==\"sda\", \\\n  RUN+=\"/usr/bin/own\n")),
        Raises("VD7058", "a udev rule without an operator", Sound, File("overlay/etc/udev/rules.d/70-own.rules", "KERNEL \"sda\"\n")),
        Spares("VD7058", "udev rules that are read", Sound, File("overlay/etc/udev/rules.d/70-own.rules", "# own\nACTION==\"add|change\", SUBSYSTEM==\"usb\", ATTR{idVendor}==\"1d6b\" \\\n  , ENV{OWN}=\"a \\\"b\\\"\", TAG+=\"uaccess\", RUN{program}+=\"/usr/bin/own %k\"\nLABEL=\"end\"\n")),
        Raises("VD7058", "a mode of tmpfiles.d that is no number", Sound, File("overlay/usr/lib/tmpfiles.d/own.conf", "d /var/lib/own u=rwx root root\n")),
        Raises("VD7058", "a type of two letters", Sound, File("overlay/usr/lib/tmpfiles.d/own.conf", "dd /var/lib/own 0755\n")),
        Raises("VD7058", "a file to write without a text", Sound, File("overlay/usr/lib/tmpfiles.d/own.conf", "w /sys/own - - - -\n")),
        Raises("VD7058", "an id of sysusers.d that is no number", Sound, File("overlay/usr/lib/sysusers.d/own.conf", "u own nobody \"Own\"\n")),
        Raises("VD7058", "a name of sysusers.d that begins with a digit", Sound, File("overlay/usr/lib/sysusers.d/own.conf", "u 1own -\n")),
        Raises("VD7058", "a range that is none", Sound, File("overlay/usr/lib/sysusers.d/own.conf", "r - some\n")),
        Spares("VD7058", "lines of both that are taken", Sound, Texts(("overlay/usr/lib/tmpfiles.d/own.conf", "d! /var/lib/own ~0755 root root 10d\nL+ /var/lib/link - - - - ../own\nf /var/lib/text 0644 - - - \"a b\"\nw+ /sys/own - - - - 1\nd \"/var/lib/a b\" rwx\n"), ("overlay/usr/lib/sysusers.d/own.conf", "u own 900:900 \"Own\" /var/lib/own\nu! other -:own\ng mine /usr/bin/own\nm own mine\nr - 500-900\n"))),
        Raises("VD7059", "a directive with a typing error", Sound, File("overlay/etc/chrony.conf", "# own\nserver time.example.org iburst nts\nmakstep 1.0 3\n")),
        Spares("VD7059", "a file that chronyd reads", Sound, File("overlay/etc/chrony.conf", "! own\n% own\n\nServer time.example.org iburst nts\nmakestep 1.0 3\n  rtcsync\nlock_all\n")),
        Raises("VD7049", "a size that journald does not take", Sound, File("overlay/etc/systemd/journald.conf.d/10-own.conf", "[Journal]\nSystemMaxUse=500 megabytes\n")),
        Raises("VD7049", "a word that journald does not take", Sound, File("overlay/etc/systemd/journald.conf.d/10-own.conf", "[Journal]\nStorage=disk\n")),
        Raises("VD7049", "a word that logind does not take", Sound, File("overlay/usr/lib/systemd/logind.conf.d/10-own.conf", "[Login]\nHandleLidSwitch=nothing\n")),
        Spares("VD7049", "values that both take", Sound, Texts(("overlay/etc/systemd/journald.conf.d/10-own.conf", "[Journal]\nStorage=persistent\nSystemMaxUse=1.5G\nRuntimeMaxUse=1G 500M\nForwardToWall=No\nMaxLevelStore=info\nSystemMaxFiles=5\nSystemKeepFree=\n"), ("overlay/usr/lib/systemd/logind.conf.d/10-own.conf", "[Login]\nHandleLidSwitch=suspend-then-hibernate\nKillUserProcesses=yes\nNAutoVTs=2\n"))),
        Raises("VD6028", "an automount without its mount", Sound.Enable("srv-data.automount"), File("overlay/usr/lib/systemd/system/srv-data.automount", "[Automount]\nWhere=/srv/data\n[Install]\nWantedBy=local-fs.target\n")),
        Spares("VD6028", "an automount with its mount", Sound.Enable("srv-data.automount"), Texts(("overlay/usr/lib/systemd/system/srv-data.automount", "[Automount]\nWhere=/srv/data\n[Install]\nWantedBy=local-fs.target\n"), ("overlay/usr/lib/systemd/system/srv-data.mount", "[Mount]\nWhat=nas:/data\nWhere=/srv/data\n"))),
        Spares("VD6028", "an automount of a place of the layout", Iso.Part(Partition("data", FileSystemKind.Xfs, "/var/data")).Enable("var-data.automount"), File("overlay/usr/lib/systemd/system/var-data.automount", "[Automount]\nWhere=/var/data\n[Install]\nWantedBy=local-fs.target\n")),
        Raises("VD9009", "grub2-mkconfig at the end of an installation", Iso.Kickstart("%post\ngrub2-mkconfig -o /boot/grub2/grub.cfg\n%end")),
        Raises("VD9009", "the same with another file", Iso.Kickstart("%post\nsed -i s/a/b/ /etc/default/grub\n%end")),
        Spares("VD9009", "another command there, and one of the installer", Iso.Kickstart("%post\ncat /etc/default/grub\n%end\n%post --nochroot\ngrub2-mkconfig\n%end")),
        Raises("VD9037", "the program that sets FIPS mode up", Sound.Lines("RUN fips-mode-setup --enable")),
        Raises("VD9037", "the same on CentOS Stream 10", Sound.Base("quay.io/centos-bootc/centos-bootc:stream10").Lines("RUN fips-mode-setup --enable")),
        Spares("VD9037", "the same on CentOS Stream 9", Sound.Base("quay.io/centos-bootc/centos-bootc:stream9").Lines("RUN fips-mode-setup --enable")),
        Spares("VD9037", "a step that goes on without it", Sound.Lines("RUN fips-mode-setup --check || true")),
        Raises("VD1011", "Bazzite for two architectures", ImageFields.Architectures.Set(Sound.Base("ghcr.io/ublue-os/bazzite:stable"), [Architecture.X86_64, Architecture.Aarch64])),
        Spares("VD1011", "Bazzite for one", ImageFields.Architectures.Set(Sound.Base("ghcr.io/ublue-os/bazzite:stable"), [Architecture.X86_64])),
        Spares("VD1011", "Fedora for two", ImageFields.Architectures.Set(Sound, [Architecture.X86_64, Architecture.Aarch64])),
        Raises("VD2026", "the address of a repository of Flatpaks", PackagesFields.FlatpakRemote.Set(Sound.Install("flatpak").Flatpak("org.example.App"), HttpUrl.Parse("https://dl.flathub.org/repo/"))),
        Spares("VD2026", "the file of a remote", PackagesFields.FlatpakRemote.Set(Sound.Install("flatpak").Flatpak("org.example.App"), HttpUrl.Parse("https://example.org/own.flatpakrepo"))),
        Spares("VD2026", "an address that nothing uses", PackagesFields.FlatpakRemote.Set(Sound, HttpUrl.Parse("https://dl.flathub.org/repo/"))),
        Raises("VD2016", "grub2-install, which bootupd runs", Sound.Uninstall("grub2-tools")),
        Raises("VD2016", "the modules of GRUB by a step", Sound.Lines("RUN dnf -y remove grub2-pc-modules")),
        Spares("VD2016", "the same for aarch64 alone", ImageFields.Architectures.Set(Sound, [Architecture.Aarch64]).Uninstall("grub2-tools")),
        Raises("VD5017", "a password on a base that enables sshd", Sound.Ada(user => user with { Password = PasswordHash.Parse(Hash) })),
        Raises("VD5017", "a password and a preset that enables sshd", Sound.Base("example.org/own:1").Ada(user => user with { Password = PasswordHash.Parse(Hash) }), File("overlay/usr/lib/systemd/system-preset/10-own.preset", "enable sshd.service\n")),
        Spares("VD5017", "a password where sshd is held back", Sound.Mask("sshd.service").Ada(user => user with { Password = PasswordHash.Parse(Hash) })),
        Spares("VD5017", "a password on a base of which nothing is known", Sound.Base("example.org/own:1").Ada(user => user with { Password = PasswordHash.Parse(Hash) })),
        Raises("VD7057", "a keyfile of dconf", Sound, File("overlay/etc/dconf/db/local.d/00-own", "[org/gnome/desktop/interface]\n")),
        Raises("VD7057", "an override of a schema", Sound, File("overlay/usr/share/glib-2.0/schemas/10-own.gschema.override", "[org.gnome.desktop.interface]\n")),
        Spares("VD7057", "files that a step compiles", ContentFields.BeforeLint.Set(Sound, "RUN dconf update && glib-compile-schemas /usr/share/glib-2.0/schemas"), Files("overlay/etc/dconf/db/local.d/00-own", "overlay/usr/share/glib-2.0/schemas/10-own.gschema.override")),
        Spares("VD7057", "a profile of dconf", Sound, Files("overlay/etc/dconf/profile/user")),
        Raises("VD7058", "two modules on a line", Sound, File("overlay/etc/modules-load.d/own.conf", "br_netfilter nf_conntrack\n")),
        Raises("VD7058", "a command of modprobe with a typing error", Sound, File("overlay/usr/lib/modprobe.d/own.conf", "blaklist foo\n")),
        Raises("VD7058", "a word of a preset with a typing error", Sound, File("overlay/usr/lib/systemd/system-preset/10-own.preset", "enabel own.service\n")),
        Spares("VD7058", "lines that are read", Sound, Texts(("overlay/etc/modules-load.d/own.conf", "# own\nbr_netfilter\n"), ("overlay/usr/lib/modprobe.d/own.conf", "options kvm \\\n  nested=1\nsoftdep a pre: b\n"), ("overlay/usr/lib/systemd/system-preset/10-own.preset", "disable *\n"))),
        Spares("VD6008", "a program that takes the screen itself", ServicesFields.DefaultTarget.Set(Sound, UnitName.Parse("graphical.target")).Enable("kiosk.service"), File("overlay/usr/lib/systemd/system/kiosk.service", "[Service]\nTTYPath=/dev/tty1\nExecStart=/usr/bin/cage foot\n[Install]\nWantedBy=graphical.target\n")),
        Raises("VD2015", "a driver that dkms compiles", Sound.Install("zfs-dkms")),
        Raises("VD7008", "files in folders that bootc does not read", Sound, Files("overlay/etc/bootc/kargs.d/10-a.toml", "overlay/usr/lib/kargs.d/10-a.toml")),
        Raises("VD4019", "the module of swap in memory", StorageFields.ZramAlgorithm.Set(Sound.Install("zram-generator"), ZramAlgorithm.Zstd).Block("zram")),
        Raises("VD4019", "a module of the firewall's rules", Sound.Install("firewalld").Enable("firewalld.service").Block("nft_chain_nat")),
        Spares("VD4019", "the module of swap in memory that nobody asks for", Sound.Block("zram")),
        Raises("VD2005", "a file that describes a repository", Sound.PackageSource(new PackageRepository { BaseUrl = HttpUrl.Parse("https://example.org/own.repo") })),
        Spares("VD2005", "the address of a repository", Sound.PackageSource(new PackageRepository { BaseUrl = HttpUrl.Parse("https://example.org/repo/") })),
        Raises("VD5009", "a key and no network", Sound.Mask("NetworkManager.service")),
        Spares("VD5009", "a key and another network", Sound.Mask("NetworkManager.service").Enable("systemd-networkd.service")),
    ];
}
