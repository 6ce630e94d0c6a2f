#!/usr/bin/env bash
# The overlay touches only what an image may carry, and every file is in its own format.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need xmllint systemd-analyze python3
cd "$repository/overlay"

for place in usr/etc var run proc sys boot tmp home root opt usr/lib/bootc/kargs.d usr/lib/sysctl.d \
    etc/sysctl.d usr/lib/modprobe.d etc/modprobe.d etc/hostname etc/machine-id etc/kernel/cmdline etc/default/grub; do
    if [ -e "$place" ]; then
        not_ok "no /$place in the overlay" "lint refuses it, bootc ignores it, or the design generates it"
    else
        ok "no /$place in the overlay"
    fi
done

for zone in usr/lib/firewalld/zones/*.xml; do claim "XML: $zone" xmllint --noout "$zone"; done
claim "tailscale0 has a zone" xmllint --xpath '/zone/interface[@name="tailscale0"]' usr/lib/firewalld/zones/tailnet.xml
if grep -rq tailscale0 usr/lib/firewalld/zones/tailnet.xml && grep -q 'target="ACCEPT"' usr/lib/firewalld/zones/tailnet.xml; then
    not_ok "the tailnet is not trusted as a whole" "target ACCEPT opens every port"
else
    ok "the tailnet is not trusted as a whole"
fi

# A permanent rule changes nothing before the next reload (firewall-cmd(1)).
equals "who is told of a permanent rule is told to reload" "$(grep -rn 'firewall-cmd --permanent' "$repository"/{overlay,templates,docs,README.md} | grep -v 'firewall-cmd --reload' || true)" ""

# flatpak adds the remotes of this folder to the system when it is first used (flatpak-remote(5)). A version 4 key's
# fingerprint is the SHA-1 of its packet (RFC 4880, 12.2); Flathub's is known from many places.
equals "Flathub's remote carries Flathub's own key" "$(python3 - usr/share/flatpak/remotes.d/flathub.flatpakrepo <<'PY'
import base64, configparser, hashlib, sys

file = configparser.ConfigParser(interpolation=None)
file.read(sys.argv[1])
repo = file["Flatpak Repo"]
key = base64.b64decode(repo["GPGKey"], validate=True)
assert key[0] == 0x99 and key[3] == 4, "not a public key packet of version 4 in the old format"
print(repo["Url"], hashlib.sha1(key[:3 + int.from_bytes(key[1:3], "big")]).hexdigest())
PY
)" "https://dl.flathub.org/repo/ 6e5c05d979c76daf93c081354184dd4d907a7cae"

claim "skel is not empty" test -n "$(find etc/skel -type f)"
claim "first boot is wanted by multi-user.target" grep -Fxq 'WantedBy=multi-user.target' usr/lib/systemd/system/veilor-firstboot.service
claim "first boot comes before log-ins" grep -Eq '^Before=.*display-manager.service.*systemd-user-sessions.service' usr/lib/systemd/system/veilor-firstboot.service
claim "first boot uses a stamp" grep -Fxq 'ConditionPathExists=!/var/lib/veilor/firstboot.done' usr/lib/systemd/system/veilor-firstboot.service
if grep -rqE '^ConditionFirstBoot=' usr/lib/systemd; then not_ok "no ConditionFirstBoot" "it never holds on a bootc base"; else ok "no ConditionFirstBoot"; fi
claim "the module lock comes last" grep -Eq '^After=.*multi-user.target.*graphical.target.*udev-settle.*NetworkManager-wait-online' usr/lib/systemd/system/veilor-modules-lock.service
claim "the module lock has an escape" grep -Fxq 'ConditionKernelCommandLine=!veilor.nolock' usr/lib/systemd/system/veilor-modules-lock.service
timer=usr/lib/systemd/system/veilor-stage-update.timer
claim "systemd reads the timer's day" systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$timer")"
claim "a day missed is made up for" grep -Fxq 'Persistent=true' "$timer"
if grep -E '^On(Boot|Startup|Active|Unit.*)Sec=' "$timer"; then not_ok "no time that stands still in suspend" "monotonic timer"; else ok "no time that stands still in suspend"; fi
for unit in veilor-stage-update.service bootc-fetch-apply-updates.service.d/50-veilor.conf; do
    claim "a rollback holds $unit" grep -Fxq 'ConditionPathExists=!/var/lib/veilor/updates-held' "usr/lib/systemd/system/$unit"
done
claim "without its rules USBGuard is an error, not passed over" grep -Eq '^AssertPathExists=/etc/usbguard/rules.d/' usr/lib/systemd/system/usbguard.service.d/50-veilor.conf

# Fedora's policy has init_t go to install_t at bootc's own file (anaconda_domtrans_install(init_t) in init.te, the file's
# type in anaconda.fc); neither a script between them nor a unit without new privileges gets there.
staging=usr/lib/systemd/system/veilor-stage-update.service
equals "systemd starts bootc itself" "$(sed -n 's/^ExecStart=//p' "$staging")" "/usr/bin/bootc upgrade --quiet"
equals "and announces what it staged" "$(sed -n 's/^ExecStartPost=//p' "$staging")" "/usr/bin/veilor-update announce"
equals "nothing keeps it from its domain" "$(grep -E '^(NoNewPrivileges|SELinuxContext|User|DynamicUser|RootDirectory|SystemCallFilter|Protect|Private|Restrict)' "$staging" || true)" ""

# The notice: waits in the session, since staging happens after the log-in.
claim "the session waits for the notice" grep -Fxq 'Wants=veilor-update-notice.path' usr/lib/systemd/user/graphical-session.target.d/50-veilor.conf
marked=$(sed -n 's/^PathExists=//p' usr/lib/systemd/user/veilor-update-notice.path)
claim "it waits for the mark that staging leaves" grep -Fq "touch $marked" usr/bin/veilor-update
# Without it the path unit would start the service over and over while the mark is there.
claim "one session is told once" grep -Fxq 'RemainAfterExit=yes' usr/lib/systemd/user/veilor-update-notice.service
if grep -rE 'veilor-update (status|check|stage|apply|rollback)' usr/lib/motd.d etc/skel usr/libexec usr/share/doc usr/lib/firewalld | grep -vE 'sudo veilor-update'; then
    not_ok "what needs root is said with sudo" "see above"
else
    ok "what needs root is said with sudo"
fi
if grep -rE 'allow-device NUMBER --permanent' usr etc; then not_ok "nothing tells to write hashes and ports" "see above"; else ok "nothing tells to write hashes and ports"; fi

claim "the module lock is off" grep -Fxq 'disable veilor-modules-lock.service' usr/lib/systemd/system-preset/45-veilor-units.preset
equals "no unit restarts the machine or changes the policy" \
    "$(grep -rE '^Exec' usr/lib/systemd | grep -E -- '--apply|setsebool|semanage|semodule|dnf' || true)" ""

# What blocks, what is loaded before the lock and what must stay open agree.
never=$(sed 's/#.*//; s/[[:space:]]//g; /^$/d' usr/lib/veilor/never-block.list)
for module in overlay erofs squashfs loop dm-crypt vfat; do
    claim "never blocked: $module" grep -Fxq "$module" <<<"$never"
