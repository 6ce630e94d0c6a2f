#!/usr/bin/env bash
# shellcheck disable=SC2317 # functions are run by claim and refuses
# The part of check-image.sh that runs inside the throw-away tree.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
scripts=/repository/scripts

# As COPY does it: the tree's own folders keep their modes.
cp -r --no-preserve=ownership /repository/overlay/. /
mkdir -p /usr/share/veilor-os
cp -r --no-preserve=ownership /repository/assets /usr/share/veilor-os/
# What Fedora's packages bring and Debian's do not.
mkdir -p /etc/audit/rules.d /usr/share/sddm/themes/breeze /usr/lib/modules/6.17.5
# Fedora's audit-rules installs its sample 10-no-audit.rules under this name: no process is recorded then.
printf '# hardwired events only\n-D\n\n-a task,never\n' >/etc/audit/rules.d/audit.rules
chmod 0640 /etc/audit/rules.d/audit.rules
touch /usr/lib/modules/6.17.5/vmlinuz
cp /bin/true /usr/bin/bootc
echo 'kernel/drivers/scsi/sr_mod.ko' >/usr/lib/modules/6.17.5/modules.builtin
printf '# made by a test\ninstall dccp /bin/false\nblacklist dccp\ninstall sr_mod /bin/false\n' >/usr/lib/modprobe.d/60-image.conf
echo 'byhand:x:498:498:Made "by hand":/nonexistent:/usr/sbin/nologin' >>/etc/passwd
echo 'byhand:x:498:' >>/etc/group
# A user and a group of one name, of which sysusers.d declares one; a user whose line names another group.
printf 'halfuser:x:481:481:100%% real:/nonexistent:/usr/sbin/nologin\nhalfgroup:x:482:100::/nonexistent:/usr/sbin/nologin\n' >>/etc/passwd
printf 'halfuser:x:481:\nhalfgroup:x:482:\n' >>/etc/group
printf 'g halfuser 481\nu halfgroup 482:100 "" /nonexistent /usr/sbin/nologin\n' >/usr/lib/sysusers.d/half.conf
mode_before=$(stat -c %a /etc/login.defs)
touch /tmp/start

# Everything written since the start but the policy store, which is rebuilt each time.
state() {
    find /etc /usr /var -xdev -newer /tmp/start -type f ! -path '/var/lib/selinux/*' ! -path '/etc/selinux/*' ! -path '/var/log/usbguard/*' -printf '%m %p ' -exec sha256sum {} \; | LC_ALL=C sort
}
run_all() {
    local script
    for script in 10-harden-base.sh 20-harden-kernel.sh selinux/build-policy.sh kde-theme-apply.sh 30-apply-v03-theme.sh; do
        claim "$1 run of $script" bash "$scripts/$script"
    done
}
run_all first
state >/tmp/first
claim "the first run wrote something to compare" test -s /tmp/first
run_all second
state >/tmp/second
equals "the second run changes nothing" "$(diff /tmp/first /tmp/second | head -n 5)" ""
said=$(bash "$scripts/10-harden-base.sh")
if grep -Eq 'installed|created' <<<"$said"; then not_ok "a repeated run installs nothing" "$said"; else ok "a repeated run installs nothing"; fi

# Accounts.
for line in 'UMASK 027' 'HOME_MODE 0700' 'ENCRYPT_METHOD YESCRYPT'; do
    equals "login.defs: $line, once" "$(grep -cE "^${line%% *}[[:space:]]" /etc/login.defs)" 1
    claim "login.defs: $line" grep -Fxq "$line" /etc/login.defs
