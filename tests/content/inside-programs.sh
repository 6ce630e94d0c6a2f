#!/usr/bin/env bash
# shellcheck disable=SC2317 # functions are run by claim and refuses
# The part of check-programs.sh that runs inside the throw-away tree.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
overlay=/repository/overlay
work=/tmp/work
mkdir -p "$work"

# --- first boot: a small usbguard of our own prints what a real one would on a machine with devices.
mkdir -p "$work/bin"
cat >"$work/bin/usbguard" <<'FAKE'
#!/bin/sh
[ "$*" = "generate-policy --no-hashes --no-ports-sn" ] || exit 64
[ ! -e /tmp/work/usbguard-fails ] || exit 1
cat /tmp/work/policy
FAKE
chmod +x "$work/bin/usbguard"
cat >"$work/policy" <<'RULES'
allow id 1d6b:0002 serial "0000:00:14.0" name "xHCI Host Controller" with-interface 09:00:00 with-connect-type ""
allow id 046d:c31c serial "" name "USB Keyboard" with-interface { 03:01:01 03:00:00 } with-connect-type "hotplug"
RULES
machine() { rm -rf "$work/m"; mkdir -p "$work/m/etc/usbguard" "$work/m/var/lib"; install -m 0600 /dev/null "$work/m/etc/usbguard/rules.conf"; echo 'PRETTY_NAME="Test image"' >"$work/m/etc/os-release"; }
firstboot() { PATH=$work/bin:$PATH VEILOR_ROOT=$work/m bash "$overlay"/usr/libexec/veilor/firstboot; }

machine
claim "first boot succeeds" firstboot
claim "first boot leaves its stamp" grep -q 'image=Test image' "$work/m/var/lib/veilor/firstboot.done"
equals "it allows the keyboard" "$(grep -c 046d:c31c "$work/m/etc/usbguard/rules.conf")" 1
equals "bound neither to a port nor to a kind of port" "$(cat "$work/m/etc/usbguard/rules.conf")" \
    'allow id 046d:c31c serial "" name "USB Keyboard" with-interface { 03:01:01 03:00:00 }'
equals "it leaves root hubs to the fixed rule" "$(grep -c 1d6b: "$work/m/etc/usbguard/rules.conf" || true)" 0
equals "its rules are 0600" "$(stat -c %a "$work/m/etc/usbguard/rules.conf")" 600
claim "the real usbguard understands its rules" usbguard-rule-parser -f "$work/m/etc/usbguard/rules.conf"
stamp=$(cat "$work/m/var/lib/veilor/firstboot.done")
rm "$work/policy"
claim "a second run does nothing" firstboot
equals "and keeps the stamp" "$(cat "$work/m/var/lib/veilor/firstboot.done")" "$stamp"

machine
echo 'allow id 1234:5678' >"$work/m/etc/usbguard/rules.conf"
claim "first boot with rules already there" firstboot
equals "it keeps the owner's rules" "$(cat "$work/m/etc/usbguard/rules.conf")" 'allow id 1234:5678'

# A comment is no rule: without rules the keyboard would be blocked once it is plugged in again.
machine
printf '# my devices\n\n' >"$work/m/etc/usbguard/rules.conf"
echo 'allow id 046d:c31c serial "" name "USB Keyboard" with-interface 03:01:01' >"$work/policy"
claim "first boot with a comment alone" firstboot
equals "it keeps the comment and adds the rules" "$(cat "$work/m/etc/usbguard/rules.conf")" '# my devices
allow id 046d:c31c serial "" name "USB Keyboard" with-interface 03:01:01'
claim "the real usbguard understands that" usbguard-rule-parser -f "$work/m/etc/usbguard/rules.conf"

# A name with a byte that is no letter: a tool that reads letters passes over such a line.
machine
printf 'allow id 046d:c31c serial "" name "Odd \377 name" hash "abc=" with-interface 03:01:01\n' >"$work/policy"
refuses "a hash behind a byte that is no letter is refused" 'hash or a port' firstboot
machine
printf 'allow id 046d:c31c serial "" name "Odd \377 name" with-interface 03:01:01 with-connect-type "hotplug"\n' >"$work/policy"
claim "first boot with a byte that is no letter" firstboot
equals "the kind of port goes all the same" "$(cat "$work/m/etc/usbguard/rules.conf")" "$(printf 'allow id 046d:c31c serial "" name "Odd \377 name" with-interface 03:01:01')"

# A device names itself: what stands in its name or serial number is none of the rule.
machine
cat >"$work/policy" <<'RULES'
allow id 0951:1666 serial "via-port 3" name "Odd \" hash \" via-port \"9 id 1d6b:0002 \\" with-interface 08:06:50 with-connect-type "hotplug"
allow id 0951:1667 serial "" name "with-connect-type \"unknown\" with-connect-type \\" with-interface 08:06:50 with-connect-type "unknown"
allow id 1d6b:0104 serial "" name "KVM Gadget" with-interface { 03:01:01 03:00:00 } with-connect-type "hotplug"
allow id 1d6b:0003 serial "" name "xHCI Host Controller" with-interface 09:00:00 with-connect-type ""
RULES
claim "first boot with a device whose name looks like a hash and a port" firstboot
equals "it keeps that device's rule" "$(grep -c 0951:1666 "$work/m/etc/usbguard/rules.conf")" 1
equals "its name stays as it is, and so does one that looks like a kind of port" "$(head -n 2 "$work/m/etc/usbguard/rules.conf")" \
'allow id 0951:1666 serial "via-port 3" name "Odd \" hash \" via-port \"9 id 1d6b:0002 \\" with-interface 08:06:50
allow id 0951:1667 serial "" name "with-connect-type \"unknown\" with-connect-type \\" with-interface 08:06:50'
equals "and a gadget's, which has a root hub's vendor but is none" "$(grep -c 1d6b:0104 "$work/m/etc/usbguard/rules.conf")" 1
equals "but no root hub's" "$(grep -c 1d6b:0003 "$work/m/etc/usbguard/rules.conf" || true)" 0
claim "the real usbguard understands these rules too" usbguard-rule-parser -f "$work/m/etc/usbguard/rules.conf"

for attribute in 'hash "abc="' 'parent-hash "abc="' 'via-port "1-4"' 'via-port one-of { "1-4" "1-5" }'; do
    machine
    echo "allow id 046d:c31c serial \"\" name \"a \\\" b\" $attribute with-interface 03:01:01" >"$work/policy"
    refuses "rules with ${attribute%% *} are refused" 'hash or a port' firstboot
done
claim "and no stamp is left" test ! -e "$work/m/var/lib/veilor/firstboot.done"
equals "nor a rule or a temporary file" "$(find "$work/m/etc/usbguard" -type f -size +0)$(find "$work/m/etc/usbguard" -name '.rules*')" ""
touch "$work/usbguard-fails"
refuses "a failing usbguard is not hidden" 'generate-policy failed' firstboot
claim "and is tried again next time" test ! -e "$work/m/var/lib/veilor/firstboot.done"
machine
mv /usr/bin/usbguard /usr/bin/usbguard.away
rm -r "${work:?}/bin"
claim "an image without usbguard finishes" firstboot
mv /usr/bin/usbguard.away /usr/bin/usbguard