done
for module in nf_tables nft_ct tun wireguard overlay fuse veth bridge vfat nls_cp437 nls_ascii usb-storage uas usbhid; do
    claim "loaded before the lock: $module" grep -Fxq "$module" usr/lib/veilor/modules-before-lock.list
done

# Blocker 7: logs of an installation in a virtual machine come out through the 9p family.
if hits=$(grep -nE '^ *"9p(net.*)?",?$' "$repository/templates/veilor-os/design.toml"); then
    not_ok "veilor-os leaves the 9p family open" "$hits"
else
    ok "veilor-os leaves the 9p family open"
fi

# Risk 5: an installation takes the image as it is. Nothing here is a file of Anaconda or of Python's libraries, no script and
# no kickstart reaches into them, and no kickstart has packages installed, which is what the patched file was for.
equals "no file of the installer" "$(cd "$repository" && find overlay assets templates/*/overlay \( -ipath '*anaconda*' -o -path '*/site-packages/*' -o -path '*/usr/lib*/python*' -o -path '*/product.img' -o -path '*/updates.img' \))" ""
kickstarts=("$repository"/tests/Veilor.Designer.Core.Tests/Golden/expected/*/kickstart/*.ks)
[ "${#kickstarts[@]}" -ge 7 ] || not_ok "kickstarts" "found only ${#kickstarts[@]}"
equals "nothing reaches into the installer" "$(grep -rnE 'pyanaconda|transaction_progress|site-packages|/run/install/|inst\.updates' \
    "$repository"/{scripts,overlay,templates} "${kickstarts[@]}" || true)" ""
equals "no kickstart installs packages" "$(grep -nE '^(%packages|url|repo|liveimg|module) ?' "${kickstarts[@]}" || true)" ""
equals "each whole kickstart installs the image" "$(grep -LE '^ostreecontainer ' "$repository"/tests/Veilor.Designer.Core.Tests/Golden/expected/*/kickstart/install.ks)" ""

# KDE reads these as groups of keys.
for file in etc/xdg/*rc etc/xdg/kdeglobals; do
    bad=$(grep -nvE '^(\[[^]]+\](\[[^]]+\])*|[A-Za-z][A-Za-z0-9_-]*=.*|#.*|)$' "$file" || true)
    equals "KDE settings: $file" "$bad" ""
done
finish
