using System.Collections.Immutable;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>composefs roots need overlay and erofs; blocked modules are blocked in the initramfs as well.</summary>
public sealed class NeverBlockRule() : DesignRule("VD4006", DiagnosticSeverity.Error, "The module is needed to start")
{
    /// <summary>Module names as the kernel writes them, with underscores; <c>never-block.list</c> in the image has them too.</summary>
    public static ImmutableArray<string> Needed { get; } =
    [
        "overlay", "erofs", "squashfs", "isofs", "loop", "vfat", "fat", "nls_cp437", "nls_ascii", "nls_iso8859_1", "ext4", "xfs", "btrfs", "dm_mod", "dm_crypt", "dm_verity",
        "virtio_blk", "virtio_pci", "virtio_scsi", "nvme", "nvme_core", "vmd", "ahci", "sd_mod", "mmc_block", "xhci_pci", "usbhid", "hid", "atkbd", "i8042",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var module in input.Design.Kernel.BlockedModules)
        {
            if (Needed.Contains(module.NormalizedName, StringComparer.Ordinal))
            {
                yield return Report(KernelFields.BlockedModules.PathOf(module), $"The machine does not start, or loses its disk, without '{module}'.", $"Do not block {module}", design => KernelFields.BlockedModules.Remove(design, module));
            }
        }
    }
}
