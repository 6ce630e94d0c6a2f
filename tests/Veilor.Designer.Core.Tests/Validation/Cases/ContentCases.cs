using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD7: overlay and scripts.</summary>
internal static class ContentCases
{
    private static readonly FilePermission Secret = new() { Path = RelativePath.Parse("etc/secret"), Mode = PosixMode.Parse("0600") };

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD7001", "a file in /usr/etc", Sound, Files("overlay/usr/etc/a")),
        Raises("VD7001", "a file in /run and one in /var/run", Sound, Files("overlay/run/a", "overlay/var/run/a")),
        Raises("VD7001", "a file in /boot", Sound, Files("overlay/boot/loader/entries/a.conf")),
        Raises("VD7001", "files behind the links of every base", Sound, Files("overlay/bin/a", "overlay/sbin/a", "overlay/lib/a", "overlay/lib64/a", "overlay/usr/tmp/a", "overlay/var/lock/a", "overlay/var/mail/a")),
        Raises("VD7001", "a program in /usr/sbin, which Fedora links to /usr/bin", Sound.Base("quay.io/fedora/fedora-bootc:43"), Files("overlay/usr/sbin/tool")),
        Spares("VD7001", "a program in /usr/sbin, which is a folder there", Sound.Base("quay.io/centos-bootc/centos-bootc:stream10"), Files("overlay/usr/sbin/tool")),
        Raises("VD7001", "files in places that are links into /var", Sound, Files("overlay/home/ada/.bashrc", "overlay/root/.bashrc", "overlay/srv/a", "overlay/mnt/a")),
        Spares("VD7001", "files behind those links", Sound, Files("overlay/var/home/ada/.bashrc", "overlay/var/roothome/.bashrc", "overlay/var/srv/a", "overlay/opt/a")),
        Spares("VD7001", "a home on a base that nobody knows", Sound.Base("example.org/own:1"), Files("overlay/home/ada/.bashrc")),
        Spares("VD7001", "files in /usr and /etc", Sound, Files("overlay/usr/bin/a", "overlay/etc/run/a")),

        Raises("VD7002", "a script that is not there", Sound.Run("10-own.sh")),
        Spares("VD7002", "a script that is there", Sound.Run("10-own.sh"), Files("scripts/10-own.sh")),
        Raises("VD7002", "an early script that is not there", ContentFields.ScriptsBeforePackages.Set(Sound, [RelativePath.Parse("early.sh")])),
        Raises("VD7002", "a script of the first boot that is not there", ContentFields.FirstBootScripts.Set(Sound, [RelativePath.Parse("first.sh")])),
        Spares("VD7002", "a script of the first boot that is there", ContentFields.FirstBootScripts.Set(Sound, [RelativePath.Parse("first.sh")]), Files("scripts/first.sh")),

        Raises("VD7034", "a script of the first boot on a machine that boots from the network", ContentFields.FirstBootScripts.Set(Sound.Types(ImageType.PxeTarXz), [RelativePath.Parse("first.sh")]), Files("scripts/first.sh")),
        Spares("VD7034", "the same on a disk", ContentFields.FirstBootScripts.Set(Sound, [RelativePath.Parse("first.sh")]), Files("scripts/first.sh")),
        Spares("VD7034", "a build script", Sound.Types(ImageType.PxeTarXz).Run("run.sh"), Files("scripts/run.sh")),

        Raises("VD7003", "a file in /home of a base that nobody knows", Sound.Base("example.org/own:1"), Files("overlay/home/ada/.bashrc")),
        Raises("VD7003", "a file in /var/home", Sound, Files("overlay/var/home/ada/.bashrc")),
        Spares("VD7003", "a file in /home, which is a link and told as one", Sound, Files("overlay/home/ada/.bashrc")),
        Raises("VD7003", "a file in /var/roothome", Sound, Files("overlay/var/roothome/.bashrc")),
        Spares("VD7003", "a file in /etc/skel", Sound, Files("overlay/etc/skel/.bashrc")),

        Raises("VD7004", "/etc/default/grub", Sound, Files("overlay/etc/default/grub")),
        Spares("VD7004", "another file of /etc/default", Sound, Files("overlay/etc/default/useradd")),

        Raises("VD7005", "a mode of a file that is not there", ContentFields.Permissions.Put(Sound, Secret)),
        Spares("VD7005", "a mode of a file that is there", ContentFields.Permissions.Put(Sound, Secret), Files("overlay/etc/secret")),

        Raises("VD7006", "an overlay file in place of a generated one", SystemFields.Hostname.Set(Sound, Hostname.Parse("host")), Files("overlay/etc/hostname")),
        Spares("VD7006", "an overlay file of its own", SystemFields.Hostname.Set(Sound, Hostname.Parse("host")), Files("overlay/etc/hosts")),
        Spares("VD7006", "an overlay file where nothing is generated", Sound, Files("overlay/etc/hostname")),

        Raises("VD7007", "a file in /var/lib", Sound, Files("overlay/var/lib/own/data")),
        Raises("VD7007", "a file in /opt, which is a link", Sound.Base("ghcr.io/ublue-os/aurora:stable"), Files("overlay/opt/own/data")),
        Spares("VD7007", "a file in /opt, of which a step makes a folder", Sound.Base("ghcr.io/ublue-os/aurora:stable").Lines("RUN rm /opt && mkdir /opt"), Files("overlay/opt/own/data")),
        Spares("VD7007", "a file in /opt, which the image has", Sound, Files("overlay/opt/own/data")),
        Spares("VD7007", "a file in /usr/lib", Sound, Files("overlay/usr/lib/own/data")),

