#!/usr/bin/env bash
# Looks into the built image and checks what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-ghcr.io/veilor/veilor-os:43}
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
same /usr/lib/bootc/kargs.d/10-veilor-os-hardening.toml b6178b85c7b9c7573289e7e3f6eca564e499f7107139a773ce2f5a4903e80d3d
same /usr/lib/bootc/kargs.d/10-veilor-os-hardening-x86_64.toml 0a57c52cf3bf972f41c2529c28050ca0626ad3beb84b5fd7c3ce05f82deee875
same /etc/sysctl.d/60-veilor-os.conf cc7a922bb1671dc994ac4b831e5bd37794b5810c89157936473ce09c95de2a9a
same /usr/lib/modprobe.d/60-veilor-os.conf afa30cd42fe96bacbe33e7f86ad81c2d7c0bd571c49a2e8619c7f041302bca47
same /etc/hostname 9e132464b39b7ba57bd3c67b89e04452f83a894ce5feff7d1f1301480cd0d49e
same /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same /usr/lib/systemd/system-preset/40-veilor-os.preset 44a66e606faeda4dcb4c2ab1809795ae5b8fb1988830d3f8cdfbc497dd8d4ec3

# The packages are installed, and the removed ones are gone
check 'package glibc-all-langpacks' rpm -q --whatprovides glibc-all-langpacks
check 'package newt' rpm -q --whatprovides newt
check 'package parted' rpm -q --whatprovides parted
check 'package cryptsetup' rpm -q --whatprovides cryptsetup
check 'package lvm2' rpm -q --whatprovides lvm2
check 'package btrfs-progs' rpm -q --whatprovides btrfs-progs
check 'package fail2ban' rpm -q --whatprovides fail2ban
check 'package fail2ban-firewalld' rpm -q --whatprovides fail2ban-firewalld
check 'package openssh-server' rpm -q --whatprovides openssh-server
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
answers enabled systemctl --root=/ is-enabled sshd.service
answers enabled systemctl --root=/ is-enabled fail2ban.service
answers enabled systemctl --root=/ is-enabled usbguard.service
answers enabled systemctl --root=/ is-enabled tuned.service
answers enabled systemctl --root=/ is-enabled tuned-ppd.service
answers enabled systemctl --root=/ is-enabled auditd.service
answers enabled systemctl --root=/ is-enabled firewalld.service
answers enabled systemctl --root=/ is-enabled chronyd.service
answers enabled systemctl --root=/ is-enabled sddm.service
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
answers graphical.target systemctl --root=/ get-default
check 'root is locked' grep -q '^root:!' /etc/shadow

exit "$failed"
