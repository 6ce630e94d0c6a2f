#!/usr/bin/env bash
# Boots the installer ISO in QEMU with an empty disk and keeps what the machine says in output/boot-iso:
#   serial.log    the serial console: kernel, dracut, the installer in text mode
#   anaconda.log  Anaconda's own log, which it sends to a virtio port of this name by itself
#   logs/         a folder that the machine can mount: mount -t 9p logs /mnt && cp /tmp/*.log /mnt
# The boot menu of an ISO starts a kernel that is silent on the serial console. Where xorriso is installed, that
# kernel is taken out of the ISO and started with the menu's own arguments and the console besides.
# Usage: test/boot-iso.sh [ISO] [DISK-SIZE]
set -euo pipefail
cd "$(dirname "$0")/.."
iso=${1:-output/bootiso/install.iso}
size=${2:-40G}
[ -f "$iso" ] || { echo "no ISO at $iso: build it first, see docs/BUILD-bootc.md" >&2; exit 1; }
command -v qemu-system-x86_64 >/dev/null || { echo "qemu-system-x86_64 is not installed" >&2; exit 1; }

work=output/boot-iso
mkdir -p "$work/logs"
[ -f "$work/disk.qcow2" ] || qemu-img create -q -f qcow2 "$work/disk.qcow2" "$size"

firmware=
for candidate in /usr/share/edk2/ovmf/OVMF_CODE.fd /usr/share/OVMF/OVMF_CODE_4M.fd /usr/share/OVMF/OVMF_CODE.fd; do
  if [ -f "$candidate" ]; then
    firmware=$candidate
    break
  fi
done
[ -n "$firmware" ] || { echo "no UEFI firmware: install edk2-ovmf (Fedora) or ovmf (Debian)" >&2; exit 1; }

# The last console is the one that the installer uses.
display=()
consoles='console=ttyS0 console=tty0'
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  display=(-display none)
  consoles='console=tty0 console=ttyS0'
fi

taken() { xorriso -osirrox on -indev "$iso" -extract "$1" "$2" >/dev/null 2>&1; }
kernel=()
if ! command -v xorriso >/dev/null; then
  echo "xorriso is not installed: started by the ISO's own menu, the kernel says nothing on the serial console" >&2
else
  rm -f "$work/grub.cfg" "$work/vmlinuz" "$work/initrd"
  image='' initrd='' arguments=''
  if taken /EFI/BOOT/grub.cfg "$work/grub.cfg" || taken /boot/grub2/grub.cfg "$work/grub.cfg"; then
    read -r _ image arguments < <(grep -E '^[[:space:]]*linux(efi)?[[:space:]]' "$work/grub.cfg") || true
    read -r _ initrd _ < <(grep -E '^[[:space:]]*initrd(efi)?[[:space:]]' "$work/grub.cfg") || true
  fi
  if [ -n "$image" ] && [ -n "$initrd" ] && taken "$image" "$work/vmlinuz" && taken "$initrd" "$work/initrd"; then
    # Without a restart: with its kernel given from outside, the machine would begin the installation again.
    kernel=(-kernel "$work/vmlinuz" -initrd "$work/initrd" -append "$arguments $consoles" -no-reboot)
  else
    echo "no kernel found in the ISO's menu: started by that menu, it says nothing on the serial console" >&2
  fi
fi

# A device without the processor's help is one in a container or a virtual machine, where KVM stops at an instruction.
accel=tcg
if [ -w /dev/kvm ] && grep -Ewq 'vmx|svm' /proc/cpuinfo; then accel=kvm; fi
echo "starting with $accel; what the machine says goes to $work/serial.log and $work/anaconda.log"
exec qemu-system-x86_64 -machine "q35,accel=$accel" -cpu max -m 4096 -smp 2 \
  -drive "if=pflash,format=raw,readonly=on,file=$firmware" \
  -drive "if=virtio,format=qcow2,file=$work/disk.qcow2" \
  -drive "media=cdrom,format=raw,readonly=on,file=${iso//,/,,}" -boot order=d \
  -nic user,model=virtio-net-pci \
  -serial "file:$work/serial.log" \
  -device virtio-serial \
  -chardev "file,id=anaconda,path=$work/anaconda.log" \
  -device virtserialport,chardev=anaconda,name=org.fedoraproject.anaconda.log.0 \
  -virtfs "local,path=$work/logs,mount_tag=logs,security_model=none" \
  "${kernel[@]}" "${display[@]}"