        Raises("VD7008", "a key that bootc does not know", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"quiet\"]\narch = [\"x86_64\"]\n")),
        Raises("VD7008", "podman's name of an architecture", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"quiet\"]\nmatch-architectures = [\"amd64\"]\n")),
        Raises("VD7008", "a file of another name", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.conf", "kargs = []\n")),
        Raises("VD7008", "no TOML", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = quiet\n")),
        Raises("VD7008", "one string in place of a list", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = \"quiet\"\n")),
        Spares("VD7008", "a file that bootc takes", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"quiet\"]\nmatch-architectures = [\"x86_64\"]\n")),

        Raises("VD7009", "an early sysctl file", Sound, File("overlay/usr/lib/sysctl.d/10-a.conf", "kernel.sysrq = 0\n")),
        Spares("VD7009", "a late module lock", Sound, File("overlay/etc/sysctl.d/60-a.conf", "kernel.modules_disabled=1\n")),
        Spares("VD7009", "a late sysctl file", Sound, File("overlay/etc/sysctl.d/60-a.conf", "kernel.sysrq = 0\n")),

        Raises("VD7010", "ConditionFirstBoot", Sound, Unit("[Unit]\nConditionFirstBoot=yes\n")),
        Raises("VD7010", "a first-boot unit by its name that races the login screen", Sound, File("overlay/usr/lib/systemd/system/own-firstboot.service", "[Service]\nType=oneshot\nExecStart=/usr/bin/true\n[Install]\nWantedBy=graphical.target\n")),
        Spares("VD7010", "a oneshot of every start", Sound, Unit("[Unit]\nConditionPathExists=/usr/bin/zfs\n[Service]\nType=oneshot\n[Install]\nWantedBy=graphical.target\n")),
        Raises("VD7010", "a oneshot that races the login screen", Sound, Unit("[Unit]\nConditionPathExists=!/var/lib/own/done\n[Service]\nType=oneshot\n[Install]\nWantedBy=graphical.target\n")),
        Raises("VD7010", "ConditionFirstBoot in capitals", Sound, Unit("[Unit]\nConditionFirstBoot = YES\n")),
        Raises("VD7010", "ConditionFirstBoot as on", Sound, Unit("[Unit]\nConditionFirstBoot=on\n")),
        Raises("VD7010", "ConditionFirstBoot as y", Sound, Unit("[Unit]\nConditionFirstBoot=y\n")),
        Raises("VD7010", "ConditionFirstBoot as t", Sound, Unit("[Unit]\nConditionFirstBoot=T\n")),
        Raises("VD7010", "ConditionFirstBoot that is not no", Sound, Unit("[Unit]\nConditionFirstBoot=!off\n")),
        Raises("VD7010", "ConditionFirstBoot as the only trigger", Sound, Unit("[Unit]\nConditionFirstBoot=| yes\nConditionPathExists=/etc/own\n")),
        Raises("VD7010", "ConditionFirstBoot behind conditions that are forgotten", Sound, Unit("[Unit]\nConditionPathExists=|/etc/own\nConditionPathExists=\nConditionFirstBoot=|true\n")),
        Raises("VD7010", "AssertFirstBoot", Sound, Unit("[Unit]\nAssertFirstBoot=1\n")),
        Raises("VD7010", "ConditionFirstBoot in a drop-in", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "[Unit]\nConditionFirstBoot=yes\n")),
        Raises("VD7010", "ConditionFirstBoot of a local unit", Sound, File("overlay/usr/local/lib/systemd/system/own.service", "[Unit]\nConditionFirstBoot=yes\n")),
        Spares("VD7010", "a trigger in a drop-in", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "[Unit]\nConditionFirstBoot=|yes\n")),
        Spares("VD7010", "ConditionFirstBoot as one of two triggers", Sound, Unit("[Unit]\nConditionFirstBoot=|yes\nConditionPathExists=|!/var/lib/own/done\n")),
        Spares("VD7010", "a unit that waits for later starts", Sound, Unit("[Unit]\nConditionFirstBoot=!yes\n")),
        Spares("VD7010", "the same in another word", Sound, Unit("[Unit]\nConditionFirstBoot=Off\n")),
        Spares("VD7010", "ConditionFirstBoot that is forgotten", Sound, Unit("[Unit]\nConditionFirstBoot=yes\nConditionPathExists=\n")),
        Spares("VD7010", "ConditionFirstBoot where an argument answers", Sound.Argument("systemd.condition-first-boot=1"), Unit("[Unit]\nConditionFirstBoot=yes\n")),
        Spares("VD7010", "a oneshot that waits for the desktop", Sound, Unit("[Unit]\nAfter=graphical.target\n[Service]\nType=oneshot\n[Install]\nWantedBy=graphical.target\n")),
        Spares("VD7010", "a oneshot before the login screen", Sound, Unit("[Unit]\nBefore=display-manager.service\n[Service]\nType=oneshot\n[Install]\nWantedBy=graphical.target\n")),

        Raises("VD7011", "an early module lock", Sound, Unit("[Service]\nExecStart=/bin/sh -c 'echo 1 > /proc/sys/kernel/modules_disabled'\n[Install]\nWantedBy=sysinit.target\n")),
        Raises("VD7011", "an early module lock in a script", Sound, LockScript("[Service]\nExecStart=-/usr/libexec/own\n", "#!/bin/sh\necho 1 > /proc/sys/kernel/modules_disabled\n")),
        Raises("VD7011", "the same in a script that another one runs", Sound, Texts(("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/bin/sh /usr/libexec/first\n"), ("overlay/usr/libexec/first", "#!/bin/sh\nexec /usr/libexec/own --now\n"), ("overlay/usr/libexec/own", "sysctl -w kernel.modules_disabled=1\n"))),
        Raises("VD7011", "the same through a variable", Sound, LockScript("[Service]\nExecStart=/usr/libexec/own\n", "knob=$root/proc/sys/kernel/modules_disabled\necho 1 >\"$knob\"\n")),
        Raises("VD7011", "a sysctl file that a unit applies early", Sound, Texts(("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/sbin/sysctl -p /usr/lib/own/lock.conf\n"), ("overlay/usr/lib/own/lock.conf", "kernel.modules_disabled = 1\n"))),
        Spares("VD7011", "a late module lock in a script", Sound, LockScript("[Unit]\nAfter=multi-user.target\n[Service]\nExecStart=/usr/libexec/own\n", "echo 1 > /proc/sys/kernel/modules_disabled\n")),
        Spares("VD7011", "a script that looks whether modules are locked", Sound, LockScript("[Service]\nExecStart=/usr/libexec/own\n", "# echo 1 > /proc/sys/kernel/modules_disabled\nif [ \"$(cat /proc/sys/kernel/modules_disabled)\" = 1 ]; then exit 0; fi\n")),
        Spares("VD7011", "a module lock that a timer starts", Sound, Texts(("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/bin/sh -c 'echo 1 > /proc/sys/kernel/modules_disabled'\n"), ("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnBootSec=5min\n"))),
        Spares("VD7011", "a late module lock", Sound, Unit("[Unit]\nAfter=multi-user.target\n[Service]\nExecStart=/bin/sh -c 'echo 1 > /proc/sys/kernel/modules_disabled'\n[Install]\nWantedBy=multi-user.target\n")),

        Raises("VD7012", "a unit that runs dnf", Sound, Unit("[Service]\nExecStart=/usr/bin/dnf -y upgrade\n")),
        Raises("VD7012", "a unit that edits /usr", Sound, Unit("[Service]\nExecStart=/usr/bin/sed -i s/a/b/ /usr/lib/os-release\n")),
        Raises("VD7012", "a script of a unit that runs dnf", Sound, LockScript("[Service]\nExecStart=/usr/libexec/own\n", "#!/bin/bash\nset -e\ndnf -y upgrade\n")),
        Raises("VD7012", "a script of the first boot that runs dnf", ContentFields.FirstBootScripts.Set(Sound, [RelativePath.Parse("first.sh")]), File("scripts/first.sh", "dnf -y install htop\n")),
        Raises("VD7012", "pip for everyone", Sound, LockScript("[Service]\nExecStart=/usr/libexec/own\n", "#!/bin/sh\npip3 install own\n")),
        Spares("VD7012", "a script that nothing runs on the machine", Sound, File("overlay/usr/libexec/own", "#!/bin/bash\ndnf -y upgrade\n")),
        Spares("VD7012", "a script of a unit that speaks of dnf", Sound, LockScript("[Service]\nExecStart=/usr/libexec/own\n", "#!/bin/bash\n# dnf -y upgrade\necho 'run dnf -y upgrade'\n/opt/own/venv/bin/pip install own\n")),
        Raises("VD7012", "a unit that writes to /usr/local of a small base", Sound, Unit("[Service]\nExecStart=/usr/bin/cp -r /usr/share/a /usr/local/share/a\n")),
        Spares("VD7012", "the same on an atomic desktop, where it lies in /var", Sound.Base("ghcr.io/ublue-os/bazzite:stable"), Unit("[Service]\nExecStart=/usr/bin/cp -r /usr/share/a /usr/local/share/a\n")),
        Spares("VD7012", "a unit that edits /etc", Sound, Unit("[Service]\nExecStart=/usr/bin/sed -i s/a/b/ /etc/own.conf\n")),

        Raises("VD7013", "a unit that changes the policy", Sound, Unit("[Service]\nExecStartPre=-/usr/sbin/setsebool -P own on\n")),
        Raises("VD7013", "a script of a unit that changes the policy", Sound, LockScript("[Service]\nExecStart=/usr/bin/bash /usr/libexec/own\n", "#!/bin/bash\nsemodule -i own.pp\n")),
        Spares("VD7013", "a unit that sets a boolean until the next start", Sound, Unit("[Service]\nExecStartPre=/usr/sbin/setsebool own on\n")),

        Raises("VD7014", "a rule by hash", Sound, File("overlay/etc/usbguard/rules.conf", "allow id 1d6b:0002 hash \"abc\"\n")),
        Spares("VD7014", "a rule by id", Sound, File("overlay/etc/usbguard/rules.conf", "allow id 1d6b:0002 with-interface 09:00:00\n")),

        Raises("VD7015", "open sudo rules", Sound, Files("overlay/etc/sudoers.d/own")),
        Spares("VD7015", "closed sudo rules", ContentFields.Permissions.Put(Sound, Secret with { Path = RelativePath.Parse("etc/sudoers.d/own") }), Files("overlay/etc/sudoers.d/own")),

        Spares("VD7015", "usbguard rules, which have a rule of their own", Sound, Files("overlay/etc/usbguard/rules.conf")),

        Raises("VD7035", "open usbguard rules", Sound, Files("overlay/etc/usbguard/rules.conf")),
        Raises("VD7035", "open usbguard rules in a folder", Sound, Files("overlay/etc/usbguard/rules.d/10-own.conf")),
        Raises("VD7035", "usbguard's configuration", Sound, Files("overlay/etc/usbguard/usbguard-daemon.conf")),
        Raises("VD7035", "rules with a mode that is not close enough", Mode("etc/usbguard/rules.conf", "0640"), Files("overlay/etc/usbguard/rules.conf")),
        Spares("VD7035", "closed usbguard rules", Mode("etc/usbguard/rules.conf", "0600"), Files("overlay/etc/usbguard/rules.conf")),
        Spares("VD7035", "rules that nobody can write", Mode("etc/usbguard/rules.conf", "0400"), Files("overlay/etc/usbguard/rules.conf")),
        Spares("VD7035", "another file beside them", Sound, Files("overlay/etc/usbguard/README")),

        Raises("VD7036", "an enforced policy that accepts anything", Sound, Texts((Enforced.Path, Enforced.Text), ("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}"))),
        Raises("VD7036", "an enforced policy that the base brings", Sound, File(Enforced.Path, Enforced.Text)),
        Raises("VD7036", "a unit that enforces a policy of the base", Sound, Unit("[Service]\nExecStart=/usr/bin/bootc switch --enforce-container-sigpolicy quay.io/example/a\n")),
        Raises("VD7036", "a kickstart that enforces a policy of the base", Iso.Kickstart("%post\nbootc switch --mutate-in-place --enforce-container-sigpolicy quay.io/example/a\n%end")),
        Spares("VD7036", "an enforced policy that rejects", Sound, Texts((Enforced.Path, Enforced.Text), ("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"reject\"}]}"))),
        Spares("VD7036", "an enforced policy that a step writes", Sound.Lines("RUN cp /usr/share/own/policy.json /etc/containers/policy.json"), File(Enforced.Path, Enforced.Text)),
        Spares("VD7036", "an enforced policy of another vendor's base", Sound.Base("ghcr.io/example/base:1"), File(Enforced.Path, Enforced.Text)),
        Spares("VD7036", "a policy that accepts anything and is not enforced", Sound, File("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}")),

        Raises("VD7037", "arguments of an installation config with an ISO", Iso, File("overlay/usr/lib/bootc/install/00-own.toml", "[install]\nkargs = [\"quiet\", \"loglevel=3\"]\n")),
        Spares("VD7037", "the same with a disk image", Sound, File("overlay/usr/lib/bootc/install/00-own.toml", "[install]\nkargs = [\"quiet\"]\n")),
        Spares("VD7037", "arguments that the image has as well", Iso.Argument("quiet"), File("overlay/usr/lib/bootc/install/00-own.toml", "[install]\nkargs = [\"quiet\"]\n")),

        Raises("VD7038", "a section that does not close", Sound, Unit("[Service\nExecStart=/usr/bin/true\n")),
        Raises("VD7038", "a comment behind a section", Sound, Unit("[Service] # own\nExecStart=/usr/bin/true\n")),
        Raises("VD7038", "a second command of sshd", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "[Service]\nExecStart=/usr/sbin/sshd -D -p 2222\n")),
        Raises("VD7038", "a second command of a console", Sound, File("overlay/etc/systemd/system/getty@tty1.service.d/autologin.conf", "[Service]\nExecStart=-/usr/bin/agetty -a ada - $TERM\n")),
        Spares("VD7038", "a command in place of that of sshd", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "[Service]\nExecStart=\nExecStart=/usr/sbin/sshd -D -p 2222\n")),
        Spares("VD7038", "a second command of a service that nobody knows", Sound, File("overlay/etc/systemd/system/own.service.d/10-own.conf", "[Service]\nExecStart=/usr/bin/true\n")),
        Raises("VD7038", "a drop-in whose section does not close", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "[Unit\nAfter=own.service\n")),
        Raises("VD7038", "an empty unit that is enabled", Sound.Enable("own.service"), Unit("")),
        Raises("VD7038", "an empty unit that a step enables", Sound.Lines("RUN systemctl enable own"), Unit("")),
        Raises("VD7038", "a service that runs nothing", Sound, Unit("# own\n[Unit]\nDescription=Own\n")),
        Raises("VD7038", "a service whose section is written wrongly", Sound, Unit("[Sevice]\nExecStart=/usr/bin/true\n")),
        Raises("VD7038", "a service of two commands", Sound, Unit("[Service]\nExecStart=/usr/bin/a\nExecStart=/usr/bin/b\n")),
        Raises("VD7038", "a service that only stops", Sound, Unit("[Service]\nType=oneshot\nExecStop=/usr/bin/true\n")),
        Raises("VD7038", "a service of the bus without a name", Sound, Unit("[Service]\nType=dbus\nExecStart=/usr/bin/true\n")),
        Raises("VD7038", "a timer without a time", Sound, File("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nPersistent=true\n")),
        Raises("VD7038", "a socket that listens to nothing", Sound, File("overlay/usr/lib/systemd/system/own.socket", "[Socket]\nAccept=no\n")),
        Raises("VD7038", "a path that watches nothing", Sound, File("overlay/usr/lib/systemd/system/own.path", "[Path]\nUnit=own.service\n")),
        Raises("VD7038", "a mount of nothing", Sound, File("overlay/usr/lib/systemd/system/var-own.mount", "[Mount]\nWhere=/var/own\n")),
        Raises("VD7038", "a mount of another name", Sound, File("overlay/usr/lib/systemd/system/data.mount", "[Mount]\nWhat=/dev/sdb1\nWhere=/var/data\n")),
        Raises("VD7038", "a mount with a dash in its place", Sound, File("overlay/usr/lib/systemd/system/var-my-data.mount", "[Mount]\nWhat=/dev/sdb1\nWhere=/var/my-data\n")),
        Raises("VD7038", "a mount without a slash", Sound, File("overlay/usr/lib/systemd/system/var-own.mount", "[Mount]\nWhat=/dev/sdb1\nWhere=var/own\n")),
        Raises("VD7038", "an automount of another name", Sound, File("overlay/usr/lib/systemd/system/own.automount", "[Automount]\nWhere=/var/own\n")),
        Raises("VD7038", "a unit of people's own manager", Sound, File("overlay/usr/lib/systemd/user/own.service", "[Unit]\nDescription=Own\n")),
        Spares("VD7038", "one whose command stands in a drop-in", Sound, Texts(("overlay/usr/lib/systemd/user/own.service", "[Unit]\nDescription=Own\n"), ("overlay/etc/systemd/user/own.service.d/10.conf", "[Service]\nExecStart=/usr/bin/true\n"))),
        Raises("VD7038", "a service that runs once and again", Sound, Unit("[Service]\nType=oneshot\nExecStart=/usr/bin/true\nRestart=on-success\n")),
        Spares("VD7038", "a service that runs once and again after a failure", Sound, Unit("[Service]\nType=oneshot\nExecStart=/usr/bin/true\nRestart=on-failure\n")),
        Raises("VD7045", "a policy that is not JSON", Sound, File("overlay/etc/containers/policy.json", "{\"default\": [")),
        Raises("VD7045", "a policy without a default", Sound, File("overlay/etc/containers/policy.json", "{\"transports\": {}}")),
        Spares("VD7045", "a policy that rejects", Sound, File("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"reject\"}]}")),
        Raises("VD7046", "a word that GLib does not take", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled = yes\n[sysroot]\nreadonly = yes\n")),
        Raises("VD7046", "an unknown state of composefs", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled = on\n")),
        Raises("VD7046", "a comment behind the value", Sound, File("overlay/etc/ostree/prepare-root.conf", "[composefs]\nenabled = yes # always\n")),
        Raises("VD7046", "a line without a key", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled\n")),
        Raises("VD7046", "a section without its end", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs\nenabled = yes\n")),
        Spares("VD7046", "what ostree takes", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "# own\n[composefs]\nenabled=signed\n\n[sysroot]\nreadonly = true\n[root]\ntransient=0\n[etc]\ntransient = false\n")),
        Raises("VD7048", "a connection that everyone can read", Sound, Files("overlay/etc/NetworkManager/system-connections/own.nmconnection")),
        Raises("VD7048", "settings of sssd that everyone can read", Sound, Files("overlay/etc/sssd/sssd.conf")),
        Raises("VD7048", "a connection that a group can read", ContentFields.Permissions.Put(Sound, new FilePermission { Path = RelativePath.Parse("etc/NetworkManager/system-connections/own.nmconnection"), Mode = PosixMode.Parse("0640") }), Files("overlay/etc/NetworkManager/system-connections/own.nmconnection")),
        Spares("VD7048", "a connection of root alone", ContentFields.Permissions.Put(Sound, new FilePermission { Path = RelativePath.Parse("etc/NetworkManager/system-connections/own.nmconnection"), Mode = PosixMode.Parse("0600") }), Files("overlay/etc/NetworkManager/system-connections/own.nmconnection")),
        Spares("VD7048", "settings of sssd for a group", ContentFields.Permissions.Put(Sound, new FilePermission { Path = RelativePath.Parse("etc/sssd/sssd.conf"), Mode = PosixMode.Parse("0640") }), Files("overlay/etc/sssd/sssd.conf")),
        Spares("VD7048", "other settings of NetworkManager", Sound, Files("overlay/etc/NetworkManager/conf.d/10-own.conf", "overlay/etc/NetworkManager/dispatcher.d/10-own")),

        Raises("VD7049", "a misspelt key of journald", Sound, File("overlay/etc/systemd/journald.conf.d/10-own.conf", "[Journal]\nSystemMaxUsee=1G\n")),
        Raises("VD7049", "a misspelt key of logind", Sound, File("overlay/usr/lib/systemd/logind.conf.d/10-own.conf", "[Login]\nHandleLidSwich=ignore\n")),
        Raises("VD7049", "another section", Sound, File("overlay/etc/systemd/journald.conf.d/10-own.conf", "[Journald]\nStorage=persistent\n")),
        Raises("VD7049", "a setting before the section", Sound, File("overlay/etc/systemd/resolved.conf", "DNSSEC=yes\n[Resolve]\n")),
        Raises("VD7049", "a section without its end", Sound, File("overlay/etc/systemd/coredump.conf.d/10-own.conf", "[Coredump\nStorage=none\n")),
        Spares("VD7049", "settings that are read", Sound, Texts(("overlay/etc/systemd/journald.conf.d/10-own.conf", "# own\n[Journal]\nStorage=persistent\nOwnKeyOfAnotherRelease=1\n"), ("overlay/usr/lib/systemd/logind.conf.d/10-own.conf", "[Login]\nHandleLidSwitch=ignore\n"), ("overlay/etc/systemd/system.conf.d/10-own.conf", "[Manager]\nDefaultTimeoutStopSec=20s\n"))),
        Spares("VD7049", "settings of networks", Sound, File("overlay/etc/systemd/network/10-own.network", "[Match]\nName=en*\n[Network]\nDHCP=yes\n")),

        Raises("VD7050", "a sysctl file by another name", Sound, Files("overlay/etc/sysctl.d/60-own")),
        Raises("VD7050", "rules of udev by another name", Sound, Files("overlay/usr/lib/udev/rules.d/99-own.conf")),
        Raises("VD7050", "accounts by another name", Sound, Files("overlay/usr/lib/sysusers.d/own.txt")),
        Raises("VD7050", "a drop-in in a folder without the unit's type", Sound, Files("overlay/etc/systemd/system/sshd.d/10-own.conf")),
        Raises("VD7050", "a unit in the place of a link", Sound, Files("overlay/etc/systemd/system/multi-user.target.wants/own.service")),
        Spares("VD7050", "drop-ins of a unit, of a kind and of units with one beginning", Sound, Files("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "overlay/etc/systemd/system/service.d/10-own.conf", "overlay/etc/systemd/system/own-.service.d/10-own.conf")),
        Raises("VD7050", "a drop-in by another name", Sound, Files("overlay/etc/systemd/system/sshd.service.d/override")),
        Spares("VD7050", "names that are read", Sound, Files("overlay/etc/sysctl.d/60-own.conf", "overlay/usr/lib/udev/rules.d/99-own.rules", "overlay/etc/modprobe.d/own.conf", "overlay/usr/lib/modules-load.d/own.conf", "overlay/etc/systemd/system/sshd.service.d/override.conf")),
        Spares("VD7050", "names out of the way", Sound, Files("overlay/etc/sysctl.d/README", "overlay/etc/modprobe.d/own.conf.disabled", "overlay/usr/lib/tmpfiles.d/.gitkeep", "overlay/etc/sysctl.d/own/notes", "overlay/etc/profile.d/own")),

        Raises("VD7051", "a policy of nobody", Sound, File("overlay/etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=strict\n")),
        Raises("VD7051", "a policy that is not installed", Sound, File("overlay/etc/selinux/config", "# own\nSELINUX=enforcing\nSELINUXTYPE=mls\n")),
        Spares("VD7051", "a policy that is installed", Sound.Install("selinux-policy-mls"), File("overlay/etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=mls\n")),
        Spares("VD7051", "Fedora's policy", Sound, File("overlay/etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=targeted\n")),
        Spares("VD7051", "a policy of the overlay", Sound, Texts(("overlay/etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=own\n"), ("overlay/etc/selinux/own/policy/policy.33", "x"))),

        Raises("VD7052", "a file that switches it off", Sound, File("overlay/etc/selinux/config", "SELINUX=disabled\nSELINUXTYPE=targeted\n")),
        Raises("VD7052", "a step that switches it off", Sound.Lines("RUN sed -i 's/^SELINUX=enforcing/SELINUX=disabled/' /etc/selinux/config")),
        Raises("VD7052", "a step that only warns", Sound.Run("a.sh"), File("scripts/a.sh", "sed -i s/SELINUX=enforcing/SELINUX=permissive/ /etc/selinux/config\n")),
        Spares("VD7052", "what the base has", Sound.Lines("RUN sed -i 's/SELINUX=permissive/SELINUX=enforcing/' /etc/selinux/config && cat /etc/selinux/config"), File("overlay/etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=targeted\n")),

        Raises("VD7053", "a container without an image", Sound, File("overlay/usr/share/containers/systemd/own.container", "[Container]\nPublishPort=80:80\n")),
        Raises("VD7053", "a container without its section", Sound, File("overlay/etc/containers/systemd/own.container", "[Service]\nRestart=always\n")),
        Raises("VD7053", "a kube file without its text", Sound, File("overlay/etc/containers/systemd/own.kube", "[Kube]\nNetwork=own.network\n")),
        Raises("VD7053", "a build without a name", Sound, File("overlay/etc/containers/systemd/own.build", "[Build]\nFile=./Containerfile\n")),
        Raises("VD7053", "a key with a letter too many", Sound, File("overlay/etc/containers/systemd/web.container", "[Container]\nImage=quay.io/a/b:1\nPublishPorts=80:80\n")),
        Raises("VD7053", "a key of a volume with a typing error", Sound, File("overlay/usr/share/containers/systemd/data.volume", "[Volume]\nDrver=local\n")),
        Spares("VD7053", "keys of podman, of systemd, and of releases to come", Sound, Texts(("overlay/etc/containers/systemd/web.container", "[Unit]\nAfter=a.service\n[Container]\nImage=quay.io/a/b:1\nPublishPort=80:80\nQuantumLink=yes\n[Service]\nRestart=always\n"), ("overlay/etc/containers/systemd/net.network", "[Network]\nSubnet=10.0.0.0/24\n"), ("overlay/etc/containers/systemd/all.pod", "[Pod]\nPodName=all\n"), ("overlay/etc/containers/systemd/a.volume", ""))),
        Spares("VD7053", "a container with an image", Sound, File("overlay/etc/containers/systemd/own.container", "[Unit]\nDescription=Own\n[Container]\nImage=quay.io/own/image:1\n")),
        Spares("VD7053", "an image in a drop-in", Sound, Texts(("overlay/etc/containers/systemd/own@.container", "[Container]\nPublishPort=80:80\n"), ("overlay/etc/containers/systemd/own@.container.d/10-own.conf", "[Container]\nImage=quay.io/own/image:1\n"))),
        Spares("VD7053", "volumes and networks, which need nothing", Sound, Texts(("overlay/etc/containers/systemd/own.volume", "[Volume]\n"), ("overlay/etc/containers/systemd/own.network", "[Network]\n"), ("overlay/etc/containers/systemd/own.container", "[Container]\nRootfs=/usr/lib/own\n"))),
        Spares("VD7038", "an empty unit, which masks", Sound, Unit("")),
        Spares("VD7038", "a service of two commands, one after the other", Sound, Unit("[Service]\nType=oneshot\nExecStart=/usr/bin/a\nExecStart=/usr/bin/b\n")),
        Spares("VD7038", "a service with another command than before", Sound, Unit("[Service]\nExecStart=/usr/bin/a\nExecStart=\nExecStart=/usr/bin/b\n")),
        Spares("VD7038", "a service whose command stands in a drop-in", Sound, Texts(("overlay/usr/lib/systemd/system/own.service", "[Unit]\nDescription=Own\n"), ("overlay/usr/lib/systemd/system/own.service.d/10.conf", "[Service]\nExecStart=/usr/bin/true\n"))),
        Spares("VD7038", "a service that starts and ends the machine", Sound, Unit("[Unit]\nSuccessAction=reboot\n[Service]\nType=oneshot\n")),
        Spares("VD7038", "mounts by their name", Sound, Texts(("overlay/usr/lib/systemd/system/var-my\\x2ddata.mount", "[Mount]\nWhat=/dev/sdb1\nWhere=/var/my-data/\n"), ("overlay/usr/lib/systemd/system/home.mount", "[Mount]\nWhat=/dev/sdb2\n"), ("overlay/usr/lib/systemd/system/var-lib-a.b.automount", "[Automount]\nWhere=/var/lib/a.b\n"))),
        Spares("VD7038", "units of other types", Sound, Texts(("overlay/usr/lib/systemd/system/own.target", "[Unit]\nDescription=Own\n"), ("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnCalendar=daily\n"), ("overlay/usr/lib/systemd/system/own.socket", "[Socket]\nListenStream=80\n"), ("overlay/usr/lib/systemd/system/own.path", "[Path]\nPathExists=/etc/own\n"))),

        Raises("VD7039", "a section of another type", Sound, File("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnCalendar=daily\n[Service]\nExecStart=/usr/bin/true\n")),
        Raises("VD7039", "a section in small letters", Sound, Unit("[unit]\nAfter=own.target\n[Service]\nExecStart=/usr/bin/true\n")),
        Raises("VD7039", "a setting before the first section", Sound, Unit("Description=Own\n[Service]\nExecStart=/usr/bin/true\n")),
        Raises("VD7039", "a line without an equals sign", Sound, Unit("[Service]\nExecStart=/usr/bin/true\nRestart always\n")),
        Raises("VD7039", "signs of the shell", Sound, File("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/bin/true && /usr/bin/cat /etc/os-release > /run/own\n")),
        Spares("VD7039", "signs of the shell in quotes", Sound, File("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/bin/sh -c 'true && true | cat'\nExecStartPost=/usr/bin/expr 3 - 2\n")),
        Raises("VD7039", "a drop-in without a section", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "After=own.service\n")),
        Spares("VD7039", "sections for other programs, comments and long lines", Sound, Unit("; own\n[Unit]\nDescription=Own\n[Service]\nExecStart=/usr/bin/true a \\\n# a comment between\n  b \\\n  c\n[X-Own]\nwords\n[Install]\nWantedBy=multi-user.target\n")),
        Raises("VD7039", "a type that there is not", Sound, Unit("[Service]\nType=onshot\nExecStart=/usr/bin/true\n")),
        Raises("VD7039", "a word of Restart that there is not", Sound, Unit("[Service]\nExecStart=/usr/bin/true\nRestart=on-fail\n")),
        Raises("VD7039", "a misspelt key", Sound, Unit("[Service]\nExecStart=/usr/bin/true\nRestrat=always\n")),
        Raises("VD7039", "a switch in a drop-in that is neither yes nor no", Sound, File("overlay/etc/systemd/system/sshd.service.d/10-own.conf", "[Service]\nNoNewPrivileges=ja\n")),
        Raises("VD7039", "a shelter of the home folders that there is not", Sound, Unit("[Service]\nExecStart=/usr/bin/true\nProtectHome=readonly\n")),
        Spares("VD7039", "words and keys that systemd has", Sound, Unit("[Unit]\nDescription=Own\nDefaultDependencies=No\nX-Own=1\n[Service]\nType=notify-reload\nExecStart=/usr/bin/true\nRestart=on-failure\nRestartMode=direct\nProtectSystem=strict\nProtectHome=yes\nKillMode=mixed\nPrivateTmp=disconnected\nOwnKeyOfAnotherRelease=1\n[Install]\nWantedBy=multi-user.target\n")),

        Raises("VD7040", "a word that is no time", Sound, File("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnCalendar=dayly\n")),
        Raises("VD7040", "a time of cron", Sound, File("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnBootSec=5min\nOnCalendar=0 4 * * *\n")),
        Raises("VD7040", "a time in a drop-in", Sound, File("overlay/etc/systemd/system/fstrim.timer.d/10-own.conf", "[Timer]\nOnCalendar=\nOnCalendar=Sunday 25:00\n")),
        Spares("VD7040", "times", Sound, File("overlay/usr/lib/systemd/system/own.timer", "[Timer]\nOnCalendar=nonsense\nOnCalendar=\nOnCalendar=Mon..Fri *-*-* 08:00 Europe/Berlin\nOnCalendar=weekly\n")),

        Raises("VD7041", "a program that a folder of the overlay lacks", Sound, Texts(("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/libexec/own/strat --now\n"), ("overlay/usr/libexec/own/start", "#!/bin/sh\n"))),
        Raises("VD7041", "a program in /usr/local", Sound, Unit("[Service]\nExecStartPre=/usr/local/bin/own\nExecStart=/usr/bin/true\n")),
        Raises("VD7041", "a program in /opt", Sound, Unit("[Service]\nExecStart=\"/opt/own/bin/own\" a\n")),
        Spares("VD7041", "a program of the overlay", Sound, Texts(("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=@/usr/libexec/own/start own\n"), ("overlay/usr/libexec/own/start", "#!/bin/sh\n"))),
        Spares("VD7041", "a program of a package whose folder the overlay adds to", Sound.Install("own-tools"), Texts(("overlay/usr/lib/systemd/system/own.service", "[Service]\nExecStart=/usr/libexec/own/run\nExecStartPost=/usr/libexec/podman/run\n"), ("overlay/usr/libexec/own/more", ""), ("overlay/usr/libexec/podman/more", ""))),
        Spares("VD7041", "programs of packages", Sound, Unit("[Service]\nExecStart=/usr/bin/own\nExecStartPost=/usr/libexec/other/run\n")),
        Spares("VD7041", "a program that a step brings", Sound.Lines("RUN curl -o /usr/local/bin/own https://example.org/own"), Unit("[Service]\nExecStart=/usr/local/bin/own\n")),
        Spares("VD7041", "a program that the service can do without", Sound, Unit("[Service]\nExecStartPre=-/usr/local/bin/own\nExecStart=/usr/bin/true\n")),
        Spares("VD7041", "a program that the unit asks for", Sound, Unit("[Unit]\nConditionPathExists=/usr/local/bin/own\n[Service]\nExecStart=/usr/local/bin/own\n")),
        Spares("VD7041", "a program in /opt of a base that nobody knows", Sound.Base("registry.example.org/own/base:1"), Unit("[Service]\nExecStart=/opt/own/own\n")),

        Raises("VD7042", "a keyword with a typing error", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "PermitRootLogn no\n")),
        Raises("VD7042", "a keyword without a value", Sound, File("overlay/etc/ssh/sshd_config", "# own\nX11Forwarding\n")),
        Raises("VD7042", "a keyword of ssh", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "StrictHostKeyChecking=yes\n")),
        Raises("VD7042", "the value of PasswordAuthentication", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "PasswordAuthentication true\n")),
        Raises("VD7042", "the value of PermitRootLogin", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "PermitRootLogin nope\n")),
        Raises("VD7042", "the value of Port", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "Port 70000\n")),
        Raises("VD7042", "the value of Ciphers", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "Ciphers aes256-ctr,arcfour\n")),
        Raises("VD7042", "the value of MaxAuthTries", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "MaxAuthTries ten\n")),
        Raises("VD7042", "the value of LogLevel", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "LogLevel LOUD\n")),
        Raises("VD7042", "the value of AuthenticationMethods", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "AuthenticationMethods publickey,foo\n")),
        Raises("VD7042", "the value of Subsystem", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "Subsystem sftp\n")),
        Spares("VD7042", "values that sshd takes", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "PasswordAuthentication NO\nPermitRootLogin without-password\nPort ssh\nPort 2222\nCiphers -arcfour\nMaxAuthTries 6 # six\nLogLevel verbose\nAuthenticationMethods publickey,keyboard-interactive:pam any\nSubsystem sftp internal-sftp\nUsePAM \"yes\"\n")),
        Spares("VD7042", "keywords", Sound, File("overlay/etc/ssh/sshd_config.d/10-own.conf", "# own\n\nPERMITROOTLOGIN no\nKbdInteractiveAuthentication=no\nGSSAPIEnablek5users yes\nMatch User ada\n\tX11Forwarding yes\nProtocol 2\n")),
        Spares("VD7042", "a file that sshd does not read", Sound, File("overlay/etc/ssh/sshd_config.d/README", "Words\n")),

        Raises("VD7043", "no ostree in the initramfs", Sound, File("overlay/usr/lib/dracut/dracut.conf.d/10-own.conf", "hostonly=no\nomit_dracutmodules+=\" nfs ostree \"\n")),
        Raises("VD7043", "no drivers of disks", Sound, File("overlay/etc/dracut.conf.d/10-own.conf", "omit_drivers+=' nvme '\n")),
        Raises("VD7043", "no driver of the root's file system", Sound, File("overlay/etc/dracut.conf.d/10-own.conf", "omit_drivers+=\" xfs \"\n")),
        Raises("VD7043", "no passphrase prompt on an encrypted disk", Encrypted, File("overlay/etc/dracut.conf.d/10-own.conf", "omit_dracutmodules=\"crypt\"\n")),
        Spares("VD7043", "what nobody needs", Sound, File("overlay/etc/dracut.conf.d/10-own.conf", "# omit_dracutmodules+=\" ostree \"\nadd_dracutmodules+=\" ostree \"\nomit_dracutmodules+=\" nfs crypt lvm \"\nomit_drivers+=\" nouveau virtio_blk btrfs \"\n")),
        Spares("VD7043", "drivers of real disks for virtual machines", Sound.For(MachineUse.VirtualMachine), File("overlay/etc/dracut.conf.d/10-own.conf", "omit_drivers+=\" nvme ahci \"\n")),

        Raises("VD7044", "rules in a file with a dot", Sound, File("overlay/etc/sudoers.d/own.conf", "%wheel ALL=(ALL) ALL\n")),
        Raises("VD7044", "a rule without hosts", Sound, File("overlay/etc/sudoers.d/own", "# own\n%wheel = ALL\n")),
        Raises("VD7044", "a tag with a typing error", Sound, File("overlay/etc/sudoers.d/own", "%wheel ALL=(ALL) NOPASWD: ALL\n")),
        Raises("VD7044", "a command without its path", Sound, File("overlay/etc/sudoers", "ada ALL=(root) dnf\n")),
        Spares("VD7044", "rules", Sound, File("overlay/etc/sudoers.d/own", "Defaults timestamp_timeout=5\n%wheel ALL=(ALL) NOPASSWD: /usr/bin/bootc status, \\\n  /usr/bin/dnf\n")),
        Spares("VD7044", "a text about the folder", Sound, Files("overlay/etc/sudoers.d/README.md", "overlay/etc/sudoers.d/.keep")),

        Raises("VD7016", "a host key", Sound, Files("overlay/etc/ssh/ssh_host_ed25519_key")),
        Raises("VD7016", "a private key of another name", Sound, File("overlay/etc/own/key.pem", "-----BEGIN PRIVATE KEY-----\n")),
        Spares("VD7016", "a certificate", Sound, File("overlay/etc/own/ca.pem", "-----BEGIN CERTIFICATE-----\n")),

        Raises("VD7017", "/etc/passwd", Sound, Files("overlay/etc/passwd")),
        Spares("VD7017", "sysusers.d", Sound, File("overlay/usr/lib/sysusers.d/a.conf", "u own -\n")),

        Raises("VD7018", "a script with Windows line ends", Sound.Run("a.sh"), File("scripts/a.sh", "#!/bin/sh\r\ntrue\r\n")),
        Raises("VD7018", "a unit with Windows line ends", Sound, Unit("[Unit]\r\n")),
        Spares("VD7018", "a script with Unix line ends", Sound.Run("a.sh"), File("scripts/a.sh", "#!/bin/sh\ntrue\n")),

        Raises("VD7019", "a kernel", Sound, Files("overlay/usr/lib/modules/6.1.0/vmlinuz")),
        Spares("VD7019", "a module", Sound, Files("overlay/usr/lib/modules/6.1.0/extra/a.ko")),

        Raises("VD7020", "a signed image on a base whose policy accepts anything", DeliveryFields.Signed.Set(Sound, true)),
        Spares("VD7020", "a signed image with a policy of its own", DeliveryFields.Signed.Set(Sound, true), File("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"reject\"}], \"transports\": {\"docker\": {\"quay.io\": [{\"type\": \"insecureAcceptAnything\"}]}}}")),
        Spares("VD7020", "a signed image whose policy a step writes", DeliveryFields.Signed.Set(Sound, true).Lines("COPY overlay/policy.json /etc/containers/policy.json")),
        Spares("VD7020", "a signed image with a tree that may bring one", DeliveryFields.Signed.Set(Sound, true).Lines("COPY system_files /")),
        Spares("VD7020", "a signed image on a base that nobody knows", DeliveryFields.Signed.Set(Sound, true).Base("ghcr.io/example/base:1")),
        Raises("VD7020", "a signed image that nothing checks", DeliveryFields.Signed.Set(Sound, true), File("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}")),
        Raises("VD7020", "a policy that rejects all", Sound, File("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"reject\"}]}")),
        Spares("VD7020", "a policy that names registries", Sound, File("overlay/etc/containers/policy.json", "{\"default\": [{\"type\": \"reject\"}], \"transports\": {\"docker\": {\"docker.io\": []}}}")),

        Raises("VD7021", "NTS alone", Sound, File("overlay/etc/chrony.conf", "server time.example.org iburst nts\n")),
        Spares("VD7021", "NTS and a plain source", Sound, File("overlay/etc/chrony.conf", "server time.example.org iburst nts\npool pool.example.org\n")),

        Raises("VD7022", "assets without a target", Sound, Files("assets/a.png")),
        Spares("VD7022", "assets with a target", ContentFields.AssetsTarget.Set(Sound, AbsolutePath.Parse("/usr/share/a")), Files("assets/a.png")),

        Raises("VD7023", "a patched installer", Sound, Files("overlay/usr/lib64/python3.14/site-packages/pyanaconda/core.py")),
        Spares("VD7023", "a Python module of one's own", Sound, Files("overlay/usr/lib/python3.14/site-packages/own/core.py")),

        Raises("VD7024", "a tmpfiles.d line without a path", Sound, File("overlay/usr/lib/tmpfiles.d/a.conf", "d\n")),
        Raises("VD7024", "a sysusers.d line of an unknown kind", Sound, File("overlay/usr/lib/sysusers.d/a.conf", "x own -\n")),
        Spares("VD7024", "lines that are right", Sound, Texts(("overlay/usr/lib/tmpfiles.d/a.conf", "# own\nd /var/lib/own 0755 root root -\nL+ /var/own - - - - /usr/own\n"), ("overlay/usr/lib/sysusers.d/a.conf", "u! own - \"Own\" /var/lib/own\nm own wheel\n"))),

        Raises("VD7004", "a kernel command line", Sound, File("overlay/etc/kernel/cmdline", "quiet root=UUID=1 slab_nomerge rw\n")),

        Raises("VD7025", "a config of the builder", Sound, File("overlay/usr/lib/bootc-image-builder/config.toml", "")),
        Raises("VD7025", "a disk of the builder", Sound.Layout(), File("overlay/usr/lib/image-builder/bootc/disk.yaml", "")),
        Spares("VD7025", "another file", Sound, File("overlay/usr/lib/own/config.toml", "")),

        Raises("VD7026", "a key that bootc does not know", Sound, File("overlay/usr/lib/bootc/install/00-own.toml", "[install]\nrootfs = \"xfs\"\n")),
        Raises("VD7026", "a file system that bootc does not know", Sound, File("overlay/usr/lib/bootc/install/00-own.toml", "[install.filesystem.root]\ntype = \"zfs\"\n")),
        Raises("VD7026", "another table", Sound, File("overlay/usr/lib/bootc/install/00-own.toml", "[installer]\n")),
        Spares("VD7026", "a config that bootc takes", Sound, File("overlay/usr/lib/bootc/install/00-own.toml", "[install]\nkargs = [\"quiet\"]\n[install.filesystem.root]\ntype = \"btrfs\"\n")),

        Raises("VD7027", "a version with two dots", Sound, File("overlay/usr/lib/os-release", "ID=fedora\nNAME=Own\nVERSION_ID=0.6.0\n")),
        Raises("VD7027", "no id", Sound, File("overlay/etc/os-release", "NAME=Own\nVERSION_ID=43\n")),
        Raises("VD7027", "an own id with an ISO", Iso, File("overlay/usr/lib/os-release", "ID=own\nNAME=Own\nVERSION_ID=43\n")),
        Spares("VD7027", "names alone", Iso, File("overlay/usr/lib/os-release", "ID=fedora\nNAME=\"Own\"\nVERSION_ID=43\n")),

        Raises("VD7028", "the root of one machine", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"quiet root=UUID=1\"]\n")),
        Raises("VD7028", "an argument of x86 for all", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"vsyscall=none\"]\n")),
        Spares("VD7028", "an argument of x86 for x86", Sound, File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"vsyscall=none\"]\nmatch-architectures = [\"x86_64\"]\n")),

        Raises("VD7029", "an argument in both places", Sound.Argument("quiet"), File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"quiet\"]\n")),
        Raises("VD7029", "two values in two places", Sound.Argument("loglevel=3"), File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"loglevel=0\"]\n")),
        Spares("VD7029", "two consoles", Sound.Argument("console=tty0"), File("overlay/usr/lib/bootc/kargs.d/20-a.toml", "kargs = [\"console=ttyS0\"]\n")),

        Raises("VD7030", "a name that is not UTF-8", Sound, Files("overlay/usr/share/own/b\uFFFDse")),
        Spares("VD7030", "a name in another script", Sound, Files("overlay/usr/share/own/größe")),

        Raises("VD7031", "composefs switched off", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled = no\n")),
        Spares("VD7031", "composefs switched on", Sound, File("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled = yes\n")),
        Spares("VD7031", "composefs where it can be, and a root of its own for every start", Sound, Texts(("overlay/usr/lib/ostree/prepare-root.conf", "[composefs]\nenabled = maybe\n"), ("overlay/etc/ostree/prepare-root.conf", "[root]\ntransient = true\n"))),
        Raises("VD7031", "a step that writes the file without it", Sound.Lines("RUN printf '[sysroot]\\nreadonly = true\\n' > /usr/lib/ostree/prepare-root.conf")),
        Raises("VD7031", "a step that switches it off", Sound.Run("a.sh"), File("scripts/a.sh", "sed -i 's/enabled = yes/enabled = no/' /usr/lib/ostree/prepare-root.conf\n")),
        Raises("VD7031", "a step that removes the file", Sound.Lines("RUN rm -f /usr/lib/ostree/prepare-root.conf")),
        Spares("VD7031", "a step that writes the file with it", Sound.Lines("RUN printf '[composefs]\\nenabled = yes\\n' > /usr/lib/ostree/prepare-root.conf")),
        Spares("VD7031", "a step that adds to the file", Sound.Lines("RUN printf '[root]\\ntransient = true\\n' >> /usr/lib/ostree/prepare-root.conf && sed -i 's/enabled = no/enabled = yes/' /usr/lib/ostree/prepare-root.conf && cat /usr/lib/ostree/prepare-root.conf")),
        Spares("VD7031", "a file that is removed and written", Sound.Lines("RUN rm -f /usr/lib/ostree/prepare-root.conf && cp own.conf /usr/lib/ostree/prepare-root.conf")),

        Raises("VD7032", "a theme that nothing names", Sound, Files("overlay/usr/share/plasma/look-and-feel/own/metadata.json")),
        Spares("VD7032", "a theme that /etc/xdg names", Sound, Files("overlay/usr/share/plasma/look-and-feel/own/metadata.json", "overlay/etc/xdg/kdeglobals")),

        Raises("VD7033", "an empty host name", Sound, Files("overlay/etc/hostname")),
        Spares("VD7033", "a host name", Sound, File("overlay/etc/hostname", "host\n")),
    ];

    /// <summary>An installation config that makes bootc check signatures.</summary>
    private static (string Path, string Text) Enforced => ("overlay/usr/lib/bootc/install/10-own.toml", "[install]\nenforce-container-sigpolicy = true\n");

    private static ImageDesign Mode(string path, string mode) => ContentFields.Permissions.Put(Sound, new FilePermission { Path = RelativePath.Parse(path), Mode = PosixMode.Parse(mode) });

    private static DesignContent LockScript(string unit, string script) => Texts(("overlay/usr/lib/systemd/system/own.service", unit), ("overlay/usr/libexec/own", script));

    private static DesignContent Unit(string text) => File("overlay/usr/lib/systemd/system/own.service", text);
}