# --- one USB device from now on: a small usbguard of our own again, for a machine with two devices. One of them
# has a name that looks like attributes.
mkdir -p "$work/usb"
cat >"$work/usb/usbguard" <<'FAKE'
#!/bin/sh
case $1 in
list-devices) cat /tmp/work/devices ;;
list-rules) cat /tmp/work/rules ;;
append-rule) [ $# -eq 2 ] && printf '9: %s\n' "$2" >>/tmp/work/rules ;;
allow-device) [ $# -eq 2 ] && echo "$2" >>/tmp/work/allowed ;;
*) exit 64 ;;
esac
FAKE
chmod +x "$work/usb/usbguard"
cat >"$work/devices" <<'DEVICES'
7: allow id 046d:c31c serial "" name "USB Keyboard" hash "a=" parent-hash "b=" via-port "1-1" with-interface { 03:01:01 03:00:00 } with-connect-type "hotplug"
12: block id 0951:1666 serial "E0D5" name "Odd \" via-port \"9 hash \"x \\" hash "zz9+/=" parent-hash "yy=" via-port "1-4" with-interface 08:06:50 with-connect-type "hotplug"
DEVICES
echo '3: allow id 1d6b:* with-interface equals { 09:00:00 }' >"$work/rules"
usb_allow() { PATH=$work/usb:$PATH bash "$overlay"/usr/bin/veilor-usb-allow "$@"; }
claim "a device is allowed from now on" usb_allow 12
cut -d' ' -f2- "$work/rules" | tail -n 1 >"$work/added"
equals "its rule is without hashes, port and kind of port" "$(cat "$work/added")" \
    'allow id 0951:1666 serial "E0D5" name "Odd \" via-port \"9 hash \"x \\" with-interface 08:06:50'
claim "the real usbguard understands it" usbguard-rule-parser -f "$work/added"
equals "the device is allowed at once, without --permanent" "$(cat "$work/allowed")" 12
claim "allowing it again" usb_allow 12
equals "adds no second rule" "$(wc -l <"$work/rules")" 2
claim "a device with several interfaces" usb_allow 7
equals "keeps them" "$(tail -n 1 "$work/rules")" '9: allow id 046d:c31c serial "" name "USB Keyboard" with-interface { 03:01:01 03:00:00 }'
printf '13: block id 0951:1667 serial "" name "Odd \377 name" hash "zz=" parent-hash "yy=" via-port "1-5" with-interface 08:06:50 with-connect-type "hotplug"\n' >>"$work/devices"
claim "a device whose name has a byte that is no letter" usb_allow 13
equals "keeps its name and loses its hashes" "$(tail -n 1 "$work/rules")" "$(printf '9: allow id 0951:1667 serial "" name "Odd \377 name" with-interface 08:06:50')"
sed -i '$d' "$work/rules"
refuses "a number that no device has" 'no device has the number 1' usb_allow 1
refuses "a number that is none" 'usage:' usb_allow '1*'
equals "wrong arguments are 2" "$(set +e; usb_allow 1 2 >/dev/null 2>&1; echo $?)" 2
equals "and nothing was added" "$(wc -l <"$work/rules")" 3

# --- module lock
lock() { VEILOR_ROOT=$work/l bash "$overlay"/usr/libexec/veilor/modules-lock; }
mkdir -p "$work/l/proc/sys/kernel" "$work/l/sys/class/dmi/id"
echo 0 >"$work/l/proc/sys/kernel/modules_disabled"
echo 'quiet' >"$work/l/proc/cmdline"
echo 10 >"$work/l/sys/class/dmi/id/chassis_type"
refuses "the lock refuses a laptop" 'portable computer' lock
equals "and leaves the kernel open" "$(cat "$work/l/proc/sys/kernel/modules_disabled")" 0
echo 'quiet veilor.lock=force' >"$work/l/proc/cmdline"
claim "unless it is forced" lock
equals "then the kernel is locked" "$(cat "$work/l/proc/sys/kernel/modules_disabled")" 1
echo 0 >"$work/l/proc/sys/kernel/modules_disabled"
echo quiet >"$work/l/proc/cmdline"
echo 3 >"$work/l/sys/class/dmi/id/chassis_type"
claim "the lock takes a desktop" lock
claim "locking twice is no error" lock

# systemd gives a system service neither HOME nor SHELL. bash then looks root up, in files that the domain may not read: each
# lock would leave refusals in the log. Whether it did says the time at which /etc/passwd was last read.
mkdir "$work/passwd"
mount -t tmpfs -o strictatime tmpfs "$work/passwd"
cp /etc/passwd "$work/passwd/passwd"
mount --bind "$work/passwd/passwd" /etc/passwd
looked_up() {
    touch -a -d 2001-01-01 "$work/passwd/passwd"
    env -i PATH=/usr/bin LC_ALL=C VEILOR_ROOT="$work/l" "$@" bash "$overlay"/usr/libexec/veilor/modules-lock >/dev/null
    if [ "$(stat -c %x "$work/passwd/passwd" | cut -c1-4)" = 2001 ]; then echo no; else echo yes; fi
}
mapfile -t given < <(sed -n 's/^Environment=//p' "$overlay"/usr/lib/systemd/system/veilor-modules-lock.service | tr ' ' '\n')
equals "bash looks root up where nothing is given" "$(looked_up)" yes
equals "with what the unit gives it does not" "$(looked_up "${given[@]}")" no
umount /etc/passwd "$work/passwd"

# --- update
update() { bash "$overlay"/usr/bin/veilor-update "$@"; }
status() { set +e; "$@" >/dev/null 2>&1; echo $?; set -e; }
equals "check asks bootc" "$(update --dry-run check)" "bootc upgrade --check"
equals "stage never restarts" "$(update --dry-run stage --quiet)" "bootc upgrade --quiet"
equals "apply restarts" "$(update --dry-run apply)" "bootc upgrade --apply"
equals "rollback" "$(update --dry-run rollback)" "bootc rollback"
equals "an unknown command is 2" "$(status update upgrade)" 2
equals "a wrong option is 2" "$(status update --dry-run stage --apply)" 2
equals "no command is 2" "$(status update)" 2
equals "elsewhere it is 77" "$(status update status)" 77
held=/var/lib/veilor/updates-held
touch /run/ostree-booted
cat >/usr/bin/bootc <<'FAKE'
#!/bin/sh
case "$*" in
"status --format json") [ ! -e /tmp/work/status-fails ] && cat /tmp/work/status.json ;;
"upgrade --quiet" | "upgrade --apply")
    # As Ctrl-C and a stop of the session: the program that waits gets the signal too.
    [ ! -e /tmp/work/upgrade-signal ] || { kill -s "$(cat /tmp/work/upgrade-signal)" 0; sleep 60; }
    [ ! -e /tmp/work/upgrade-fails ]
    ;;
