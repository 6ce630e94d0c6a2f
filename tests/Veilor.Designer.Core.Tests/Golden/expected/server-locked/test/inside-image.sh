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

present() { # present FIELD PATH
  if [ -e "$root$2" ] || [ -L "$root$2" ]; then passes "$1" "file $2"; else fails "$1" "file $2" "the file is missing"; fi
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

target() { # target FIELD TARGET
  answers "$1" "boots into $2" "$2" "$(systemctl --root=/ get-default 2>&1)"
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

echo 1..75

# The generated settings are in the image, byte for byte
same kernel.arguments /usr/lib/bootc/kargs.d/10-server-locked-hardening.toml 98054d29f2995ea0c57804321041900fb49aa5925bf6faff2d635cea16092ddc
same kernel.arguments /usr/lib/bootc/kargs.d/10-server-locked-hardening-x86_64.toml 3b6f15deb5cc670c2cb49aac0e1c8c094631f2cf6fab064ccc433daf530b82c7
same kernel.sysctls /usr/lib/sysctl.d/60-server-locked.conf 11b3a89b0b372e52ab33450b4b5ef9f173c44d1d52867503e119440333d54c90
same kernel.blocked_modules /usr/lib/modprobe.d/60-server-locked.conf 90a9d32b382f240af8f4fc32ba03bcc583e7bc6fcf668969255b230ff444d084
same system.hostname /etc/hostname 0438140cf46fa0c4b56481c36452741f112f7c7d51f1c9691257496955e1a9b8
same system.locale /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same system.keyboard /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same services.enable /usr/lib/systemd/system-preset/40-server-locked.preset 9fdf9a40924ae789ba7dcbdd9d2cb1d465a8dbbdeddd8eaeaf9d239d1c668e0a

# Files of your own, with their modes
present overlay.from /etc/chrony.conf
present overlay.from /etc/fail2ban/jail.d/10-veilor.local
present overlay.from /etc/profile.d/veilor-umask.sh
present overlay.from /etc/security/faillock.conf
present overlay.from /etc/security/limits.d/50-veilor-core.conf
present overlay.from /etc/security/pwquality.conf.d/50-veilor.conf
present overlay.from /etc/skel/.bashrc.d/10-veilor.sh
present overlay.from /etc/ssh/sshd_config.d/10-veilor.conf
program overlay.from /usr/bin/veilor-doctor
program overlay.from /usr/bin/veilor-update
present overlay.from /usr/lib/firewalld/zones/tailnet.xml
present overlay.from /usr/lib/motd.d/50-veilor
present overlay.from /usr/lib/systemd/coredump.conf.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system.conf.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system/bootc-fetch-apply-updates.service.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system/veilor-modules-lock.service
present overlay.from /usr/lib/systemd/user.conf.d/50-veilor.conf
present overlay.from /usr/lib/tmpfiles.d/veilor-os.conf
present overlay.from /usr/lib/veilor/modules-before-lock.list
present overlay.from /usr/lib/veilor/never-block.list
present overlay.from /usr/lib/veilor/promises.d/10-server-locked.tsv
program overlay.from /usr/libexec/veilor/modules-lock
present overlay.from /usr/share/doc/veilor-os/README.md
present overlay.from /usr/share/licenses/veilor-os/LICENSE

# The packages are installed, and the removed ones are gone
installed 'packages.install[openssh-server]' openssh-server
installed 'packages.install[firewalld]' firewalld
installed 'packages.install[fail2ban-server]' fail2ban-server
installed 'packages.install[fail2ban-selinux]' fail2ban-selinux
installed 'packages.install[audit]' audit
installed 'packages.install[chrony]' chrony
installed 'packages.install[policycoreutils]' policycoreutils
installed 'packages.install[policycoreutils-python-utils]' policycoreutils-python-utils
installed 'packages.install[checkpolicy]' checkpolicy
installed 'packages.install[NetworkManager]' NetworkManager
installed 'packages.install[xfsprogs]' xfsprogs
installed 'packages.install[zram-generator]' zram-generator
installed 'packages.install[zram-generator-defaults]' zram-generator-defaults
installed 'packages.install[vim-enhanced]' vim-enhanced
installed 'packages.install[tmux]' tmux
installed 'packages.install[htop]' htop

# Units are as the design sets them; systemctl reads the files, systemd does not run here
unit 'services.enable[sshd.service]' sshd.service enabled
unit 'services.enable[firewalld.service]' firewalld.service enabled
unit 'services.enable[chronyd.service]' chronyd.service enabled
unit 'services.enable[auditd.service]' auditd.service enabled
unit 'services.enable[fail2ban.service]' fail2ban.service enabled
unit 'services.enable[bootc-fetch-apply-updates.timer]' bootc-fetch-apply-updates.timer enabled
unit 'services.enable[veilor-modules-lock.service]' veilor-modules-lock.service enabled
unit 'services.mask[debug-shell.service]' debug-shell.service masked
unit 'services.mask[ctrl-alt-del.target]' ctrl-alt-del.target masked
unit 'services.mask[avahi-daemon.service]' avahi-daemon.service masked
unit 'services.mask[avahi-daemon.socket]' avahi-daemon.socket masked
unit 'services.mask[cups.service]' cups.service masked
unit 'services.mask[cups.socket]' cups.socket masked
unit 'services.mask[cups-browsed.service]' cups-browsed.service masked
unit 'services.mask[rpcbind.service]' rpcbind.service masked
unit 'services.mask[rpcbind.socket]' rpcbind.socket masked
unit 'services.mask[bluetooth.service]' bluetooth.service masked
unit 'services.mask[systemd-coredump.socket]' systemd-coredump.socket masked
target services.default_target multi-user.target

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
