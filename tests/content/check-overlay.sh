#!/usr/bin/env bash
# The overlay touches only what an image may carry, and every file is in its own format.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/common.sh"
need xmllint
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

claim "skel is not empty" test -n "$(find etc/skel -type f)"
claim "first boot is wanted by multi-user.target" grep -Fxq 'WantedBy=multi-user.target' usr/lib/systemd/system/veilor-firstboot.service
claim "first boot comes before log-ins" grep -Eq '^Before=.*display-manager.service.*systemd-user-sessions.service' usr/lib/systemd/system/veilor-firstboot.service
claim "first boot uses a stamp" grep -Fxq 'ConditionPathExists=!/var/lib/veilor/firstboot.done' usr/lib/systemd/system/veilor-firstboot.service
if grep -rqE '^ConditionFirstBoot=' usr/lib/systemd; then not_ok "no ConditionFirstBoot" "it never holds on a bootc base"; else ok "no ConditionFirstBoot"; fi
claim "the module lock comes last" grep -Eq '^After=.*multi-user.target.*graphical.target.*udev-settle.*NetworkManager-wait-online' usr/lib/systemd/system/veilor-modules-lock.service
claim "the module lock has an escape" grep -Fxq 'ConditionKernelCommandLine=!veilor.nolock' usr/lib/systemd/system/veilor-modules-lock.service
claim "the module lock is off" grep -Fxq 'disable veilor-modules-lock.service' usr/lib/systemd/system-preset/45-veilor-units.preset
if grep -rE '^Exec' usr/lib/systemd | grep -qE -- '--apply|setsebool|semanage|semodule|dnf'; then
    not_ok "no unit restarts the machine or changes the policy" "$(grep -rE '^Exec' usr/lib/systemd | grep -E -- '--apply|setsebool|semanage|semodule|dnf')"
else
    ok "no unit restarts the machine or changes the policy"
fi

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

# KDE reads these as groups of keys.
for file in etc/xdg/*rc etc/xdg/kdeglobals; do
    bad=$(grep -nvE '^(\[[^]]+\](\[[^]]+\])*|[A-Za-z][A-Za-z0-9_-]*=.*|#.*|)$' "$file" || true)
    equals "KDE settings: $file" "$bad" ""
done
finish
