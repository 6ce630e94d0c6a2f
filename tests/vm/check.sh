#!/usr/bin/env bash
# Boots the image's content in a virtual machine, twice from the same disk, and reads what it says on its serial
# console. Debian's kernel and systemd stand in for Fedora's; QEMU emulates the processor, so nothing of the host is
# needed or touched, and the machine has no network. Runs after the build: the files are those of an exported bundle.
#
# VEILOR_VM_TIMEOUT  seconds that one boot may take, from power-on to power-off (default 900)
# VEILOR_VM_KEEP     a folder to keep the two serial logs in; without it they are shown when something fails
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/../content/common.sh"

if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then
        exec sudo -n env "HOME=$HOME" "XDG_CACHE_HOME=${XDG_CACHE_HOME:-$HOME/.cache}" \
            "VEILOR_DEBIAN_MIRROR=${VEILOR_DEBIAN_MIRROR:-}" "VEILOR_VM_TIMEOUT=${VEILOR_VM_TIMEOUT:-}" \
            "VEILOR_VM_KEEP=${VEILOR_VM_KEEP:-}" "PATH=$PATH" "DOTNET_ROOT=${DOTNET_ROOT:-}" "$0"
    fi
    not_ok "virtual machine" "needs root (or sudo without a password), for a mount namespace and chroot"
    finish
fi
PATH=$PATH:/usr/sbin:/sbin
need unshare mmdebstrap qemu-system-x86_64 mke2fs python3
program=$repository/src/Veilor.Designer/bin/Release/net10.0/veilor-designer
[ -x "$program" ] || { not_ok "virtual machine" "build the solution first (Release)"; finish; }

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
limit=${VEILOR_VM_TIMEOUT:-900}
failures_shown=0

# The last lines of a log, on standard error, once a failure.
show() {
    [ "$failures_shown" -lt 3 ] || return 0
    failures_shown=$((failures_shown + 1))
    printf -- '--- last lines of %s\n' "$1" >&2
    tail -n 80 "$work/$1" | tr -d '\r' >&2
}

make_disk() {
    "$program" export "$repository/templates/veilor-os" --output "$work/bundle" >"$work/make.log" 2>&1 || return 1
    # The program brings the content that it was built with; here the repository's own counts.
    for folder in overlay assets scripts; do
        rm -r "$work/bundle/$folder"
        cp -r "$repository/$folder" "$work/bundle/" || return 1
    done
    cp -a "$1/tree" "$work/root" || return 1
    # shellcheck disable=SC2016 # expanded by the inner shell
    unshare --mount --pid --fork --kill-child bash -c '
        set -euo pipefail
        work=$1 here=$2
        mount -t proc proc "$work/root/proc"
        mount -t tmpfs tmpfs "$work/root/run"
        for place in bundle vm; do mkdir "$work/root/$place"; done
        mount --bind "$work/bundle" "$work/root/bundle"
        mount --bind "$here" "$work/root/vm"
        chroot "$work/root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root bash /vm/make-root
        umount "$work/root"/{bundle,vm,proc,run}
        rmdir "$work/root"/{bundle,vm}
        # -m: without it setfiles passes over every mount of a kernel that runs no SELinux.
        chroot "$work/root" setfiles -m -F /etc/selinux/default/contexts/files/file_contexts /
        mke2fs -q -t ext4 -L root -d "$work/root" "$work/disk" 2G
    ' make-disk "$work" "$here" >>"$work/make.log" 2>&1 </dev/null
}

# The kernel arguments of the image, as bootc reads them on this architecture.
image_arguments() {
    python3 - "$work/bundle/rootfs/usr/lib/bootc/kargs.d" <<'PY'
import pathlib, sys, tomllib

for file in sorted(pathlib.Path(sys.argv[1]).glob("*.toml")):
    content = tomllib.loads(file.read_text())
    if "x86_64" in content.get("match-architectures", ["x86_64"]):
        print("\n".join(content["kargs"]))
PY
}

# boot NAME ARGUMENT...: starts the machine with those words on its kernel command line and waits until it is off.
# Debian enables another security module than Fedora, hence the argument "security".
boot() {
    local name=$1 status=0
    shift
    timeout --kill-after=10 "$limit" qemu-system-x86_64 -accel tcg,thread=multi -machine q35 -cpu max -smp 2 -m 1536 \
        -nodefaults -no-user-config -no-reboot -nic none -display none -serial "file:$work/$name.log" \
        -kernel "$base/vmlinuz" -initrd "$base/initramfs" \
        -drive "file=$work/disk,format=raw,if=virtio,cache=unsafe" -device virtio-rng-pci \
        -device qemu-xhci -device usb-kbd -device usb-tablet \
        -append "console=ttyS0 root=/dev/vda rw security=selinux systemd.show_status=true panic=-1 TERM=dumb $*" \
        </dev/null >"$work/$name.qemu" 2>&1 || status=$?
    [ -z "${VEILOR_VM_KEEP:-}" ] || { mkdir -p "$VEILOR_VM_KEEP" && cp "$work/$name.log" "$VEILOR_VM_KEEP/"; }
    tr -d '\r' <"$work/$name.log" | sed -n 's/^.*VM| //p' >"$work/$name.report"
    if [ "$status" -ne 0 ]; then
        not_ok "$name boot ends by itself" "exit status $status after at most $limit s: $(tail -n 2 "$work/$name.qemu" | tr '\n' ' ')"
        show "$name.log"
        return 1
    fi
    if ! grep -Fxq end "$work/$name.report"; then
        not_ok "$name boot tells everything" "no end mark on the serial console"
        show "$name.log"
        return 1
    fi
    ok "$name boot ends by itself and told everything"
}

