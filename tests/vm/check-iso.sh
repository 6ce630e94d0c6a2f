#!/usr/bin/env bash
# Runs a bundle's test/boot-iso.sh on a small ISO that is laid out as osbuild lays out an installer's: the menu's kernel has
# no serial console, and the first program does with logs what Anaconda does. QEMU, the firmware and the kernel are real.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/content/common.sh
. "$here/../content/common.sh"
PATH=$PATH:/usr/sbin:/sbin
need xorriso qemu-system-x86_64 qemu-img busybox shellcheck
program=$repository/src/Veilor.Designer/bin/Release/net10.0/veilor-designer
[ -x "$program" ] || { not_ok "boot-iso" "build the solution first (Release)"; finish; }
base=$("$here/tree") || { not_ok "boot-iso" "its kernel could not be made"; finish; }

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
"$program" export "$repository/templates/minimal" --output "$work/bundle" >"$work/log" 2>&1 || { not_ok "boot-iso" "$(tail -n 3 "$work/log")"; finish; }
claim "the script passes shellcheck" shellcheck "$work/bundle/test/boot-iso.sh"

# The stand-in for Anaconda: its log goes to the virtio port of its name, its files to the folder that the host shares.
mkdir -p "$work/root"/{bin,modules,proc,sys,dev,mnt} "$work/iso/images/pxeboot" "$work/iso/EFI/BOOT"
cp "$(command -v busybox)" "$work/root/bin/busybox"
for module in virtio_console netfs 9pnet 9pnet_virtio 9p; do
    found=$(find "$base/tree/usr/lib/modules" -name "$module.ko.xz")
    [ -z "$found" ] || busybox xz -d -c "$found" >"$work/root/modules/$module.ko"
done
cat >"$work/root/init" <<'INIT'
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t devtmpfs devtmpfs /dev; mount -t proc proc /proc; mount -t sysfs sysfs /sys
for module in virtio_console netfs 9pnet 9pnet_virtio 9p; do [ ! -e /modules/$module.ko ] || insmod /modules/$module.ko; done
echo "the installer was given: $(cat /proc/cmdline)"
sleep 1
for port in /sys/class/virtio-ports/*; do
    [ "$(cat $port/name)" != org.fedoraproject.anaconda.log.0 ] || echo 'INFO anaconda: the log' >/dev/${port##*/}
done
mount -t 9p logs /mnt && echo 'INFO program: a file' >/mnt/program.log && umount /mnt
sleep 1
reboot -f
INIT
chmod 0755 "$work/root/init"
(cd "$work/root" && find . | busybox cpio -o -H newc 2>/dev/null | gzip -1) >"$work/iso/images/pxeboot/initrd.img"
cp "$base/vmlinuz" "$work/iso/images/pxeboot/vmlinuz"
cat >"$work/iso/EFI/BOOT/grub.cfg" <<'MENU'
set timeout=60
menuentry 'Install' --class fedora {
	linux /images/pxeboot/vmlinuz inst.stage2=hd:LABEL=Sample inst.ks=hd:LABEL=Sample:/osbuild.ks quiet
	initrd /images/pxeboot/initrd.img
}
menuentry 'Rescue' {
	linux /images/pxeboot/vmlinuz inst.rescue quiet
	initrd /images/pxeboot/initrd.img
}
MENU
xorriso -as mkisofs -quiet -V Sample -o "$work/in,stall.iso" "$work/iso" 2>"$work/log" || { not_ok "boot-iso" "$(tail -n 3 "$work/log")"; finish; }

# A machine that a restart does not end would never end.
status=0
env -u DISPLAY -u WAYLAND_DISPLAY timeout --kill-after=10 "${VEILOR_VM_TIMEOUT:-900}" \
    "$work/bundle/test/boot-iso.sh" "$work/in,stall.iso" 1G >"$work/log" 2>&1 </dev/null || status=$?
kept=$work/bundle/output/boot-iso
equals "the machine ends with the installer's restart" "$status" 0
claim "the serial console is kept, with the menu's arguments and the console" grep -aq \
    'the installer was given: inst.stage2=hd:LABEL=Sample inst.ks=hd:LABEL=Sample:/osbuild.ks quiet console=tty0 console=ttyS0' "$kept/serial.log"
claim "Anaconda's log is kept" grep -aFq 'INFO anaconda: the log' "$kept/anaconda.log"
claim "what the machine copies to the shared folder is kept" grep -Fxq 'INFO program: a file' "$kept/logs/program.log"
claim "there is a disk to install to" test -s "$kept/disk.qcow2"
if [ "$failures" -gt 0 ]; then tail -n 20 "$work/log" "$kept/serial.log" >&2 || true; fi
finish
