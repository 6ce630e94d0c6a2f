#!/usr/bin/env bash
# Looks into the built image and checks what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-localhost/server:1.0.0}
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
same /usr/lib/bootc/kargs.d/10-server-hardening.toml 98054d29f2995ea0c57804321041900fb49aa5925bf6faff2d635cea16092ddc
same /usr/lib/bootc/kargs.d/10-server-hardening-x86_64.toml 3b6f15deb5cc670c2cb49aac0e1c8c094631f2cf6fab064ccc433daf530b82c7
same /usr/lib/sysctl.d/60-server.conf ecde82393cb46a869377e437a31b83352d9645ab8c92bb2a0531672eff371c04
same /usr/lib/modprobe.d/60-server.conf 90a9d32b382f240af8f4fc32ba03bcc583e7bc6fcf668969255b230ff444d084
same /etc/hostname 4ad28e4a6461bd64b920f72f86c0d16edc544c4a1f26060518ebb900025d496a
same /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same /usr/lib/systemd/system-preset/40-server.preset db359c3639c6d00ffc7e53b01d1da46cc59c92b7e4beb434139f5c3280baf601

# The packages are installed, and the removed ones are gone
check 'package openssh-server' rpm -q --whatprovides openssh-server
check 'package firewalld' rpm -q --whatprovides firewalld
check 'package fail2ban-server' rpm -q --whatprovides fail2ban-server
check 'package fail2ban-firewalld' rpm -q --whatprovides fail2ban-firewalld
check 'package fail2ban-selinux' rpm -q --whatprovides fail2ban-selinux
check 'package audit' rpm -q --whatprovides audit
check 'package chrony' rpm -q --whatprovides chrony
check 'package policycoreutils' rpm -q --whatprovides policycoreutils
check 'package policycoreutils-python-utils' rpm -q --whatprovides policycoreutils-python-utils
check 'package podman' rpm -q --whatprovides podman
check 'package skopeo' rpm -q --whatprovides skopeo
check 'package NetworkManager' rpm -q --whatprovides NetworkManager
check 'package xfsprogs' rpm -q --whatprovides xfsprogs
check 'package zram-generator' rpm -q --whatprovides zram-generator
check 'package zram-generator-defaults' rpm -q --whatprovides zram-generator-defaults
check 'package vim-enhanced' rpm -q --whatprovides vim-enhanced
check 'package tmux' rpm -q --whatprovides tmux
check 'package htop' rpm -q --whatprovides htop

# Units are as the design sets them; systemctl reads the files, systemd does not run here
answers enabled systemctl --root=/ is-enabled sshd.service
answers enabled systemctl --root=/ is-enabled firewalld.service
answers enabled systemctl --root=/ is-enabled chronyd.service
answers enabled systemctl --root=/ is-enabled auditd.service
answers enabled systemctl --root=/ is-enabled fail2ban.service
answers enabled systemctl --root=/ is-enabled bootc-fetch-apply-updates.timer
answers masked systemctl --root=/ is-enabled debug-shell.service
answers masked systemctl --root=/ is-enabled ctrl-alt-del.target
answers masked systemctl --root=/ is-enabled avahi-daemon.service
answers masked systemctl --root=/ is-enabled avahi-daemon.socket
answers masked systemctl --root=/ is-enabled cups.service
answers masked systemctl --root=/ is-enabled cups.socket
answers masked systemctl --root=/ is-enabled cups-browsed.service
answers masked systemctl --root=/ is-enabled rpcbind.service
answers masked systemctl --root=/ is-enabled rpcbind.socket
answers masked systemctl --root=/ is-enabled bluetooth.service
answers masked systemctl --root=/ is-enabled systemd-coredump.socket
answers multi-user.target systemctl --root=/ get-default
check 'root is locked' grep -q '^root:!' /etc/shadow

exit "$failed"