rollback | "rollback --apply")
    [ ! -e /tmp/work/upgrade-fails ] || exit 1
    [ ! -e /tmp/work/status-fails-later ] || touch /tmp/work/status-fails
    # As the real one does: the second takes the first back.
    if grep -q '"rollbackQueued": true' /tmp/work/status.json; then queued=false; else queued=true; fi
    echo "{\"status\": {\"staged\": null, \"booted\": {}, \"rollbackQueued\": $queued}}" >/tmp/work/status.json
    ;;
status) echo booted ;;
*) exit 64 ;;
esac
FAKE
chmod +x /usr/bin/bootc
echo '{"status": {"staged": {"image": {}}, "booted": {}}}' >"$work/status.json"
claim "staging" update stage --quiet
claim "a staged image is announced" test -e /run/veilor/update-staged -a -s /run/motd.d/60-veilor-update
equals "the desktop is told" "$(bash "$overlay"/usr/libexec/veilor/update-notice | cut -d: -f1)" "An update is ready"
# A rollback before that restart would drop the staged image and boot the one before this.
equals "and of the way back only after the restart" "$(bash "$overlay"/usr/libexec/veilor/update-notice)" \
    'An update is ready: The next restart boots the new image. After that restart "sudo veilor-update rollback" goes back.'
rm /run/motd.d/60-veilor-update /run/veilor/update-staged
(umask 077; update stage --quiet) || not_ok "staging under a narrow mask"
equals "who logs in may read the announcement, whatever the mask of who staged" "$(stat -c %a /run/motd.d/60-veilor-update)" 644
equals "a rollback says that it drops what is staged" "$(update rollback | grep -c 'drops the staged image')" 1
rm -f /var/lib/veilor/updates-held
echo '{"status": {"staged": null, "booted": {}}}' >"$work/status.json"
claim "staging with nothing new" update stage --quiet
claim "the announcement is taken back" test ! -e /run/veilor/update-staged -a ! -e /run/motd.d/60-veilor-update
echo '{"status": {"staged": {"image": {}}, "booted": {}}}' >"$work/status.json"
equals "announcing asks bootc" "$(update --dry-run announce)" "bootc status --format json"
claim "announcing alone" update announce
claim "says what the timer's bootc has staged" test -e /run/veilor/update-staged -a -s /run/motd.d/60-veilor-update
touch "$work/status-fails"
refuses "a bootc that does not say what is staged" 'does not say' update announce
claim "takes no announcement back" test -e /run/veilor/update-staged
rm "$work/status-fails"
# Longer than a pipe holds.
{ echo '{"status": {"staged": {"image": {}}, "booted": {}, "more": ['; awk 'BEGIN { for (i = 0; i < 40000; i++) print "\"a long list\"," }'; echo '""]}}'; } >"$work/status.json"
claim "announcing with a long answer of bootc" update announce
claim "keeps the announcement" test -e /run/veilor/update-staged
mkdir -p "${held%/*}"
touch "$held"
claim "announcing while updates are held" update announce
claim "leaves them held" test -e "$held"
rm "$held"
echo '{"status": {"staged": null, "booted": {}}}' >"$work/status.json"
claim "announcing nothing" update announce
claim "takes the announcement back" test ! -e /run/veilor/update-staged -a ! -e /run/motd.d/60-veilor-update
touch "$work/upgrade-fails"
equals "bootc's failure is ours" "$(status update stage --quiet)" 1
refuses "without root it says how" 'sudo veilor-update status' setpriv --reuid=65534 --clear-groups bash "$overlay"/usr/bin/veilor-update status
equals "and fails" "$(status setpriv --reuid=65534 --clear-groups bash "$overlay"/usr/bin/veilor-update status)" 1

# A rollback holds the updates that come by themselves, until a person takes them up again.
equals "a rollback that fails" "$(status update rollback)" 1
claim "holds nothing" test ! -e "$held"
rm "$work/upgrade-fails"
if grep -q held <<<"$(update status)"; then not_ok "status of updates that are not held" "it speaks of it"; else ok "status of updates that are not held"; fi
claim "a rollback" update rollback
claim "holds updates" test -s "$held"
since=$(cat "$held")
claim "a second rollback" update rollback
claim "takes nothing back" grep -q '"rollbackQueued": true' "$work/status.json"
equals "and leaves updates held since the first" "$(cat "$held")" "$since"
refuses "of a bootc that says nothing, it does nothing" 'does not say whether a rollback is queued' sh -c "touch $work/status-fails; bash $overlay/usr/bin/veilor-update rollback"
rm "$work/status-fails"
printf '#!/bin/sh\necho "$*" >>/tmp/work/systemctl-calls\n' >"$work/systemctl-fake"
mkdir -p "$work/reboot" && install -m 0755 "$work/systemctl-fake" "$work/reboot/systemctl"
claim "a second rollback at once" env PATH="$work/reboot:$PATH" bash "$overlay"/usr/bin/veilor-update rollback --apply
equals "restarts" "$(cat "$work/systemctl-calls")" reboot
echo '{"status": {"staged": null, "booted": {}, "rollbackQueued": false}}' >"$work/status.json"
equals "status says since when" "$(update status | grep -c "held since the rollback of $(cat "$held");")" 1
claim "check leaves them held" sh -c "bash $overlay/usr/bin/veilor-update check; test -e $held"
touch "$work/upgrade-fails"
since=$(cat "$held")
equals "a stage that fails" "$(status update stage --quiet)" 1
equals "leaves them held since the rollback" "$(cat "$held")" "$since"
equals "an apply that fails" "$(status update apply)" 1
equals "leaves them held since the rollback, too" "$(cat "$held")" "$since"
rm "$work/upgrade-fails"
for signal in INT TERM HUP; do
    echo "$signal" >"$work/upgrade-signal"
    for each in 'stage --quiet' apply; do
        # What runs in the background has Ctrl-C switched off, this check perhaps too.
        # shellcheck disable=SC2086 # a command and its option
        if [ "$(status setsid --wait env --default-signal=INT,TERM,HUP bash "$overlay"/usr/bin/veilor-update $each)" -gt 0 ]; then ok "$each ends by $signal"; else not_ok "$each ends by $signal" "status 0"; fi
        equals "and leaves them held since the rollback: $each, $signal" "$(cat "$held" 2>&1)" "$since"
        echo "$since" >"$held"
    done
done
# A machine that goes down for the new image ends the program, too.
cat >"$work/reboot/systemctl" <<'FAKE'
#!/bin/sh
[ "$1" = is-system-running ] && echo stopping
exit 1
FAKE
status setsid --wait env --default-signal PATH="$work/reboot:$PATH" bash "$overlay"/usr/bin/veilor-update apply >/dev/null
claim "the restart of an apply holds nothing again" test ! -e "$held"
rm "$work/upgrade-signal"
echo "$since" >"$held"
claim "a stage that works" update stage --quiet
claim "takes them up again" test ! -e "$held"
claim "a rollback at once" update rollback --apply
claim "holds them too" test -s "$held"
claim "apply" update apply
claim "takes them up again, too" test ! -e "$held"

