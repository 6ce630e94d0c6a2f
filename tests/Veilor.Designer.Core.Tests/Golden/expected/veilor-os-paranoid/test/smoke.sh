#!/usr/bin/env bash
# Looks into the built image and checks what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-ghcr.io/veilor/veilor-os-paranoid:43}
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

absent() { # absent PATTERN: no installed package matches
  local found
  found=$(podman exec "$container" rpm -qa "$1")
  if [ -z "$found" ]; then
    echo "ok      no package $1"
  else
    echo "FAILED  package $1 is still there: $found"
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
same /usr/lib/bootc/kargs.d/10-veilor-os-paranoid-hardening.toml fc22b35f92fdbfc4003048e98efe94caf26632eddb5dc10e42aa704576696200
same /usr/lib/bootc/kargs.d/10-veilor-os-paranoid-hardening-x86_64.toml a9fecd7ee3e9f7f282ee3eff45aaa0787b734b766eaf23d8b2f1f28c005149ba
same /etc/sysctl.d/60-veilor-os-paranoid.conf 7c30090cc4a0a79a98016cc50f42faff3db3c77d92ed7f03aed1d3d2dc055d60
same /usr/lib/modprobe.d/60-veilor-os-paranoid.conf 8dafd5ca862d9fb43b9558594ba4afd083f28b3a2eea95c55305eb8d498f4bcd
same /etc/hostname 9e132464b39b7ba57bd3c67b89e04452f83a894ce5feff7d1f1301480cd0d49e
same /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same /usr/lib/systemd/system-preset/40-veilor-os-paranoid.preset fa2a185c002c692869e83f766cf4d1911fdaaf391f27e971fbf4ef805c7c4aae

# The packages are installed, and the removed ones are gone
check 'package glibc-all-langpacks' rpm -q --whatprovides glibc-all-langpacks
check 'package newt' rpm -q --whatprovides newt
check 'package parted' rpm -q --whatprovides parted
check 'package cryptsetup' rpm -q --whatprovides cryptsetup
check 'package lvm2' rpm -q --whatprovides lvm2
check 'package btrfs-progs' rpm -q --whatprovides btrfs-progs
check 'package usbguard' rpm -q --whatprovides usbguard
check 'package usbguard-tools' rpm -q --whatprovides usbguard-tools
check 'package usbguard-selinux' rpm -q --whatprovides usbguard-selinux
check 'package audit' rpm -q --whatprovides audit
check 'package policycoreutils' rpm -q --whatprovides policycoreutils
check 'package policycoreutils-python-utils' rpm -q --whatprovides policycoreutils-python-utils
check 'package checkpolicy' rpm -q --whatprovides checkpolicy
check 'package tuned' rpm -q --whatprovides tuned
check 'package tuned-ppd' rpm -q --whatprovides tuned-ppd
check 'package chrony' rpm -q --whatprovides chrony
check 'package firewalld' rpm -q --whatprovides firewalld
check 'package plymouth' rpm -q --whatprovides plymouth
check 'package plymouth-scripts' rpm -q --whatprovides plymouth-scripts
check 'package plymouth-plugin-script' rpm -q --whatprovides plymouth-plugin-script
check 'package plymouth-plugin-label' rpm -q --whatprovides plymouth-plugin-label
check 'package git' rpm -q --whatprovides git
check 'package vim-enhanced' rpm -q --whatprovides vim-enhanced
check 'package tmux' rpm -q --whatprovides tmux
check 'package htop' rpm -q --whatprovides htop
check 'package podman' rpm -q --whatprovides podman
check 'package skopeo' rpm -q --whatprovides skopeo
check 'package NetworkManager' rpm -q --whatprovides NetworkManager
check 'package NetworkManager-wifi' rpm -q --whatprovides NetworkManager-wifi
check 'package fontconfig' rpm -q --whatprovides fontconfig
check 'package freetype' rpm -q --whatprovides freetype
check 'package fira-code-fonts' rpm -q --whatprovides fira-code-fonts
check 'package zram-generator' rpm -q --whatprovides zram-generator
check 'package zram-generator-defaults' rpm -q --whatprovides zram-generator-defaults
check 'package sddm' rpm -q --whatprovides sddm
absent 'abrt*'
absent kde-connect
absent kdeconnectd
absent open-vm-tools-desktop
absent man-db
absent man-pages
[ "$(podman exec "$container" uname -m)" != x86_64 ] || check 'program /usr/bin/gum' test -x /usr/bin/gum

# Units are as the design sets them; systemctl reads the files, systemd does not run here
answers enabled systemctl --root=/ is-enabled usbguard.service
answers enabled systemctl --root=/ is-enabled tuned.service
answers enabled systemctl --root=/ is-enabled tuned-ppd.service
answers enabled systemctl --root=/ is-enabled auditd.service
answers enabled systemctl --root=/ is-enabled firewalld.service
answers enabled systemctl --root=/ is-enabled chronyd.service
answers enabled systemctl --root=/ is-enabled sddm.service
answers enabled systemctl --root=/ is-enabled veilor-firstboot.service
answers enabled systemctl --root=/ is-enabled veilor-stage-update.timer
answers masked systemctl --root=/ is-enabled sshd.service
answers masked systemctl --root=/ is-enabled cups.service
answers masked systemctl --root=/ is-enabled cups.socket
answers masked systemctl --root=/ is-enabled cups-browsed.service
answers masked systemctl --root=/ is-enabled avahi-daemon.service
answers masked systemctl --root=/ is-enabled avahi-daemon.socket
answers masked systemctl --root=/ is-enabled geoclue.service
answers masked systemctl --root=/ is-enabled ModemManager.service
answers masked systemctl --root=/ is-enabled sssd.service
answers masked systemctl --root=/ is-enabled sssd-kcm.service
answers masked systemctl --root=/ is-enabled sssd-kcm.socket
answers masked systemctl --root=/ is-enabled rpcbind.service
answers masked systemctl --root=/ is-enabled rpcbind.socket
answers masked systemctl --root=/ is-enabled gssproxy.service
answers masked systemctl --root=/ is-enabled nfs-idmapd.service
answers masked systemctl --root=/ is-enabled nfs-mountd.service
answers masked systemctl --root=/ is-enabled nfsdcld.service
answers masked systemctl --root=/ is-enabled rpc-statd.service
answers masked systemctl --root=/ is-enabled iscsid.service
answers masked systemctl --root=/ is-enabled iscsid.socket
answers masked systemctl --root=/ is-enabled alsa-state.service
answers masked systemctl --root=/ is-enabled uresourced.service
answers masked systemctl --root=/ is-enabled low-memory-monitor.service
answers masked systemctl --root=/ is-enabled thermald.service
answers masked systemctl --root=/ is-enabled debug-shell.service
answers masked systemctl --root=/ is-enabled kdump.service
answers masked systemctl --root=/ is-enabled systemd-coredump.socket
answers masked systemctl --root=/ is-enabled ctrl-alt-del.target
answers masked systemctl --root=/ is-enabled nfs-server.service
answers masked systemctl --root=/ is-enabled bootc-fetch-apply-updates.timer
answers graphical.target systemctl --root=/ get-default
check 'root is locked' grep -q '^root:!' /etc/shadow

exit "$failed"