said() { sed -n "s/^$2 //p" "$work/$1.report"; }

# verdict BOOT RUN EXPRESSION: what the doctor's JSON of that run says; r is the whole object.
verdict() {
    said "$1" "doctor $2" | tr -d '\n' >"$work/verdict.json"
    python3 -c 'import json, sys
r = json.load(open(sys.argv[1]))
broken = sorted(c["subject"] for c in r["checks"] if c["status"] == "broken")
print(eval(sys.argv[2]))' "$work/verdict.json" "$3"
}

base=$("$here/tree") || { not_ok "virtual machine" "its system could not be made"; finish; }
if ! make_disk "$base"; then
    not_ok "the image's content goes into the system" "$(tail -n 3 "$work/make.log" | tr '\n' ' ')"
    show make.log
    finish
fi
ok "the image's content goes into the system"
mapfile -t arguments < <(image_arguments)

before=$failures
if boot first "${arguments[@]}"; then
    equals "first boot: the target is reached" "$(said first target)" "active multi-user.target"
    equals "first boot: no unit failed" "$(said first failed)" ""
    equals "first boot: SELinux is enforcing" "$(said first selinux | cut -d' ' -f1)" Enforcing
    equals "first boot: veilor-firstboot.service ran" "$(said first firstboot-condition) $(said first firstboot-active) $(said first firstboot-result)" "yes active success"
    claim "first boot: it left its stamp" test -n "$(said first stamp)"
    claim "first boot: USBGuard's rules name the keyboard" grep -q '^usb-rule allow id 0627:0001 .*Keyboard' "$work/first.report"
    equals "first boot: no rule names a hash, a port or a kind of port" "$(said first usb-rule | grep -E '(^| )(hash|parent-hash|via-port|with-connect-type) ' || true)" ""
    equals "first boot: USBGuard allows the keyboard" "$(said first usb-device | grep -c '^[0-9]*: allow id 0627:0001 .*Keyboard' || true)" 1
    equals "first boot: the rules have the label that USBGuard may write to" "$(said first usb-rules-label | cut -d: -f3)" usbguard_rules_t
    equals "first boot: the state folder has our label" "$(said first stamp-label | cut -d: -f3)" veilor_var_lib_t
    equals "first boot: the audit rules are loaded" "$(said first audit-rules)" "$(cat "$repository"/scripts/files/audit*.rules | grep -c '^-a')"
    claim "first boot: a write to a watched file is recorded" test "$(said first audit-record)" -gt 0
    equals "first boot: the module lock is off" "$(said first modules-lock)" "disabled inactive"
    equals "first boot: the doctor exits with 0" "$(said first "doctor-status first")" 0
    equals "first boot: the doctor finds every promise kept" "$(verdict first first '(r["verdict"], broken)')" "('kept', [])"
    equals "first boot: the doctor finds the units of the image masked" \
        "$(verdict first first '[c["subject"] for c in r["checks"] if c["kind"] == "masks" and c["status"] == "kept" and c["subject"] in ("debug-shell.service", "rpcbind.socket", "serial-getty@.service")]')" \
        "['debug-shell.service', 'rpcbind.socket', 'serial-getty@.service']"
    [ "$failures" -eq "$before" ] || show first.log
fi

# The second boot lacks the image's first argument, and someone has changed a sysctl by hand.
before=$failures
if [ "$failures" -eq 0 ] && boot second "${arguments[@]:1}" veilor.vm=second; then
    equals "second boot: veilor-firstboot.service did not run" "$(said second firstboot-condition) $(said second firstboot-active) $(said second firstboot-started)" "no inactive 0"
    equals "second boot: the stamp is the first boot's" "$(said second stamp)" "$(said first stamp)"
    equals "second boot: the doctor exits with 1" "$(said second "doctor-status first")" 1
    equals "second boot: it names the missing argument and nothing else" "$(verdict second first broken)" "['${arguments[0]}']"
    equals "second boot: then the changed sysctl too" "$(verdict second second broken)" "['kernel.dmesg_restrict', '${arguments[0]}']"
    equals "second boot: USBGuard still allows the keyboard" "$(said second usb-device | grep -c '^[0-9]*: allow id 0627:0001 .*Keyboard' || true)" 1
    equals "second boot: the lock's file has Fedora's label" "$(said second lock-label | cut -d: -f3)" proc_security_t
    equals "second boot: the module lock, started by hand, locks the kernel" "$(said second lock-before), $(said second lock-result)" "0, active 1"
    equals "second boot: the policy refuses the lock nothing that it needs" "$(said second lock-denied)" ""
    equals "second boot: then no module is loaded" "$(said second lock-modprobe)" 1
    equals "second boot: the doctor names the lock that runs though the image has it off" \
        "$(verdict second third "broken == sorted(['kernel.dmesg_restrict', '${arguments[0]}', 'veilor-modules-lock.service']) or broken")" True
    [ "$failures" -eq "$before" ] || show second.log
fi
finish