# The way back is not barred by what is only noted down. A full disk still takes an empty file.
echo '{"status": {"staged": null, "booted": {}, "rollbackQueued": false}}' >"$work/status.json"
mount -t tmpfs -o size=4k,mode=0755 tmpfs "${held%/*}"
head -c 4096 /dev/zero >"${held%/*}/full"
claim "a rollback on a full disk" update rollback
claim "is bootc's" grep -q '"rollbackQueued": true' "$work/status.json"
claim "and holds updates all the same" test -e "$held" -a ! -s "$held"
equals "status does not say since when" "$(update status | tail -n 1)" 'Updates by themselves are held since a rollback; "sudo veilor-update stage" takes them up again.'
rm "$held"
mount -o remount,ro "${held%/*}"
echo '{"status": {"staged": null, "booted": {}, "rollbackQueued": false}}' >"$work/status.json"
claim "a rollback on a disk that is read-only" update rollback
claim "is bootc's, too" grep -q '"rollbackQueued": true' "$work/status.json"
echo '{"status": {"staged": null, "booted": {}, "rollbackQueued": false}}' >"$work/status.json"
equals "and says that updates are not held" "$(update rollback 2>&1 | grep -c 'not held')" 1
mount -o remount,rw "${held%/*}"
touch "$held"
mount -o remount,ro "${held%/*}"
claim "staging where the hold cannot be lifted" update stage --quiet
equals "says so" "$(update stage --quiet 2>&1 | grep -c 'still held')" 1
umount "${held%/*}"
# The exit status is bootc's, not that of what is announced afterwards.
rm -f "$held"
echo '{"status": {"staged": null, "booted": {}, "rollbackQueued": false}}' >"$work/status.json"
touch "$work/status-fails-later"
claim "a rollback after which bootc does not say what is staged" update rollback
rm "$work/status-fails-later" "$work/status-fails"
for unit in veilor-stage-update.service bootc-fetch-apply-updates.service.d/50-veilor.conf; do
    equals "$unit looks for that mark" "$(sed -n 's/^ConditionPathExists=!//p' "$overlay/usr/lib/systemd/system/$unit")" "$held"
done

# --- doctor, on a tree made to measure
d=$work/d
mkdir -p "$d"/{proc/sys/kernel,proc/sys/fs/binfmt_misc,proc/sys/net/ipv4/conf/{all,eth0,lo,podman0},run/sysctl.d,usr/etc/containers,etc/{usbguard/rules.d,sudoers.d,usbguard,containers,sysctl.d,pam.d,systemd/system/multi-user.target.wants},usr/lib/{sysctl.d,modprobe.d,bootc/kargs.d,systemd/system,systemd/system-preset,veilor},sys/fs/selinux}
cp "$overlay"/usr/lib/veilor/never-block.list "$d/usr/lib/veilor/"
echo 'BOOT_IMAGE=/vmlinuz root=UUID=1 init_on_free=1 vsyscall=none quiet' >"$d/proc/cmdline"
cat >"$d/usr/lib/bootc/kargs.d/10-image-hardening.toml" <<'TOML'
# one a line
kargs = [
  "init_on_free=1", # wiped
  'slab_nomerge',
]
TOML
printf 'kargs = ["vsyscall=none"]\nmatch-architectures = ["%s"]\n' "$(uname -m)" >"$d/usr/lib/bootc/kargs.d/10-image-hardening-here.toml"
printf 'match-architectures = ["s390x"]\nkargs = ["elsewhere=1"]\n' >"$d/usr/lib/bootc/kargs.d/10-image-hardening-elsewhere.toml"
printf '# comment\nkernel.printk = 3 3 3 3\nkernel.core_pattern=|/bin/false\nnet.ipv4.conf.*.rp_filter = 1\n-net.ipv4.conf.lo.rp_filter\nkernel.no_such_key = 1\nfs.binfmt_misc.status = 0\nnet.ipv4.ip_forward = 0\n' >"$d/usr/lib/sysctl.d/60-image.conf"
printf '3\t3\t3\t3\n' >"$d/proc/sys/kernel/printk"
echo '|/bin/false' >"$d/proc/sys/kernel/core_pattern"
echo disabled >"$d/proc/sys/fs/binfmt_misc/status"
echo 0 >"$d/proc/sys/net/ipv4/ip_forward"
for i in all:1 eth0:2 lo:0 podman0:1; do echo "${i#*:}" >"$d/proc/sys/net/ipv4/conf/${i%:*}/rp_filter"; done
printf 'enable on.service\nenable gone.service\ndisable off.service\ndisable stray.service\n' >"$d/usr/lib/systemd/system-preset/40-image.preset"
# What the image itself enables against its own preset; ostree keeps a copy of the image's /etc.
mkdir -p "$d/usr/etc/systemd/system/multi-user.target.wants"
for unit in on stray; do ln -s "/usr/lib/systemd/system/$unit.service" "$d/usr/etc/systemd/system/multi-user.target.wants/"; done
for unit in on off stray; do printf '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n' >"$d/usr/lib/systemd/system/$unit.service"; done
for unit in on stray; do ln -s "/usr/lib/systemd/system/$unit.service" "$d/etc/systemd/system/multi-user.target.wants/"; done
echo 1 >"$d/sys/fs/selinux/enforce"
echo 'install dccp /bin/false' >"$d/usr/lib/modprobe.d/60-image.conf"
echo 'root:!locked:19000::::::' >"$d/etc/shadow"
printf '{\n  "default": [ { "type": "reject" } ]\n}\n' >"$d/etc/containers/policy.json"
install -m 0644 /dev/null "$d/etc/usbguard/usbguard-daemon.conf"
install -m 0600 /dev/null "$d/etc/usbguard/rules.d/90-veilor-owner.conf"
install -m 0440 /dev/null "$d/etc/sudoers.d/60-veilor"
echo 'PRETTY_NAME="Test image"' >"$d/etc/os-release"
doctor() { bash "$overlay"/usr/bin/veilor-doctor --root "$d" --promises "$overlay"/usr/lib/veilor/promises.d "$@"; }
examine() { doctor --json >"$work/verdict.json" || true; }
verdict() { jq -r --arg s "$1" '[.checks[] | select(.subject == $s) | .status] | join(",")' "$work/verdict.json"; }
examine

