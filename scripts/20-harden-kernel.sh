#!/usr/bin/env bash
# Guards the kernel side of the image. Arguments, sysctls and the module block list are files of
# the design; this script refuses combinations that would build but not boot, or that would
# silently do nothing, and says which blocks have no effect. It changes nothing, so it is safe to
# run again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib/common.sh
. "$here/lib/common.sh"

# blocked: module names that modprobe.d refuses to load, dashes as underscores. The shell runs what stands in place of the
# module (modprobe.d(5)), so a block may be /bin/false, false, ":" or any other command that loads nothing.
blocked() {
    local file
    for file in "$root"/usr/lib/modprobe.d/*.conf "$root"/etc/modprobe.d/*.conf; do
        [ -f "$file" ] || continue
        awk '$1 == "install" && NF > 2 && !/modprobe|insmod/ { gsub(/-/, "_", $2); print $2 }' "$file"
    done | LC_ALL=C sort -u
}

# blacklisted: module names that do not load by themselves, because of a "blacklist" line of
# modprobe.d or an argument of the image. For what the machine needs to start that is no better.
blacklisted() {
    local file
    for file in "$root"/usr/lib/modprobe.d/*.conf "$root"/etc/modprobe.d/*.conf; do
        [ -f "$file" ] || continue
        awk '$1 == "blacklist" { gsub(/-/, "_", $2); print $2 }' "$file"
    done
    for file in "$root"/usr/lib/bootc/kargs.d/*.toml; do
        [ -f "$file" ] || continue
        sed 's/#.*//' "$file" | grep -oE '(module_blacklist|modprobe\.blacklist|rd\.driver\.blacklist)=[A-Za-z0-9_,-]+' |
            sed 's/^[^=]*=//' | tr ',-' '\n_' || true
    done
}

one_kernel() {
    local kernels=() image
    for image in "$root"/usr/lib/modules/*/vmlinuz; do
        [ -e "$image" ] && kernels+=("$(basename "$(dirname "$image")")")
    done
    case ${#kernels[@]} in
        0) say "kernel: none in this image; a bootc base has one, a plain container has not" ;;
        1) say "kernel: ${kernels[0]}" ;;
        *) die "more than one kernel: ${kernels[*]}. Remove the packages that pulled the second one (often kernel-modules-extra)" ;;
    esac
}

# Block lists are copied into the initramfs: one of these names there stops the boot.
never_block() {
    local list=$root/usr/lib/veilor/never-block.list module hits='' names
    [ -r "$list" ] || die "$list is missing; it comes with the overlay"
    names=$(blocked; blacklisted)
    while read -r module; do
        if grep -Fxq -- "${module//-/_}" <<<"$names"; then hits+=" $module"; fi
    done < <(sed 's/#.*//; s/[[:space:]]//g; /^$/d' "$list")
    [ -z "$hits" ] || die "a block list or an argument names modules that this image needs:$hits"
    say "modules: $(blocked | wc -l) blocked, none of them needed to boot"
}

# A module that is built in cannot be blocked; saying so is better than a false sense of safety.
name_inert_blocks() {
    local builtin inert
    for builtin in "$root"/usr/lib/modules/*/modules.builtin; do
        [ -f "$builtin" ] || continue
        inert=$(LC_ALL=C comm -12 <(blocked) <(sed 's|.*/||; s|\.ko.*||; s|-|_|g' "$builtin" | LC_ALL=C sort -u) | tr '\n' ' ')
        [ -z "$inert" ] || say "modules: built into this kernel, so blocking has no effect: $inert"
    done
}

block_list_parses() {
    local problems
    if ! command -v modprobe >/dev/null; then
        say "modules: block list not parsed because modprobe is not in this image"
        return
    fi
    problems=$(modprobe --showconfig 2>&1 >/dev/null | grep -E 'ignoring bad line' || true)
    [ -z "$problems" ] || die "modprobe does not understand a block list: $problems"
}

# systemd-sysctl runs before udev is done, and takes what the command line says too (systemd-sysctl.service(8)): the lock would
# refuse the drivers of this very boot.
no_early_lock() {
    local file
    for file in "$root"/usr/lib/sysctl.d/*.conf "$root"/etc/sysctl.d/*.conf "$root"/etc/sysctl.conf; do
        [ -f "$file" ] || continue
        if grep -Eq '^[[:space:]]*-?kernel[./]modules_disabled[[:space:]]*=[[:space:]]*1' "$file"; then
            die "$file sets kernel.modules_disabled; use veilor-modules-lock.service"
        fi
    done
    for file in "$root"/usr/lib/bootc/kargs.d/*.toml; do
        [ -f "$file" ] || continue
        if grep -Eq "[\"' ]sysctl\.kernel[./]modules_disabled=1" <<<"$(sed 's/#.*//' "$file")"; then
            die "$file sets kernel.modules_disabled by an argument; use veilor-modules-lock.service"
        fi
    done
}

# Machine arguments belong to the installer; the classic places are not read on bootc at all.
kernel_arguments() {
    local file machine='root|rootflags|ostree|resume|resume_offset|rd\.md\.uuid|luks\.(uuid|name)|rd\.luks\.(uuid|name|key|data|partuuid|serial)'
    for file in "$root"/usr/lib/bootc/kargs.d/*.toml; do
        [ -f "$file" ] || continue
        # Not through a pipe: a reader that stops at its first hit makes the writer fail, and with it the whole line.
        if grep -Eq "[\"' ](($machine)=|rd\.lvm)" <<<"$(sed 's/#.*//' "$file")"; then
            die "$file names a disk: such an argument differs from machine to machine and is the installer's"
        fi
    done
    if [ -e "$root/etc/kernel/cmdline" ]; then
        die "/etc/kernel/cmdline is not read on bootc: move its arguments to /usr/lib/bootc/kargs.d"
    fi
    say "arguments: none that belongs to one machine"
}

one_kernel
never_block
name_inert_blocks
block_list_parses
no_early_lock
kernel_arguments
say "done"
