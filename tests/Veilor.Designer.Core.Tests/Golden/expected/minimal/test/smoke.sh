#!/usr/bin/env bash
# Looks into the built image and checks what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-localhost/minimal:1.0.0}
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
same /usr/lib/bootc/kargs.d/10-minimal-hardening.toml a52df5cd2b2d267fece10e3877e869105fb04bee9c75b795830944be8ec2bdbf
same /usr/lib/bootc/kargs.d/10-minimal-hardening-x86_64.toml d2b8f242c1f49bcac791394049aa44465935d1409b3a417b9bc91de90458d451
same /usr/lib/sysctl.d/60-minimal.conf 342176d00873e1fa7b93a16a888f1b70f15921eaea0f4690a563d5abdea99330
same /usr/lib/modprobe.d/60-minimal.conf b43ef6688abd650b7520e555d27eb7fa81fa4a5027a29c87261db2c8dd29f23e
same /etc/hostname d9ba01ca22a2e217ee6a7dd7329d57fd375507abeb6a9aaebc8c1e58c858614a
same /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same /usr/lib/systemd/system-preset/40-minimal.preset 555a3779306d206e9d299c8a003775bd55051b4e2663caadf0c6288ec13e1c77

# The packages are installed, and the removed ones are gone
check 'package firewalld' rpm -q --whatprovides firewalld
check 'package chrony' rpm -q --whatprovides chrony

# Units are as the design sets them; systemctl reads the files, systemd does not run here
answers enabled systemctl --root=/ is-enabled firewalld.service
answers enabled systemctl --root=/ is-enabled chronyd.service
answers masked systemctl --root=/ is-enabled debug-shell.service
check 'root is locked' grep -q '^root:!' /etc/shadow

exit "$failed"
