#!/usr/bin/env bash
# Runs inside the built image and checks what the design promises: one line a check, with the field it comes
# from (TAP, testanything.org). Exit status 0 when all holds. test/smoke.sh starts it.
set -uo pipefail
# The image's own files: podman puts its own /etc/hostname and others into a running container.
root=
[ ! -d /run/image/usr ] || root=/run/image
number=0
failed=0

passes() { # passes FIELD TITLE
  number=$((number + 1))
  echo "ok $number - $2 # $1"
}

fails() { # fails FIELD TITLE FOUND
  number=$((number + 1))
  failed=1
  echo "not ok $number - $2 # $1"
  printf '%s\n' "$3" | sed 's/^/#   /'
}

skips() { # skips FIELD TITLE WHY
  number=$((number + 1))
  echo "ok $number - $2 # SKIP $3 in $1"
}

answers() { # answers FIELD TITLE EXPECTED FOUND
  if [ "$4" = "$3" ]; then passes "$1" "$2"; else fails "$1" "$2" "found: ${4:-nothing}"; fi
}

same() { # same FIELD PATH SHA256: the file is the generated one
  local found
  if ! found=$(sha256sum 2>&1 < "$root$2"); then
    fails "$1" "file $2" "the file is missing"
  elif [ "${found%% *}" = "$3" ]; then
    passes "$1" "file $2"
  else
    fails "$1" "file $2" "the file has other content: something in the build replaced it"
  fi
}

program() { # program FIELD PATH [ARCHITECTURE]
  if [ -n "${3:-}" ] && [ "$(uname -m)" != "$3" ]; then
    skips "$1" "program $2" "it is for $3"
  elif [ -x "$root$2" ]; then
    passes "$1" "program $2"
  else
    fails "$1" "program $2" "it is missing or cannot be executed"
  fi
}

installed() { # installed FIELD PACKAGE
  local found
  if found=$(rpm --query --whatprovides "$2" 2>&1); then passes "$1" "package $2"; else fails "$1" "package $2" "$found"; fi
}

unit() { # unit FIELD UNIT STATE
  local found
  found=$(systemctl --root=/ is-enabled "$2" 2>&1) || true
  answers "$1" "unit $2 is $3" "$3" "${found%% *}"
}

locked() { # locked FIELD USER: a leading ! is what passwd -l writes, whatever word it prints
  case $(grep "^$2:" "$root/etc/shadow" 2>&1) in
    "$2":!*) passes "$1" "no password opens $2" ;;
    *) fails "$1" "no password opens $2" "the entry in /etc/shadow does not begin with an exclamation mark" ;;
  esac
}

unknown_user() { # unknown_user FIELD USER: the installer makes people's accounts, the image has none
  if grep -q "^$2:" "$root/etc/passwd"; then
    fails "$1" "user $2 is not in the image" "/etc/passwd has the user already"
  else
    passes "$1" "user $2 is not in the image"
  fi
}

group() { # group FIELD GROUP
  if getent group "$2" > /dev/null; then passes "$1" "group $2"; else fails "$1" "group $2" "the image has no such group"; fi
}

os_release_value() { # os_release_value KEY
  (
    # shellcheck source=/dev/null
    . "$root/usr/lib/os-release" && printf '%s' "${!1-}"
  )
}

os_release_version() { # os_release_version FIELD: the builders read the distribution from it
  local found
  found=$(os_release_value VERSION_ID)
  if [[ $found =~ ^[0-9]+(\.[0-9]+)?$ ]]; then
    passes "$1" "os-release has a version that the builders read"
  else
    fails "$1" "os-release has a version that the builders read" "VERSION_ID is '$found'"
  fi
}

one_kernel() { # one_kernel FIELD
  local found=("$root"/usr/lib/modules/*/vmlinuz)
  if [ "${#found[@]}" -eq 1 ] && [ -f "${found[0]}" ] && [ -f "${found[0]%/*}/initramfs.img" ]; then
    passes "$1" "one kernel with its initramfs"
  else
    fails "$1" "one kernel with its initramfs" "found: ${found[*]}"
  fi
}

time_zone() { # time_zone FIELD ZONE
  local found
  found=$(readlink "$root/etc/localtime" 2>&1) || true
  answers "$1" "time zone $2" "$2" "${found##*/zoneinfo/}"
}

selinux() { # selinux FIELD MODE
  answers "$1" "SELinux is $2" "$2" "$(sed -n 's/^SELINUX=//p' "$root/etc/selinux/config" 2>&1)"
}

echo 1..21

# The generated settings are in the image, byte for byte
same kernel.arguments /usr/lib/bootc/kargs.d/10-minimal-hardening.toml a52df5cd2b2d267fece10e3877e869105fb04bee9c75b795830944be8ec2bdbf
same kernel.arguments /usr/lib/bootc/kargs.d/10-minimal-hardening-x86_64.toml d2b8f242c1f49bcac791394049aa44465935d1409b3a417b9bc91de90458d451
same kernel.sysctls /usr/lib/sysctl.d/60-minimal.conf 7a2da3ce1b49172a1ba150154890760d0a930f43fae5ff7ce331a1388bb8517e
same kernel.blocked_modules /usr/lib/modprobe.d/60-minimal.conf b43ef6688abd650b7520e555d27eb7fa81fa4a5027a29c87261db2c8dd29f23e
same system.hostname /etc/hostname d9ba01ca22a2e217ee6a7dd7329d57fd375507abeb6a9aaebc8c1e58c858614a
same system.locale /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same system.keyboard /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same services.enable /usr/lib/systemd/system-preset/40-minimal.preset 555a3779306d206e9d299c8a003775bd55051b4e2663caadf0c6288ec13e1c77

# The packages are installed, and the removed ones are gone
installed 'packages.install[firewalld]' firewalld
installed 'packages.install[chrony]' chrony

# Units are as the design sets them; systemctl reads the files, systemd does not run here
unit 'services.enable[firewalld.service]' firewalld.service enabled
unit 'services.enable[chronyd.service]' chronyd.service enabled
unit 'services.mask[debug-shell.service]' debug-shell.service masked

# Users and locks
locked users.lock_root root
unknown_user 'users.accounts[admin]' admin
group 'users.accounts[admin]' wheel
program 'users.accounts[admin]' /bin/bash

# What the image calls itself
os_release_version image.base

# Kernel and SELinux
one_kernel image.base
time_zone system.time_zone UTC
selinux image.base enforcing

exit "$failed"