done
# Debian's has a sentence about the key right before the line that shows it.
claim "a sentence about a key is no setting of it" grep -Fq '# HOME_MODE is used by useradd(8)' /etc/login.defs
equals "the line that shows it is" "$(grep -c '^#HOME_MODE' /etc/login.defs || true)" 0
equals "login.defs keeps its mode" "$(stat -c %a /etc/login.defs)" "$mode_before"
claim "an account made by hand is declared" grep -Fxq 'u byhand 498:byhand "Made by hand" /nonexistent /usr/sbin/nologin' /usr/lib/sysusers.d/90-veilor-found.conf
mkdir -p /tmp/fresh/etc /tmp/fresh/usr/lib/sysusers.d
cp /usr/lib/sysusers.d/*.conf /tmp/fresh/usr/lib/sysusers.d/
claim "sysusers.d makes the accounts on an empty system" systemd-sysusers --root=/tmp/fresh
for kind in passwd group; do
    equals "every account of $kind is declared" "$(comm -23 <(cut -d: -f1 /etc/$kind | sort -u) <(cut -d: -f1 /tmp/fresh/etc/$kind | sort -u) | tr '\n' ' ')" ""
done
equals "a user's home, shell and description survive" "$(grep '^halfuser:' /tmp/fresh/etc/passwd)" 'halfuser:x:481:481:100% real:/nonexistent:/usr/sbin/nologin'
claim "the group usbguard is declared" grep -q '^usbguard:' /tmp/fresh/etc/group

# The authselect profile: a small authselect of our own, since Debian has none. It does what the real one (1.7) does in a
# base: no profile is an error, so are a feature that the profile has not and a state folder that is not there, and what it
# writes besides the profile is a checksum in that folder.
cat >/usr/bin/authselect <<'FAKE'
#!/bin/bash
config=/etc/authselect/authselect.conf
case $* in
"current --raw") [ -e $config ] || { echo 'No existing configuration detected.'; exit 2; }; tr '\n' ' ' <$config; echo ;;
"enable-feature with-faillock")
    [ "$(head -n 1 $config)" = local ] || { echo '[error] Unknown profile feature [with-faillock]' >&2; exit 22; }
    [ -d /var/lib/authselect ] || { echo '[error] Directory [/var/lib/authselect] does not exist, please create it!' >&2; exit 13; }
    echo with-faillock >>$config
    echo 0123 >/var/lib/authselect/checksum
    echo "Make sure that faillock is configured."
    ;;
*) exit 64 ;;
esac
FAKE
chmod +x /usr/bin/authselect
mkdir /etc/authselect
base() { bash "$scripts/10-harden-base.sh" | grep faillock; }
equals "a base without an authselect profile" "$(base | cut -d: -f2-3)" ' faillock: skipped because the base selects no authselect profile; forcing one would replace its nsswitch.conf'
printf 'custom/theirs\n' >/etc/authselect/authselect.conf
equals "a profile that has not the feature does not stop the build" "$(base | cut -d: -f2-4)" ' faillock: NOT enabled, authselect refuses it for the profile custom/theirs: [error] Unknown profile feature [with-faillock]'
printf 'local\nwith-silent-lastlog\n' >/etc/authselect/authselect.conf
equals "Fedora's own profile, without a state folder" "$(base | cut -d: -f2-3)" ' faillock: enabled in the authselect profile local'
equals "gets the feature once" "$(grep -cx with-faillock /etc/authselect/authselect.conf)" 1
claim "and leaves no file in /var" test -d /var/lib/authselect -a ! -e /var/lib/authselect/checksum
equals "the next run sees it" "$(base | cut -d: -f2-3)" ' faillock: on already in the authselect profile local'
rm -r /usr/bin/authselect /etc/authselect /var/lib/authselect

# sudo, ssh, fail2ban, chrony.
equals "sudo's file is 0440" "$(stat -c '%a %U:%G' /etc/sudoers.d/60-veilor)" "440 root:root"
claim "sudo accepts the whole configuration" visudo --check --quiet
# People work with 027; sudo joins the caller's mask to its own unless it is told otherwise (sudoers(5)).
equals "what root writes through sudo is open to services" "$(umask 027; sudo sh -c umask 2>/dev/null)" 0022
rm /var/log/sudo.log
mkdir -p /run/sshd
grep -q '^Include /etc/ssh/sshd_config.d' /etc/ssh/sshd_config || sed -i '1i Include /etc/ssh/sshd_config.d/*.conf' /etc/ssh/sshd_config
settings=$(sshd -T 2>&1 || true)
for wanted in 'permitrootlogin no' 'passwordauthentication no' 'x11forwarding no' 'maxauthtries 3'; do
    claim "sshd: $wanted" grep -Fxq "$wanted" <<<"$settings"
done
# Fedora's fail2ban-firewalld (fail2ban.spec): its rules go to one zone, and ssh comes in through others too.
printf '[DEFAULT]\nbanaction = firewallcmd-rich-rules\nbanaction_allports = firewallcmd-rich-rules\n' >/etc/fail2ban/jail.d/00-firewalld.conf
claim "fail2ban accepts its jail" fail2ban-client --test
bans=$(fail2ban-client --dump)
claim "a ban holds in every zone: nftables" grep -q "actionban.*nft.* add element" <<<"$bans"
equals "and not by rules of one zone" "$(grep -c firewall-cmd <<<"$bans" || true)" 0
claim "chrony accepts its configuration" chronyd -p -f /etc/chrony.conf
equals "four authenticated time sources" "$(chronyd -p -f /etc/chrony.conf | grep -c ' nts ')" 4
claim "one plain time source is left" grep -q '^pool ' /etc/chrony.conf
equals "audit rules are 0600" "$(stat -c %a /etc/audit/rules.d/*veilor*.rules | sort -u)" 600
equals "the rule that keeps every process from being recorded is gone, the rest of its file is there" \
    "$(grep -v '^#' /etc/audit/rules.d/audit.rules | tr -d '\n') $(stat -c %a /etc/audit/rules.d/audit.rules)" "-D 640"
if [ "$(uname -m)" = x86_64 ]; then
    claim "32-bit calls are watched too" test -s /etc/audit/rules.d/51-veilor-x86_64.rules
    for rules in 50-veilor:b64 51-veilor-x86_64:b32; do
        equals "what is watched by ${rules%:*}" \
            "$(sed -n "s/clock_settime64,//; s/,stime//; s/arch=${rules#*:}/arch=/; /^-a/p" "/etc/audit/rules.d/${rules%:*}.rules")" \
            "$(sed -n 's/arch=b64/arch=/; /^-a/p' "$scripts/files/audit.rules")"
    done
fi
equals "sudo's log is rotated" "$(head -n 1 /etc/logrotate.d/veilor-sudo | cut -d' ' -f1)" "$(sed -n 's/^Defaults logfile=//p' /etc/sudoers.d/60-veilor)"

# USBGuard.
config=/etc/usbguard/usbguard-daemon.conf
for line in ImplicitPolicyTarget=block PresentDevicePolicy=allow IPCAllowedGroups=usbguard DeviceRulesWithPort=false; do
    equals "usbguard: $line, once" "$(grep -cE "^${line%%=*}=" $config)" 1
    claim "usbguard: $line" grep -Fxq "$line" $config
done
equals "usbguard's files are 0600" "$(stat -c %a $config /etc/usbguard/rules.conf /etc/usbguard/rules.d/*.conf | sort -u)" 600
equals "usbguard adds the owner's rules to their own file" "$(find /etc/usbguard/rules.d -name '*.conf' | sort | tail -n 1)" /etc/usbguard/rules.d/90-veilor-owner.conf
equals "usbguard's rules folder is 0700" "$(stat -c %a /etc/usbguard/rules.d)" 700
claim "usbguard understands the rule for hubs" usbguard-rule-parser -f /etc/usbguard/rules.d/10-veilor-hubs.conf

# firewalld.
claim "firewalld's default zone" grep -Fxq DefaultZone=veilor /etc/firewalld/firewalld.conf
claim "firewalld reads the zone tailnet" firewall-offline-cmd --info-zone=tailnet
claim "firewalld binds tailscale0 to it" sh -c 'firewall-offline-cmd --get-zone-of-interface=tailscale0 | grep -x tailnet'
equals "the zone veilor lets one service in" "$(firewall-offline-cmd --zone=veilor --list-services)" dhcpv6-client

# systemd.
mkdir -p /usr/share/man
for unit in veilor-firstboot.service veilor-modules-lock.service veilor-stage-update.service veilor-stage-update.timer; do
    verifies "systemd accepts $unit" "$unit"
done
for unit in usbguard.service bootc-fetch-apply-updates.service; do
    [ -e "/usr/lib/systemd/system/$unit" ] || printf '[Service]\nExecStart=/bin/true\n' >"/usr/lib/systemd/system/$unit"
    verifies "systemd accepts the drop-in of $unit" "$unit"
done
rm /usr/lib/systemd/system/bootc-fetch-apply-updates.service
# The manager of a session reads these.
mkdir -p /run/user/0
export XDG_RUNTIME_DIR=/run/user/0
for unit in /repository/overlay/usr/lib/systemd/user/*.{service,path}; do
    verifies "systemd accepts ${unit##*/} in a session" "/usr/lib/systemd/user/${unit##*/}" --user
done
verifies "systemd accepts graphical-session.target with its drop-in" graphical-session.target --user
# Checks that cannot fail show nothing.
printf '[Service]\nExecStart=/bin/true\nRestrt=no\n' >/usr/lib/systemd/user/veilor-bad.service
claim "a setting that systemd does not know is noticed in a session" grep -q '^not ok.*Restrt' <<<"$(verifies bad /usr/lib/systemd/user/veilor-bad.service --user)"
rm /usr/lib/systemd/user/veilor-bad.service
claim "a unit that is not there is no unit accepted" grep -q '^not ok' <<<"$(verifies gone veilor-gone.service)"
claim "without systemd-analyze no unit is accepted" grep -q '^not ok.*127' <<<"$(systemd-analyze() { return 127; }; verifies lost veilor-firstboot.service)"
systemctl preset veilor-firstboot.service veilor-stage-update.timer veilor-modules-lock.service 2>/dev/null
equals "first boot is on" "$(systemctl is-enabled veilor-firstboot.service || true)" enabled
equals "staging is on" "$(systemctl is-enabled veilor-stage-update.timer || true)" enabled
equals "the module lock is off" "$(systemctl is-enabled veilor-modules-lock.service || true)" disabled
systemd-tmpfiles --create /usr/lib/tmpfiles.d/veilor-os.conf /usr/lib/tmpfiles.d/veilor-usbguard.conf 2>/tmp/tmpfiles || true
equals "tmpfiles.d makes its folders" "$(cat /tmp/tmpfiles; stat -c '%a %n' /var/lib/veilor /run/veilor /var/log/usbguard | tr '\n' ' ')" "755 /var/lib/veilor 755 /run/veilor 750 /var/log/usbguard "
claim "core dumps are off" sh -c 'systemd-analyze cat-config systemd/coredump.conf | grep -x Storage=none'

# SELinux: linked into a whole reference policy.
claim "the policy module is installed" sh -c 'semodule -l | grep -qw veilor'
claim "the first boot's program has its label" sh -c 'grep -rq "^/usr/libexec/veilor/firstboot.*veilor_firstboot_exec_t" /etc/selinux/*/contexts/files /var/lib/selinux/*/active/file_contexts'
# Fedora gives the file of the module lock a type of its own, and both policies say who may never have which right.
sed -i 's/^expand-check=.*/expand-check=1/' /etc/selinux/semanage.conf
claim "the module keeps what the policy never allows, with Fedora's label of the lock" semodule -n -i /repository/tests/vm/fedora-labels.cil
printf 'module bad 1.0;\nrequire { type veilor_lock_t; class capability sys_module; }\nallow veilor_lock_t self:capability sys_module;\n' >/tmp/bad.te
checkmodule -M -m -o /tmp/bad.mod /tmp/bad.te && semodule_package -o /tmp/bad.pp -m /tmp/bad.mod
refuses "a right that the policy never allows is noticed" neverallow semodule -n -i /tmp/bad.pp
claim "the policy without them again" semodule -n -r fedora-labels
mkdir /tmp/consumer
# Fedora's Makefile reads the folder "distributed", Debian's only the layers of the policy.
cp /usr/share/selinux/devel/include/distributed/veilor.if /usr/share/selinux/devel/include/apps/
printf 'policy_module(consumer, 1.0)\ntype consumer_t;\ndomain_type(consumer_t)\nveilor_read_lib_files(consumer_t)\n' >/tmp/consumer/consumer.te
claim "other modules can use the interface" make -C /tmp/consumer -f /usr/share/selinux/devel/Makefile NAME=default consumer.pp

# Look.
equals "Plymouth's default theme" "$(plymouth-set-default-theme)" veilor
claim "Plymouth understands the script" python3 - <<'PY'
import ctypes, glob, sys

for library in ("libply.so.5", "libply-splash-core.so.5", "libply-splash-graphics.so.5"):
    ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
plugin = ctypes.CDLL(glob.glob("/usr/lib/*/plymouth/script.so")[0])
plugin.script_parse_file.restype = ctypes.c_void_p
sys.exit(0 if plugin.script_parse_file(b"/usr/share/plymouth/themes/veilor/veilor.script") else 1)
PY
claim "the greeter has its background" test -f /usr/share/wallpapers/Veilor/contents/images_dark/3840x2160.svg
claim "the greeter's settings" test -f /usr/lib/sddm/sddm.conf.d/50-veilor.conf
for mode in dark light; do claim "global theme $mode" test -f "/usr/share/plasma/look-and-feel/org.veilor.os.$mode/contents/defaults"; done

# The licence goes with the artwork and the programs.
claim "the image has the licence of its artwork and programs" cmp /repository/LICENSE /usr/share/licenses/veilor-os/LICENSE
for theme in /usr/share/plasma/look-and-feel/org.veilor.os.*/metadata.json /usr/share/wallpapers/Veilor/metadata.json; do
    equals "a theme's own description names it: $theme" "$(jq -r .KPlugin.License "$theme")" "$(head -n 1 /repository/LICENSE | cut -d' ' -f1)"
done

# Nothing where it does not belong.
equals "no setuid program added" "$(find /usr /etc -xdev -newer /tmp/start -type f -perm /6000)" ""
equals "nothing others may write added" "$(find /usr /etc -xdev -newer /tmp/start -type f -perm /0002)" ""
equals "no file of ours below /var but the policy store" "$(find /var -xdev -newer /tmp/start -type f ! -path '/var/lib/selinux/*' ! -path '/var/log/usbguard/*')" ""
equals "no temporary file left" "$(find /etc /usr -xdev -newer /tmp/start -type f \( -name '*.conf.??????' -o -name 'login.defs.*' -o -name '.rules.*' \))" ""

# The guards: each breakage is refused with its reason.
kernel() { bash "$scripts/20-harden-kernel.sh"; }
said=$(kernel)
claim "a block without effect is named" grep -q 'no effect: sr_mod' <<<"$said"
echo 'install overlay /bin/false' >/usr/lib/modprobe.d/61-bad.conf
refuses "blocking overlay is refused" 'overlay' kernel
echo 'install dm_crypt /bin/false' >/usr/lib/modprobe.d/61-bad.conf
refuses "blocking dm-crypt under its other spelling is refused" 'dm-crypt' kernel
echo 'blacklist nvme' >/usr/lib/modprobe.d/61-bad.conf
refuses "a blacklist of nvme is refused" 'nvme' kernel
for command in false : 'exit 1' /usr/bin/true; do
    echo "install overlay $command" >/usr/lib/modprobe.d/61-bad.conf
    refuses "blocking overlay by \"$command\" is refused" 'overlay' kernel
done
echo 'install overlay /usr/sbin/modprobe --ignore-install overlay' >/usr/lib/modprobe.d/61-bad.conf
claim "a command that loads the module is no block" kernel
echo '# blacklist nvme' >/usr/lib/modprobe.d/61-bad.conf
mkdir -p /usr/lib/bootc/kargs.d
echo 'kargs = ["quiet", "module_blacklist=dccp,virtio-scsi"]' >/usr/lib/bootc/kargs.d/10-bad.toml
refuses "so is one in an argument" 'virtio_scsi' kernel
echo 'kargs = ["modprobe.blacklist=dccp"] # modprobe.blacklist=vmd' >/usr/lib/bootc/kargs.d/10-bad.toml
claim "other names in such an argument are not" kernel
rm /usr/lib/bootc/kargs.d/10-bad.toml
echo 'instal dccp /bin/false' >/usr/lib/modprobe.d/61-bad.conf
refuses "a block list that does not parse is refused" 'does not understand' kernel
rm /usr/lib/modprobe.d/61-bad.conf
mkdir -p /usr/lib/modules/6.18.0 && touch /usr/lib/modules/6.18.0/vmlinuz
refuses "a second kernel is refused" 'more than one kernel' kernel
rm -r /usr/lib/modules/6.18.0
echo 'kernel.modules_disabled = 1' >/usr/lib/sysctl.d/60-bad.conf
refuses "an early module lock is refused" 'kernel.modules_disabled' kernel
rm /usr/lib/sysctl.d/60-bad.conf
# Debian and Fedora have a link to it among the drop-ins; without that link only "sysctl --system" reads it.
rm -f /etc/sysctl.d/99-sysctl.conf
echo 'kernel.modules_disabled = 1' >/etc/sysctl.conf
refuses "so is one in /etc/sysctl.conf" '/etc/sysctl.conf sets kernel.modules_disabled' kernel
rm /etc/sysctl.conf
mkdir -p /usr/lib/bootc/kargs.d /etc/kernel
for word in sysctl.kernel.modules_disabled=1 sysctl.kernel/modules_disabled=1; do
    echo "kargs = [\"quiet\", \"$word\"]" >/usr/lib/bootc/kargs.d/10-bad.toml
    refuses "so is one by an argument: $word" 'kernel.modules_disabled by an argument' kernel
done
for word in luks.uuid=1 luks.name=1=x rd.md.uuid=1 resume_offset=1 rd.luks.key=/k rd.luks.uuid=1 rd.lvm.lv=a/b rootflags=x; do
    echo "kargs = [\"quiet\", \"$word\"]" >/usr/lib/bootc/kargs.d/10-bad.toml
    refuses "a machine's own argument is refused: $word" 'names a disk' kernel
done
echo 'kargs = ["quiet", "root=UUID=1"]' >/usr/lib/bootc/kargs.d/10-bad.toml
refuses "a machine's own argument is refused" 'names a disk' kernel
# Longer than a pipe holds: the guard must not lose what it found when the reader stops early.
awk 'BEGIN { print "kargs = [\"root=UUID=1\","; for (i = 0; i < 40000; i++) print "\"dyndbg=x\","; print "]" }' >/usr/lib/bootc/kargs.d/10-bad.toml
refuses "so is one at the head of a long file" 'names a disk' kernel
printf '# root= is not for here\nkargs = ["quiet"]\n' >/usr/lib/bootc/kargs.d/10-bad.toml
claim "a comment about it is not" kernel
echo quiet >/etc/kernel/cmdline
refuses "/etc/kernel/cmdline is refused" 'not read on bootc' kernel
rm /etc/kernel/cmdline
sed -i 's/^VERSION_ID=.*/VERSION_ID=0.6.0/' /usr/lib/os-release
refuses "a VERSION_ID the builders cannot read is refused" 'VERSION_ID=0.6.0' bash "$scripts/10-harden-base.sh"
mv /usr/bin/checkmodule /usr/bin/checkmodule.away
refuses "a missing compiler names its package" 'package checkpolicy' bash "$scripts/selinux/build-policy.sh"
sed -i 's/org.veilor.os.dark/org.veilor.os.gone/' /etc/xdg/kdeglobals
refuses "a default theme that is not there is refused" 'org.veilor.os.gone' bash "$scripts/kde-theme-apply.sh"
sed -i 's/org.veilor.os.gone/org.veilor.os.dark/; s/^DefaultLightLookAndFeel=.*/DefaultLightLookAndFeel=org.veilor.os.lost/' /etc/xdg/kdeglobals
refuses "so is one for the day" 'org.veilor.os.lost' bash "$scripts/kde-theme-apply.sh"
finish
