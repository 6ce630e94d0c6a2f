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

    /// <summary>Arguments whose value is a list of modules that do not load, in the initramfs or at all (kernel-parameters.txt, modprobe(8), dracut.cmdline(7)).</summary>
    private static readonly ImmutableArray<string> Blocking = ["module_blacklist", "modprobe.blacklist", "rd.driver.blacklist"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (BlockedBy(entry.Argument.ToString()) is { } blocked)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' blocks '{blocked}', and the machine does not start, or loses its disk, without it.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }

        foreach (var module in input.Design.Kernel.BlockedModules)
        {
            if (Needed.Contains(module.NormalizedName, StringComparer.Ordinal))
            {
                yield return Report(KernelFields.BlockedModules.PathOf(module), $"The machine does not start, or loses its disk, without '{module}'.", $"Do not block {module}", design => KernelFields.BlockedModules.Remove(design, module));
            }
        }
        foreach (var (path, module) in ModprobeFiles.Blocked(input.Content).Where(each => Needed.Contains(each.Module, StringComparer.Ordinal)).Distinct())
        {
            yield return ReportFile(path, $"overlay/{path} blocks '{module}', and the machine does not start, or loses its disk, without it.");
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (BlockedBy(argument.ToString()) is { } blocked)
            {
                yield return ReportFile(path, $"overlay/{path}: '{argument}' blocks '{blocked}', and the machine does not start, or loses its disk, without it.");
            }
        }
    }

    private static string? BlockedBy(string argument)
    {
        var end = argument.IndexOf('=', StringComparison.Ordinal);
        return end < 0 || !Blocking.Contains(argument[..end], StringComparer.Ordinal)
            ? null
            : argument[(end + 1)..].Split(',').FirstOrDefault(module => Needed.Contains(module.Trim('"').Replace('-', '_'), StringComparer.Ordinal));
    }
}
