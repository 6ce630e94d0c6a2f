using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the bundle's test that boots the ISO.</summary>
public sealed class BootTestScript : IDocumentGenerator
{
    private const string BootIsoText =
        """
        #!/usr/bin/env bash
        # Boots the installer ISO in QEMU with an empty disk and records the serial console.
        # Usage: test/boot-iso.sh [ISO] [DISK-SIZE]
        set -euo pipefail
        cd "$(dirname "$0")/.."
        iso=${1:-output/bootiso/install.iso}
        size=${2:-40G}
        [ -f "$iso" ] || { echo "no ISO at $iso: build it first, see docs/BUILD-bootc.md" >&2; exit 1; }
        command -v qemu-system-x86_64 >/dev/null || { echo "qemu-system-x86_64 is not installed" >&2; exit 1; }

        work=output/boot-iso
        mkdir -p "$work"
        [ -f "$work/disk.qcow2" ] || qemu-img create -q -f qcow2 "$work/disk.qcow2" "$size"

        firmware=
        for candidate in /usr/share/edk2/ovmf/OVMF_CODE.fd /usr/share/OVMF/OVMF_CODE_4M.fd /usr/share/OVMF/OVMF_CODE.fd; do
          if [ -f "$candidate" ]; then
            firmware=$candidate
            break
          fi
        done
        [ -n "$firmware" ] || { echo "no UEFI firmware: install edk2-ovmf (Fedora) or ovmf (Debian)" >&2; exit 1; }

        accel=tcg
        [ -w /dev/kvm ] && accel=kvm
        echo "starting with $accel; the serial console goes to $work/serial.log"
        exec qemu-system-x86_64 -machine "q35,accel=$accel" -cpu max -m 4096 -smp 2 \
          -drive "if=pflash,format=raw,readonly=on,file=$firmware" \
          -drive "if=virtio,format=qcow2,file=$work/disk.qcow2" \
          -cdrom "$iso" -boot order=d \
          -nic user,model=virtio-net-pci \
          -serial "file:$work/serial.log"
        """;

    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        if (input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return new DocumentWriter(BundlePaths.BootIso, DocumentLanguage.Shell, isExecutable: true)
                .From(DeliveryFields.ImageTypes.Path, "Uses KVM where it may; software emulation is slow but enough to see the installer start.")
                .Lines(BootIsoText)
                .ToDocument();
        }
    }
}
