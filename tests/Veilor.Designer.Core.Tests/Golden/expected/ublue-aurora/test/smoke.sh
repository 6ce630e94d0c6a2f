#!/usr/bin/env bash
# Looks into the built image and checks what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-localhost/ublue-aurora:1.0.0}
failed=0
# One container that runs commands, and one that never starts: podman puts its own /etc/hostname into a running one.
container=$(podman create --network=none "$image" sleep infinity)
files=$(podman create --network=none "$image" true)
trap 'podman rm --force --time 0 "$container" "$files" >/dev/null' EXIT
podman start "$container" >/dev/null

check() { # check NAME COMMAND...: runs the command in the image
  local name=$1
  shift
  if podman exec "$container" "$@" >/dev/null 2>&1; then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    failed=1
  fi
}

answers() { # answers EXPECTED COMMAND...: the first words that the command prints in the image
  local expected=$1 actual
  shift
  actual=$(podman exec "$container" "$@" 2>/dev/null) || true
  case $actual in
    "$expected" | "$expected "*) echo "ok      $* is $expected" ;;
    *)
      echo "FAILED  $* is '$actual', not $expected"
      failed=1
      ;;
  esac
}

same() { # same PATH SHA256: the file in the image is the generated one
  local actual
  actual=$(podman cp "$files:$1" - 2>/dev/null | tar --extract --to-stdout | sha256sum) || actual=
  if [ "${actual%% *}" = "$2" ]; then
    echo "ok      $1"
  else
    echo "FAILED  $1 is not the generated file"
    failed=1
  fi
}

# The generated settings are in the image, byte for byte
same /usr/lib/bootc/kargs.d/10-ublue-aurora-hardening.toml b6178b85c7b9c7573289e7e3f6eca564e499f7107139a773ce2f5a4903e80d3d
same /usr/lib/bootc/kargs.d/10-ublue-aurora-hardening-x86_64.toml 0a57c52cf3bf972f41c2529c28050ca0626ad3beb84b5fd7c3ce05f82deee875
same /etc/sysctl.d/60-ublue-aurora.conf cc7a922bb1671dc994ac4b831e5bd37794b5810c89157936473ce09c95de2a9a
same /usr/lib/modprobe.d/60-ublue-aurora.conf afa30cd42fe96bacbe33e7f86ad81c2d7c0bd571c49a2e8619c7f041302bca47
same /etc/hostname 13c5e9b89ad1e5647c9c3f9ce8e383243bd7fa9e951f6026dcbe72ff67daaab6
same /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same /usr/lib/systemd/system-preset/40-ublue-aurora.preset b66b414ae34ac21a7c70593489b5a07a399daf5f5c76647b958f74967f8c39fe

# The packages are installed, and the removed ones are gone
check 'package usbguard' rpm -q --whatprovides usbguard
check 'package usbguard-tools' rpm -q --whatprovides usbguard-tools
check 'package usbguard-selinux' rpm -q --whatprovides usbguard-selinux
check 'package audit' rpm -q --whatprovides audit
check 'package policycoreutils' rpm -q --whatprovides policycoreutils
check 'package checkpolicy' rpm -q --whatprovides checkpolicy
check 'package chrony' rpm -q --whatprovides chrony
check 'package firewalld' rpm -q --whatprovides firewalld
check 'package tuned' rpm -q --whatprovides tuned
check 'package tuned-ppd' rpm -q --whatprovides tuned-ppd

# Units are as the design sets them; systemctl reads the files, systemd does not run here
answers enabled systemctl --root=/ is-enabled usbguard.service
answers enabled systemctl --root=/ is-enabled auditd.service
answers enabled systemctl --root=/ is-enabled firewalld.service
answers enabled systemctl --root=/ is-enabled chronyd.service
answers enabled systemctl --root=/ is-enabled tuned.service
answers enabled systemctl --root=/ is-enabled tuned-ppd.service
answers enabled systemctl --root=/ is-enabled veilor-firstboot.service
answers enabled systemctl --root=/ is-enabled veilor-stage-update.timer
answers masked systemctl --root=/ is-enabled debug-shell.service
answers masked systemctl --root=/ is-enabled kdump.service
answers masked systemctl --root=/ is-enabled ctrl-alt-del.target
answers masked systemctl --root=/ is-enabled avahi-daemon.service
answers masked systemctl --root=/ is-enabled avahi-daemon.socket
answers masked systemctl --root=/ is-enabled geoclue.service
answers masked systemctl --root=/ is-enabled ModemManager.service
answers masked systemctl --root=/ is-enabled rpcbind.service
answers masked systemctl --root=/ is-enabled rpcbind.socket
answers masked systemctl --root=/ is-enabled nfs-server.service
answers masked systemctl --root=/ is-enabled bootc-fetch-apply-updates.timer
answers masked systemctl --root=/ is-enabled uupd.timer
answers masked systemctl --root=/ is-enabled rpm-ostree-countme.timer
check 'root is locked' grep -q '^root:!' /etc/shadow

exit "$failed"