equals "a broken promise is 1" "$(status doctor)" 1
claim "its JSON is JSON" jq -e '.format == 1 and .verdict == "broken" and .image == "Test image"' "$work/verdict.json"
equals "an argument that is there" "$(verdict init_on_free=1)" kept
equals "an argument that is not" "$(verdict slab_nomerge)" broken
equals "an argument of this architecture" "$(verdict vsyscall=none)" kept
equals "an argument of another one" "$(verdict elsewhere=1)" ""
equals "a sysctl of several numbers" "$(verdict kernel.printk)" kept
equals "a sysctl with a pipe" "$(verdict kernel.core_pattern)" kept
equals "a star, kept" "$(verdict net.ipv4.conf.all.rp_filter)" kept
equals "a star, broken on one interface" "$(verdict net.ipv4.conf.eth0.rp_filter)" broken
equals "a star with an exception" "$(verdict net.ipv4.conf.lo.rp_filter)" ""
equals "a switch that is read as a word" "$(verdict fs.binfmt_misc.status)" kept
equals "a key the kernel has not" "$(verdict kernel.no_such_key)" skipped
equals "an enabled unit" "$(verdict on.service)" kept
equals "a unit that is gone" "$(verdict gone.service)" broken
equals "a disabled unit" "$(verdict off.service)" kept
equals "a unit enabled against the image" "$(verdict stray.service)" broken
equals "SELinux" "$(verdict mode)" kept
equals "the root account" "$(verdict root)" kept
equals "the signature policy" "$(verdict /etc/containers/policy.json)" kept
equals "a wrong mode" "$(jq -r '[.checks[] | select(.kind == "file-mode" and .subject == "/etc/usbguard/usbguard-daemon.conf") | .status] | join(",")' "$work/verdict.json")" broken
mode_of() { jq -r --arg s "$1" '[.checks[] | select(.kind == "file-mode" and .subject == $s) | .status] | join(",")' "$work/verdict.json"; }
equals "a file that must be there and is not" "$(mode_of /etc/usbguard/rules.conf)" broken
equals "root leaves no promise unseen" "$(jq .unseen "$work/verdict.json")" 0
chmod 0700 "$d/etc/sudoers.d"
equals "others are told what only root sees" "$(setpriv --reuid=65534 --clear-groups bash "$overlay"/usr/bin/veilor-doctor --root "$d" --promises "$overlay"/usr/lib/veilor/promises.d | tail -n 1 | grep -c 'can only be checked by root')" 1

# The same tree, mended.
install -m 0600 /dev/null "$d/etc/usbguard/rules.conf"
echo 'BOOT_IMAGE=/vmlinuz init_on_free=1 vsyscall=none slab_nomerge' >"$d/proc/cmdline"
echo 1 >"$d/proc/sys/net/ipv4/conf/eth0/rp_filter"
sed -i '/gone/d' "$d/usr/lib/systemd/system-preset/40-image.preset"
rm "$d"{,/usr}/etc/systemd/system/multi-user.target.wants/stray.service
chmod 0600 "$d/etc/usbguard/usbguard-daemon.conf"
equals "every promise kept is 0" "$(status doctor)" 0
echo enabled >"$d/proc/sys/fs/binfmt_misc/status"
examine
equals "the same switch, on" "$(verdict fs.binfmt_misc.status)" broken
echo disabled >"$d/proc/sys/fs/binfmt_misc/status"

# Of arguments the last word counts, and some words undo others.
argument() { echo "BOOT_IMAGE=/vmlinuz init_on_free=1 vsyscall=none slab_nomerge $1" >"$d/proc/cmdline"; printf 'kargs = ["%s"]\n' "$2" >"$d/usr/lib/bootc/kargs.d/20-more.toml"; examine; }
while IFS='|' read -r words promise expected; do
    argument "$words" "$promise"
    equals "$promise with \"$words\"" "$(verdict "$promise")" "$expected"
done <<'CASES'
init_on_free=0|init_on_free=1|broken
init_on_free=0 init_on_free=1|init_on_free=1|kept
init-on-free=off|init_on_free=1|broken
init_on_free=y|init_on_free=1|kept
-- init_on_free=0|init_on_free=1|kept
dyndbg="file x init_on_free=0 y"|init_on_free=1|kept
slab_merge|slab_nomerge|broken
slub_merge|slab_nomerge|broken
slab_merge slub_nomerge|slab_nomerge|kept
slab_debug=FZ slub_debug=-|slab_debug=FZ|broken
pti=on pti=off|pti=on|broken
pti=on nopti|pti=on|broken
nopti pti=on|pti=on|kept
nospectre_v2 spectre_v2=on|spectre_v2=on|broken
spec_store_bypass_disable=on spec_store_bypass_disable=off|spec_store_bypass_disable=on|broken
mitigations=auto,nosmt mitigations=off,nosmt|mitigations=auto,nosmt|broken
mitigations=auto,nosmt mitigations=auto|mitigations=auto,nosmt|broken
mitigations=off mitigations=auto,nosmt|mitigations=auto,nosmt|kept
lockdown=integrity lockdown=none|lockdown=integrity|kept
lockdown=none|lockdown=integrity|broken
module.sig_enforce=1 module.sig_enforce=0|module.sig_enforce=1|kept
intel_iommu=on intel_iommu=sm_on|intel_iommu=on|kept
intel_iommu=on,sm_on|intel_iommu=on|kept
intel_iommu=on intel_iommu=off|intel_iommu=on|broken
iommu=force iommu=noforce|iommu=force|broken
iommu.passthrough=0 iommu=pt|iommu.passthrough=0|broken
iommu.passthrough=0 iommu=force|iommu.passthrough=0|kept
kvm_intel.vmentry_l1d_flush=always|kvm-intel.vmentry_l1d_flush=always|kept
no_hash_pointers hash_pointers=always|hash_pointers=always|broken
audit=1 audit=0|audit=1|broken
CASES
while IFS='|' read -r words absent expected; do
    argument "$words" slab_nomerge
    equals "$absent must be absent, with \"$words\"" "$(verdict "$absent")" "$expected"
done <<'CASES'
mitigations=off|mitigations=off|broken
mitigations=off,nosmt|mitigations=off|broken
mitigations=off mitigations=auto|mitigations=off|kept
mitigations=auto mitigations=off|mitigations=off|broken
selinux=1 selinux=0|selinux=0|broken
selinux=0 selinux=1|selinux=0|kept
enforcing=0|enforcing=0|broken
nokaslr quiet|nokaslr|broken
no_hash_pointers hash_pointers=always|no_hash_pointers|broken
norandmaps|norandmaps|broken
CASES
argument 'init_on_free=0 vsyscall=emulate slab_merge mitigations=off,nosmt no_hash_pointers' slab_nomerge
equals "every argument undone at the end" "$(jq -r '[.checks[] | select(.status == "broken") | .subject] | sort | join(" ")' "$work/verdict.json")" \
    'init_on_free=1 mitigations=off no_hash_pointers slab_nomerge vsyscall=none'
equals "says what undoes it" "$(jq -r '.checks[] | select(.subject == "init_on_free=1") | .found' "$work/verdict.json")" 'undone by a later init_on_free=0'
rm "$d/usr/lib/bootc/kargs.d/20-more.toml"
echo 'BOOT_IMAGE=/vmlinuz init_on_free=1 vsyscall=none slab_nomerge' >"$d/proc/cmdline"

