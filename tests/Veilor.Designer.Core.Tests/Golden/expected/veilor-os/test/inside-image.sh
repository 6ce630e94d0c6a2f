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

absent() { # absent FIELD PATTERN
  local found
  found=$(rpm --query --all "$2" 2>&1)
  if [ -z "$found" ]; then passes "$1" "no package $2"; else fails "$1" "no package $2" "$found"; fi
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

os_release() { # os_release FIELD KEY VALUE
  answers "$1" "os-release has $2" "$3" "$(os_release_value "$2")"
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

theme() { # theme FIELD THEME
  answers "$1" "boot splash $2" "$2" "$(plymouth-set-default-theme 2>&1)"
}

echo 1..138

# The generated settings are in the image, byte for byte
same kernel.arguments /usr/lib/bootc/kargs.d/10-veilor-os-hardening.toml b6178b85c7b9c7573289e7e3f6eca564e499f7107139a773ce2f5a4903e80d3d
same kernel.arguments /usr/lib/bootc/kargs.d/10-veilor-os-hardening-x86_64.toml 0a57c52cf3bf972f41c2529c28050ca0626ad3beb84b5fd7c3ce05f82deee875
same kernel.sysctls /etc/sysctl.d/60-veilor-os.conf a499c716c3b7a3deccef49734797d11da594316e4cec569a982a3553196e7a69
same kernel.blocked_modules /usr/lib/modprobe.d/60-veilor-os.conf afa30cd42fe96bacbe33e7f86ad81c2d7c0bd571c49a2e8619c7f041302bca47
same system.hostname /etc/hostname 9e132464b39b7ba57bd3c67b89e04452f83a894ce5feff7d1f1301480cd0d49e
same system.locale /etc/locale.conf 033252d5100cbb0028d7c15e075f63e4eb5ff7f1a923cd5cb547bcfd6b024f5b
same system.keyboard /etc/vconsole.conf 2c09b43e51de87a82ff5eeb1c599ce25800b8d34810f14044bf73644e9f7b742
same services.enable /usr/lib/systemd/system-preset/40-veilor-os.preset 44a66e606faeda4dcb4c2ab1809795ae5b8fb1988830d3f8cdfbc497dd8d4ec3

# Files of your own, with their modes
present overlay.from /etc/chrony.conf
present overlay.from /etc/fail2ban/jail.d/10-veilor.local
present overlay.from /etc/profile.d/veilor-umask.sh
present overlay.from /etc/security/faillock.conf
present overlay.from /etc/security/limits.d/50-veilor-core.conf
present overlay.from /etc/security/pwquality.conf.d/50-veilor.conf
present overlay.from /etc/skel/.bashrc.d/10-veilor.sh
present overlay.from /etc/skel/.config/user-dirs.conf
present overlay.from /etc/ssh/sshd_config.d/10-veilor.conf
present overlay.from /etc/xdg/kcm-about-distrorc
present overlay.from /etc/xdg/kdeglobals
present overlay.from /etc/xdg/konsolerc
present overlay.from /etc/xdg/kscreenlockerrc
present overlay.from /etc/xdg/ksplashrc
program overlay.from /usr/bin/veilor-doctor
program overlay.from /usr/bin/veilor-update
program overlay.from /usr/bin/veilor-usb-allow
present overlay.from /usr/lib/firewalld/zones/tailnet.xml
present overlay.from /usr/lib/firewalld/zones/veilor.xml
present overlay.from /usr/lib/motd.d/50-veilor
present overlay.from /usr/lib/systemd/coredump.conf.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system-preset/45-veilor-units.preset
present overlay.from /usr/lib/systemd/system.conf.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system/bootc-fetch-apply-updates.service.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system/usbguard.service.d/50-veilor.conf
present overlay.from /usr/lib/systemd/system/veilor-firstboot.service
present overlay.from /usr/lib/systemd/system/veilor-modules-lock.service
present overlay.from /usr/lib/systemd/system/veilor-stage-update.service
present overlay.from /usr/lib/systemd/system/veilor-stage-update.timer
present overlay.from /usr/lib/systemd/user.conf.d/50-veilor.conf
present overlay.from /usr/lib/systemd/user/graphical-session.target.d/50-veilor.conf
present overlay.from /usr/lib/systemd/user/veilor-update-notice.path
present overlay.from /usr/lib/systemd/user/veilor-update-notice.service
present overlay.from /usr/lib/sysusers.d/veilor-os.conf
present overlay.from /usr/lib/tmpfiles.d/veilor-os.conf
present overlay.from /usr/lib/tmpfiles.d/veilor-usbguard.conf
present overlay.from /usr/lib/veilor/modules-before-lock.list
present overlay.from /usr/lib/veilor/never-block.list
present overlay.from /usr/lib/veilor/promises.d/10-veilor-os.tsv
program overlay.from /usr/libexec/veilor/firstboot
program overlay.from /usr/libexec/veilor/modules-lock
program overlay.from /usr/libexec/veilor/update-notice
present overlay.from /usr/share/doc/veilor-os/README.md
present overlay.from /usr/share/flatpak/remotes.d/flathub.flatpakrepo
present overlay.from /usr/share/licenses/veilor-os/LICENSE

# The packages are installed, and the removed ones are gone
installed 'packages.install[glibc-all-langpacks]' glibc-all-langpacks
installed 'packages.install[newt]' newt
installed 'packages.install[parted]' parted
installed 'packages.install[cryptsetup]' cryptsetup
installed 'packages.install[lvm2]' lvm2
installed 'packages.install[btrfs-progs]' btrfs-progs
installed 'packages.install[fail2ban-server]' fail2ban-server
installed 'packages.install[fail2ban-selinux]' fail2ban-selinux
installed 'packages.install[openssh-server]' openssh-server
installed 'packages.install[usbguard]' usbguard
installed 'packages.install[usbguard-tools]' usbguard-tools
installed 'packages.install[usbguard-selinux]' usbguard-selinux
installed 'packages.install[audit]' audit
installed 'packages.install[policycoreutils]' policycoreutils
installed 'packages.install[policycoreutils-python-utils]' policycoreutils-python-utils
installed 'packages.install[checkpolicy]' checkpolicy
installed 'packages.install[tuned]' tuned
installed 'packages.install[tuned-ppd]' tuned-ppd
installed 'packages.install[chrony]' chrony
installed 'packages.install[firewalld]' firewalld
installed 'packages.install[plymouth]' plymouth
installed 'packages.install[plymouth-scripts]' plymouth-scripts
installed 'packages.install[plymouth-plugin-script]' plymouth-plugin-script
installed 'packages.install[plymouth-plugin-label]' plymouth-plugin-label
installed 'packages.install[git]' git
installed 'packages.install[vim-enhanced]' vim-enhanced
installed 'packages.install[tmux]' tmux
installed 'packages.install[htop]' htop
installed 'packages.install[podman]' podman
installed 'packages.install[skopeo]' skopeo
installed 'packages.install[toolbox]' toolbox
installed 'packages.install[flatpak]' flatpak
installed 'packages.install[plasma-discover-flatpak]' plasma-discover-flatpak
installed 'packages.install[NetworkManager]' NetworkManager
installed 'packages.install[NetworkManager-wifi]' NetworkManager-wifi
installed 'packages.install[fontconfig]' fontconfig
installed 'packages.install[freetype]' freetype
installed 'packages.install[fira-code-fonts]' fira-code-fonts
installed 'packages.install[zram-generator]' zram-generator
installed 'packages.install[zram-generator-defaults]' zram-generator-defaults
installed 'packages.install[sddm]' sddm
absent 'packages.remove[abrt*]' 'abrt*'
absent 'packages.remove[kde-connect]' kde-connect
absent 'packages.remove[kdeconnectd]' kdeconnectd
absent 'packages.remove[open-vm-tools-desktop]' open-vm-tools-desktop
absent 'packages.remove[PackageKit-command-not-found]' PackageKit-command-not-found
absent 'packages.remove[man-db]' man-db
absent 'packages.remove[man-pages]' man-pages
program 'packages.downloads[gum]' /usr/bin/gum x86_64

# Units are as the design sets them; systemctl reads the files, systemd does not run here
unit 'services.enable[sshd.service]' sshd.service enabled
unit 'services.enable[fail2ban.service]' fail2ban.service enabled
unit 'services.enable[usbguard.service]' usbguard.service enabled
unit 'services.enable[tuned.service]' tuned.service enabled
unit 'services.enable[tuned-ppd.service]' tuned-ppd.service enabled
unit 'services.enable[auditd.service]' auditd.service enabled
unit 'services.enable[firewalld.service]' firewalld.service enabled
unit 'services.enable[chronyd.service]' chronyd.service enabled
unit 'services.enable[sddm.service]' sddm.service enabled
unit 'services.enable[veilor-firstboot.service]' veilor-firstboot.service enabled
unit 'services.enable[veilor-stage-update.timer]' veilor-stage-update.timer enabled
unit 'services.mask[debug-shell.service]' debug-shell.service masked
unit 'services.mask[kdump.service]' kdump.service masked
unit 'services.mask[ctrl-alt-del.target]' ctrl-alt-del.target masked
unit 'services.mask[avahi-daemon.service]' avahi-daemon.service masked
unit 'services.mask[avahi-daemon.socket]' avahi-daemon.socket masked
unit 'services.mask[geoclue.service]' geoclue.service masked
unit 'services.mask[ModemManager.service]' ModemManager.service masked
unit 'services.mask[rpcbind.service]' rpcbind.service masked
unit 'services.mask[rpcbind.socket]' rpcbind.socket masked
unit 'services.mask[nfs-server.service]' nfs-server.service masked
unit 'services.mask[bootc-fetch-apply-updates.timer]' bootc-fetch-apply-updates.timer masked
target services.default_target graphical.target

# Users and locks
locked users.lock_root root
unknown_user 'users.accounts[admin]' admin
group 'users.accounts[admin]' wheel
program 'users.accounts[admin]' /bin/bash

# What the image calls itself
os_release branding.name NAME veilor-os
os_release branding.pretty_name PRETTY_NAME 'veilor-os 0.6.0 (Fedora Linux 43)'
os_release branding.variant VARIANT veilor-os
os_release branding.variant_id VARIANT_ID veilor-os
os_release_version image.base

# Kernel and SELinux
one_kernel image.base
time_zone system.time_zone UTC
selinux image.base enforcing
theme branding.plymouth_theme veilor

exit "$failed"
