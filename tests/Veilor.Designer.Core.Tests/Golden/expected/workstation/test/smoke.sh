#!/usr/bin/env bash
# Looks into the built image and checks what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-localhost/workstation:1.0.0}
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
same /usr/lib/bootc/kargs.d/10-workstation-hardening.toml d9e49d029ef60dd22420c6ba23810cb5148b92850953107eb13432b21b2985bf
same /usr/lib/bootc/kargs.d/10-workstation-hardening-x86_64.toml ddad7c0bfa1f3599bbb453198506aba95dab09e17913fda998f59c62e989e435
same /usr/lib/sysctl.d/60-workstation.conf da95e94f4c0c8566062d1e3b6013aa4e34c6aad76bf5bcc6f275d265a9b8877b
same /usr/lib/modprobe.d/60-workstation.conf 17e5593fccfda87a2c79b11b92b849241ac1c0977fcad2b73b4affee356d142a
same /etc/hostname eb2953a6f5f79fad850c67cedff673a76126206ab02ec2d31ea0668429eb2082
same /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same /usr/lib/systemd/system-preset/40-workstation.preset 408a4ef69a6b9d5a895defa5399798ce4a59766eef5da9c1e48d6d2287cc7e16

# The packages are installed, and the removed ones are gone
check 'package audit' rpm -q --whatprovides audit
check 'package firewalld' rpm -q --whatprovides firewalld
check 'package chrony' rpm -q --whatprovides chrony
check 'package policycoreutils-python-utils' rpm -q --whatprovides policycoreutils-python-utils
check 'package gcc' rpm -q --whatprovides gcc
check 'package make' rpm -q --whatprovides make
check 'package cmake' rpm -q --whatprovides cmake
check 'package gdb' rpm -q --whatprovides gdb
check 'package strace' rpm -q --whatprovides strace
check 'package perf' rpm -q --whatprovides perf
check 'package bpftrace' rpm -q --whatprovides bpftrace
check 'package git' rpm -q --whatprovides git
check 'package podman' rpm -q --whatprovides podman
check 'package buildah' rpm -q --whatprovides buildah
check 'package skopeo' rpm -q --whatprovides skopeo
check 'package toolbox' rpm -q --whatprovides toolbox
check 'package vim-enhanced' rpm -q --whatprovides vim-enhanced
check 'package tmux' rpm -q --whatprovides tmux
check 'package htop' rpm -q --whatprovides htop
check 'package cryptsetup' rpm -q --whatprovides cryptsetup
check 'package btrfs-progs' rpm -q --whatprovides btrfs-progs
check 'package zram-generator' rpm -q --whatprovides zram-generator
check 'package zram-generator-defaults' rpm -q --whatprovides zram-generator-defaults
check 'package gdm' rpm -q --whatprovides gdm

# Units are as the design sets them; systemctl reads the files, systemd does not run here
answers enabled systemctl --root=/ is-enabled firewalld.service
answers enabled systemctl --root=/ is-enabled chronyd.service
answers enabled systemctl --root=/ is-enabled auditd.service
answers enabled systemctl --root=/ is-enabled podman.socket
answers enabled systemctl --root=/ is-enabled gdm.service
answers enabled systemctl --root=/ is-enabled veilor-stage-update.timer
answers masked systemctl --root=/ is-enabled debug-shell.service
answers masked systemctl --root=/ is-enabled bootc-fetch-apply-updates.timer
answers graphical.target systemctl --root=/ get-default
check 'root is locked' grep -q '^root:!' /etc/shadow

exit "$failed"