# Units that a person enables, disables or masks on the machine, where the image itself keeps its preset.
ln -s /usr/lib/systemd/system/off.service "$d/etc/systemd/system/multi-user.target.wants/"
examine
equals "a unit that was enabled on the machine is a warning" "$(verdict off.service)" warned
equals "and says so" "$(jq -r '.checks[] | select(.subject == "off.service") | .found' "$work/verdict.json")" 'enabled, changed on this machine'
rm "$d/etc/systemd/system/multi-user.target.wants/"{off,on}.service
examine
equals "so is one that was disabled there" "$(verdict on.service)" warned
ln -s /dev/null "$d/etc/systemd/system/on.service"
examine
equals "or masked" "$(verdict on.service)" warned
equals "and the verdict is kept" "$(status doctor)" 0
ln -s /dev/null "$d/usr/etc/systemd/system/on.service"
examine
equals "but not one that the image itself has masked against its preset" "$(verdict on.service)" broken,kept
rm "$d"{,/usr}/etc/systemd/system/on.service
ln -s /usr/lib/systemd/system/on.service "$d/etc/systemd/system/multi-user.target.wants/"

# One rule of audit makes all others useless.
mkdir -p "$d/etc/audit/rules.d"
printf -- '-D\n# -a task,never\n' >"$d/etc/audit/rules.d/audit.rules"
examine
equals "audit rules that let processes be recorded" "$(verdict /etc/audit/rules.d)" kept
printf -- '-D\n-a task,never\n' >"$d/etc/audit/rules.d/audit.rules"
examine
equals "a rule that keeps every process from being recorded" "$(verdict /etc/audit/rules.d)" broken
rm "$d/etc/audit/rules.d/audit.rules"

# The promise of an image with the module lock.
mkdir "$work/locked"
grep ^modules-lock /repository/templates/server-locked/overlay/usr/lib/veilor/promises.d/10-server-locked.tsv >"$work/locked/a.tsv" || not_ok "server-locked promises its lock"
locked() { bash "$overlay"/usr/bin/veilor-doctor --root "$d" --promises "$work/locked"; }
echo 1 >"$d/proc/sys/kernel/modules_disabled"
equals "a locked kernel" "$(status locked)" 0
echo 0 >"$d/proc/sys/kernel/modules_disabled"
equals "an open one breaks the promise" "$(status locked)" 1
echo 'quiet veilor.nolock' >"$d/proc/cmdline"
refuses "and one that a boot argument keeps open" 'open, as veilor.nolock on the command line says' locked
echo 'BOOT_IMAGE=/vmlinuz init_on_free=1 vsyscall=none slab_nomerge' >"$d/proc/cmdline"

# A device's name in the rules is not a rule.
name='name "Odd \" hash \" via-port \"9"'
for file in rules.conf rules.d/90-veilor-owner.conf; do
    echo "allow id 0951:1666 $name with-interface 08:06:50 # no hash here" >"$d/etc/usbguard/$file"
    equals "a name that looks like a hash in $file" "$(status doctor)" 0
    echo "allow id 0951:1666 $name with-interface 08:06:50 via-port \"1-4\"" >"$d/etc/usbguard/$file"
    equals "a port in $file" "$(status doctor)" 1
    printf 'allow id 0951:1666 %s\thash\t"x="\n' "$name" >"$d/etc/usbguard/$file"
    equals "a hash in $file" "$(status doctor)" 1
    : >"$d/etc/usbguard/$file"
done

# What states a promise must be there: without it nothing is compared, and that is no promise kept.
for place in usr/lib/bootc/kargs.d usr/lib/sysctl.d usr/lib/systemd/system-preset; do
    mv "$d/$place" "$work/away"
    mkdir "$d/$place"
    equals "no file in /$place" "$(status doctor)" 1
    rmdir "$d/$place"
    mv "$work/away" "$d/$place"
done
ln -s /dev/null "$d/etc/sysctl.d/60-image.conf"
equals "a sysctl file that is masked" "$(status doctor)" 1
rm "$d/etc/sysctl.d/60-image.conf"
mkdir "$d/etc/systemd/system-preset"
ln -s /dev/null "$d/etc/systemd/system-preset/40-image.preset"
equals "a preset that is masked" "$(status doctor)" 1
rm -r "$d/etc/systemd/system-preset"
sed 's/\tmust\t/\tshould\t/' "$overlay"/usr/lib/veilor/promises.d/10-veilor-os.tsv >"$work/should.tsv"
mkdir -p "$work/soft"
mv "$work/should.tsv" "$work/soft/10-soft.tsv"
mv "$d/usr/lib/sysctl.d" "$work/away"
equals "of what only should be, it is a warning" "$(status bash "$overlay"/usr/bin/veilor-doctor --root "$d" --promises "$work/soft")" 0
mv "$work/away" "$d/usr/lib/sysctl.d"

# On ostree the image's own /etc stays in /usr/etc, whatever happens in /etc.
mkdir -p "$d/usr/etc/sysctl.d" "$d/usr/etc/systemd/system"
mv "$d/usr/lib/sysctl.d/60-image.conf" "$d/usr/etc/sysctl.d/"
cp "$d/usr/etc/sysctl.d/60-image.conf" "$d/etc/sysctl.d/"
equals "the image's own settings, as they are in /etc" "$(status doctor)" 0
rm "$d/etc/sysctl.d/60-image.conf"
examine
equals "settings that /etc has lost" "$(verdict /usr/etc/sysctl.d/60-image.conf)" broken
equals "still hold until the next boot" "$(verdict kernel.printk)" kept
echo 'kernel.printk = 7 4 1 7' >"$d/etc/sysctl.d/60-image.conf"
examine
equals "a file of the owner's in its place" "$(verdict /usr/etc/sysctl.d/60-image.conf)" warned
equals "breaks what it changes" "$(verdict kernel.printk)" broken
equals "and nothing else" "$(jq -r '[.checks[] | select(.status == "broken") | .subject] | join(",")' "$work/verdict.json")" kernel.printk
printf '7\t4\t1\t7\n' >"$d/proc/sys/kernel/printk"
examine
equals "also once it is in force" "$(verdict kernel.printk)" broken
printf '3\t3\t3\t3\n' >"$d/proc/sys/kernel/printk"
rm "$d/etc/sysctl.d/60-image.conf"
mv "$d/usr/etc/sysctl.d/60-image.conf" "$d/usr/lib/sysctl.d/"
for unit in kept gone opened; do printf '[Service]\nExecStart=/bin/true\n' >"$d/usr/lib/systemd/system/masked-$unit.service"; ln -s /dev/null "$d/usr/etc/systemd/system/masked-$unit.service"; done
ln -s /dev/null "$d/etc/systemd/system/masked-kept.service"
printf '[Service]\nExecStart=/bin/false\n' >"$d/etc/systemd/system/masked-opened.service"
examine
equals "a unit that is masked" "$(verdict masked-kept.service)" kept
equals "one whose mask was taken away" "$(verdict masked-gone.service)" broken
equals "one that was put in the mask's place" "$(verdict masked-opened.service)" broken
rm -r "$d/usr/etc/systemd" "$d/usr/etc/sysctl.d" "$d"/etc/systemd/system/masked-*

# podman's network switches forwarding on, and says so in a file for its bridge.
echo 1 >"$d/proc/sys/net/ipv4/ip_forward"
echo 2 >"$d/proc/sys/net/ipv4/conf/podman0/rp_filter"
equals "forwarding that nothing explains breaks it" "$(status doctor)" 1
printf '# made by podman\nnet.ipv4.ip_forward=1\nnet/ipv4/conf/podman0/rp_filter = 2\n' >"$d/run/sysctl.d/10-netavark-podman0.conf"
examine
equals "podman's forwarding is a warning" "$(verdict net.ipv4.ip_forward)" warned
equals "so is the filter of its bridge" "$(verdict net.ipv4.conf.podman0.rp_filter)" warned
equals "and the verdict is kept" "$(status doctor)" 0
echo 0 >"$d/proc/sys/net/ipv4/conf/all/rp_filter"
examine
equals "its file excuses no other interface" "$(verdict net.ipv4.conf.all.rp_filter)" broken
printf -- '-net.ipv4.conf.all.rp_filter\n' >"$d/usr/lib/sysctl.d/50-default.conf"
examine
equals "but one that takes an interface out of every star does" "$(verdict net.ipv4.conf.all.rp_filter)" warned
rm "$d/usr/lib/sysctl.d/50-default.conf"
echo 1 >"$d/proc/sys/net/ipv4/conf/all/rp_filter"
mv "$d/run/sysctl.d/10-netavark-podman0.conf" "$d/etc/sysctl.d/99-local.conf"
examine
equals "forwarding that someone else switched on is broken" "$(verdict net.ipv4.ip_forward)" broken
rm "$d/etc/sysctl.d/99-local.conf"
echo 0 >"$d/proc/sys/net/ipv4/ip_forward"
echo 1 >"$d/proc/sys/net/ipv4/conf/podman0/rp_filter"

# A policy for signatures is a promise of images that bring one; ostree keeps theirs in /usr/etc.
printf '{"default": [{"type": "insecureAcceptAnything"}]}' >"$d/etc/containers/policy.json"
examine
equals "the policy of an unsigned image is no promise" "$(verdict /etc/containers/policy.json)" skipped
printf '{"default": [{"type": "reject"}]}' >"$d/usr/etc/containers/policy.json"
examine
equals "one that was loosened on the machine is a warning" "$(verdict /etc/containers/policy.json)" warned

echo 'blacklist nvme' >"$d/usr/lib/modprobe.d/61-more.conf"
equals "a blacklist of a boot module breaks it" "$(status doctor)" 1
echo 'blacklist dccp' >"$d/usr/lib/modprobe.d/61-more.conf"
equals "another one does not" "$(status doctor)" 0
cp "$d/proc/cmdline" "$work/cmdline"
for word in module_blacklist=dccp,dm-crypt modprobe.blacklist=virtio_scsi; do
    echo "$(cat "$work/cmdline") $word" >"$d/proc/cmdline"
    equals "$word breaks it" "$(status doctor)" 1
done
cp "$work/cmdline" "$d/proc/cmdline"
echo 'install erofs /bin/false' >>"$d/usr/lib/modprobe.d/60-image.conf"
equals "a blocked boot module breaks it" "$(status doctor)" 1
sed -i '/erofs/d' "$d/usr/lib/modprobe.d/60-image.conf"
echo 'BOOT_IMAGE=/vmlinuz init_on_free=1 vsyscall=none slab_nomerge mitigations=off' >"$d/proc/cmdline"
equals "mitigations=off breaks it" "$(status doctor)" 1
echo 'BOOT_IMAGE=/vmlinuz init_on_free=1 vsyscall=none slab_nomerge' >"$d/proc/cmdline"
# shellcheck disable=SC2016 # a hash, not a variable
echo 'root:$6$abc:19000::::::' >"$d/etc/shadow"
equals "a root password breaks it" "$(status doctor)" 1
echo 'root:!:19000::::::' >"$d/etc/shadow"
printf 'kernel.printk = 7 4 1 7\n' >"$d/etc/sysctl.d/60-image.conf"
examine
equals "a file in /etc takes the image's place" "$(verdict kernel.printk)" broken

# What is enabled must run: on a live system only, so with a systemctl of our own.
mkdir -p "$work/systemd" "$work/live" /etc/systemd/system-preset
cat >"$work/systemd/systemctl" <<'FAKE'
#!/bin/sh
case $1 in
is-enabled) if [ -e "/tmp/work/units/$2.is" ]; then cat "/tmp/work/units/$2.is"; else echo enabled; fi ;;
show)
    shift
    for each; do
        case $each in -*) continue ;; esac
        [ ! -e "/tmp/work/units/$each.is" ] || echo "UnitFileState=$(cat "/tmp/work/units/$each.is")"
        echo "Names=other-name.service $each"
        cat "/tmp/work/units/$each"
        echo
    done
    ;;
*) exit 1 ;;
esac
FAKE
chmod +x "$work/systemd/systemctl"
mkdir "$work/units"
printf 'presets\t47-live.preset\tagree\tmust\tunits\n' >"$work/live/a.tsv"
# unit NAME STATE CONDITION ASSERT JOB TYPE REMAIN, as "systemctl show" prints them; - stands for one not looked at.
unit() {
    {
        printf 'ActiveState=%s\nJob=%s\nType=%s\nRemainAfterExit=%s\n' "$2" "$5" "$6" "$7"
        if [ "$3" = - ]; then printf 'ConditionResult=no\nConditionTimestampMonotonic=0\n'; else printf 'ConditionResult=%s\nConditionTimestampMonotonic=5\n' "$3"; fi
        if [ "$4" = - ]; then printf 'AssertResult=no\nAssertTimestampMonotonic=0\n'; else printf 'AssertResult=%s\nAssertTimestampMonotonic=5\n' "$4"; fi
    } >"$work/units/$1"
    echo "enable $1" >>/etc/systemd/system-preset/47-live.preset
}
unit runs.service active yes yes 0 simple no
unit starts.service activating yes yes 7 simple no
unit queued.service inactive - - 7 simple no
unit died.service failed yes yes 0 simple no
unit stopped.service inactive yes yes 0 simple no
unit never.service inactive - - 0 simple no
unit once.service inactive yes yes 0 oneshot no
unit stays.service inactive yes yes 0 oneshot yes
unit skipped.service inactive no - 0 simple no
unit asserted.service inactive yes no 0 dbus no
unit veilor-firstboot.service inactive no yes 0 oneshot yes
unit veilor-modules-lock.service inactive no yes 0 oneshot yes
unit veilor-stage-update.timer inactive no - 0 '' ''
PATH=$work/systemd:$PATH bash "$overlay"/usr/bin/veilor-doctor --json --promises "$work/live" >"$work/verdict.json" || true
for each in runs:kept starts:kept queued:kept once:kept veilor-firstboot:kept veilor-modules-lock:broken died:broken stopped:broken never:broken stays:broken skipped:broken asserted:broken; do
    equals "enabled and running: ${each%:*}" "$(verdict "${each%:*}.service")" "${each#*:}"
done
# What is disabled or masked must not run.
unit off.service inactive - - 0 simple no
unit left.service active yes yes 0 simple no
unit pulled.service active yes yes 0 simple no
echo 'WantedBy=graphical.target printer.target' >>"$work/units/pulled.service"
unit by-socket.service active yes yes 0 simple no
echo 'TriggeredBy=by-socket.socket' >>"$work/units/by-socket.service"
unit static.service active yes yes 0 dbus no
unit starting.service activating yes yes 7 simple no
unit masked-off.service inactive - - 0 '' ''
unit masked-on.service active yes yes 0 simple no
for each in off left pulled by-socket starting; do echo disabled >"$work/units/$each.service.is"; done
echo static >"$work/units/static.service.is"
for each in off left pulled by-socket starting static; do sed -i "s/^enable $each\\.service/disable $each.service/" /etc/systemd/system-preset/47-live.preset; done
for each in off on; do
    sed -i "/masked-$each/d" /etc/systemd/system-preset/47-live.preset
    echo masked >"$work/units/masked-$each.service.is"
    ln -s /dev/null "/etc/systemd/system/masked-$each.service"
done
ln -s /dev/null /etc/systemd/system/many@.service
echo masked >"$work/units/many@.service.is"
printf 'masks\t/etc/systemd/system\tmasked\tmust\tunits\n' >>"$work/live/a.tsv"
PATH=$work/systemd:$PATH bash "$overlay"/usr/bin/veilor-doctor --json --promises "$work/live" >"$work/verdict.json" || true
for each in off:kept left:broken starting:broken pulled:warned by-socket:warned static:warned masked-off:kept masked-on:broken many@:kept; do
    equals "disabled or masked: ${each%:*}" "$(verdict "${each%:*}.service")" "${each#*:}"
done
rm /etc/systemd/system/masked-o*.service /etc/systemd/system/many@.service
equals "a timer of ours whose condition does not hold" "$(verdict veilor-stage-update.timer)" kept
# Promises that cannot be read are not promises kept.
asnobody() { setpriv --reuid=65534 --clear-groups bash "$overlay"/usr/bin/veilor-doctor "$@"; }
mkdir -m 0755 "$work/lists"
chmod 0755 "$work"
lists() { bash "$overlay"/usr/bin/veilor-doctor --promises "$work/lists" "$@"; }
printf 'text\t/etc/os-release\t.\tmust\tit is there\n' >"$work/lists/a.tsv"
equals "a list that can be read" "$(status asnobody --promises "$work/lists")" 0
chmod 0600 "$work/lists/a.tsv"
equals "one that others may not read is 2" "$(status asnobody --promises "$work/lists")" 2
refuses "and is named" "cannot read $work/lists/a.tsv" asnobody --promises "$work/lists" --json
chmod 0644 "$work/lists/a.tsv"
ln -s nowhere "$work/lists/b.tsv"
equals "one that leads nowhere is 2" "$(status lists)" 2
refuses "and is named, too" "cannot read $work/lists/b.tsv" lists --json
rm "$work/lists/b.tsv"
mkdir "$work/lists/b.tsv"
equals "a folder of such a name is 2" "$(status lists)" 2
rmdir "$work/lists/b.tsv"
chmod 0700 "$work/lists"
equals "a folder that others may not read is 2" "$(status asnobody --promises "$work/lists")" 2
mkdir -p /etc/veilor/promises.d
chmod 0700 /etc/veilor/promises.d
refuses "so is the owner's own folder" 'cannot read /etc/veilor/promises.d' asnobody
chmod 0755 /etc/veilor/promises.d
chmod 0700 /etc/veilor
refuses "and one above it" 'cannot read /etc/veilor; run as root' asnobody
rm -r /etc/veilor
chmod 0755 "$work/lists"
printf '# only a comment\n\n' >"$work/lists/a.tsv"
equals "lists without a promise are 2" "$(status lists)" 2
ln -sf /dev/null "$work/lists/a.tsv"
equals "so is a list that is masked" "$(status lists)" 2
printf 'text\t/etc/os-release\t.\tmust\tit is there\n' >"$work/lists/b.tsv"
equals "but one that is masked beside another is passed over" "$(status lists)" 0
rm -r "$work/lists"

# Arguments that the files do not name, or name in another spelling of TOML.
mkdir -p "$work/k/proc" "$work/k/usr/lib/bootc/kargs.d" "$work/kargs"
printf 'kargs\t/usr/lib/bootc/kargs.d/10-*.toml\ton the command line\tmust\tkernel\n' >"$work/kargs/a.tsv"
echo 'quiet' >"$work/k/proc/cmdline"
arguments() { printf '%s\n' "$1" >"$work/k/usr/lib/bootc/kargs.d/10-a.toml"; bash "$overlay"/usr/bin/veilor-doctor --json --root "$work/k" --promises "$work/kargs" | jq -r '[.checks[] | .status + " " + .subject] | join(", ")'; }
equals "arguments promised by a file without any are broken" "$(arguments 'kargs = []')" 'broken /usr/lib/bootc/kargs.d/10-*.toml'
equals "a quoted key is a key" "$(arguments '"kargs" = ["zz"]')" 'broken zz'
equals "in either kind of quotes" "$(arguments "'kargs' = ['quiet']")" 'kept quiet'
equals "arguments of another architecture are no promise here" "$(arguments '"match-architectures" = ["s390x"]
kargs = ["zz"]')" 'skipped /usr/lib/bootc/kargs.d/10-*.toml'
printf 'zz=\377 z\303\244\n' >"$work/k/proc/cmdline"
printf 'kargs = ["zz=1", "z\303\244"]\n' >"$work/k/usr/lib/bootc/kargs.d/10-a.toml"
bash "$overlay"/usr/bin/veilor-doctor --json --root "$work/k" --promises "$work/kargs" >"$work/bytes.json" || true
claim "bytes that are no text leave the JSON in UTF-8" python3 -c 'import json, sys
found = [(c["subject"], c["found"]) for c in json.loads(open(sys.argv[1], "rb").read().decode("utf-8"))["checks"]]
assert found == [("zz=1", "instead of it zz=\ufffd"), ("z\u00e4", "present")], found' "$work/bytes.json"

mkdir "$work/none" "$work/odd"
equals "no promises is 2" "$(status bash "$overlay"/usr/bin/veilor-doctor --promises "$work/none")" 2
printf 'wishes\tx\ty\tmust\tz\n' >"$work/odd/a.tsv"
equals "an unknown kind is 2" "$(status bash "$overlay"/usr/bin/veilor-doctor --promises "$work/odd")" 2
equals "a wrong argument is 2" "$(status bash "$overlay"/usr/bin/veilor-doctor --fix)" 2
printf 'text\t/tmp/odd\tx"y\\z\tshould\ta "quoted" reason\n' >"$work/odd/a.tsv"
bash "$overlay"/usr/bin/veilor-doctor --json --promises "$work/odd" >"$work/odd.json"
claim "quotes survive JSON" jq -e '.checks[0].why == "a \"quoted\" reason"' "$work/odd.json"
finish
