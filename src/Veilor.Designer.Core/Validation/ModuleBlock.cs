using System.Collections.Frozen;
using System.Collections.Immutable;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>A module that a design keeps from being loaded.</summary>
/// <param name="Module">Its name, with underscores.</param>
/// <param name="Place">What blocks it, with the module, as the beginning of a sentence: <c>'tun' is blocked</c>.</param>
/// <param name="Path">The field that does.</param>
/// <param name="File">The file of the overlay that does, by its path in the image; null for a field.</param>
/// <param name="Fix">What undoes it; null for a file, which is left out.</param>
internal sealed record ModuleBlock(string Module, string Place, FieldPath Path, string? File, DiagnosticFix? Fix)
{
    /// <summary>Arguments whose value is a list of modules that do not load, in the initramfs or at all (kernel-parameters.txt, modprobe(8), dracut.cmdline(7)).</summary>
    private static readonly ImmutableArray<string> Blocking = ["module_blacklist", "modprobe.blacklist", "rd.driver.blacklist"];

    /// <summary>Functions that start drivers, by which <c>initcall_blacklist</c> leaves them out, in the kernel or as modules (init/main.c, do_one_initcall).</summary>
    private static readonly FrozenDictionary<string, string> Starters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ovl_init"] = "overlay",
        ["erofs_module_init"] = "erofs",
        ["init_squashfs_fs"] = "squashfs",
        ["init_iso9660_fs"] = "isofs",
        ["loop_init"] = "loop",
        ["init_vfat_fs"] = "vfat",
        ["init_fat_fs"] = "fat",
        ["init_nls_cp437"] = "nls_cp437",
        ["init_nls_ascii"] = "nls_ascii",
        ["init_nls_utf8"] = "nls_utf8",
        ["ext4_init_fs"] = "ext4",
        ["init_xfs_fs"] = "xfs",
        ["init_btrfs_fs"] = "btrfs",
        ["dm_init"] = "dm_mod",
        ["virtio_blk_init"] = "virtio_blk",
        ["nvme_init"] = "nvme",
        ["nvme_core_init"] = "nvme_core",
        ["init_sd"] = "sd_mod",
        ["ahci_pci_driver_init"] = "ahci",
        ["i8042_init"] = "i8042",
        ["atkbd_init"] = "atkbd",
        ["hid_init"] = "hid",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every block: of the list, of arguments, of modprobe.d files and of kargs.d files.</summary>
    public static IEnumerable<ModuleBlock> Of(RuleInput input)
    {
        foreach (var module in input.Design.Kernel.BlockedModules)
        {
            yield return new ModuleBlock(module.NormalizedName, $"'{module}' is blocked", KernelFields.BlockedModules.PathOf(module), File: null, new DiagnosticFix($"Do not block {module}", design => KernelFields.BlockedModules.Remove(design, module)));
        }

        foreach (var entry in input.Design.Kernel.Arguments)
        {
            foreach (var module in BlockedBy(entry.Argument))
            {
                yield return new ModuleBlock(module, $"'{entry.Argument}' blocks '{module}'", KernelFields.Arguments.PathOf(entry), File: null, new DiagnosticFix($"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString())));
            }
        }

        foreach (var (path, module) in ModprobeFiles.Blocked(input.Content).Distinct())
        {
            yield return new ModuleBlock(module, $"overlay/{path} blocks '{module}'", ContentFields.PathOfFile(DesignContent.OverlayFolder + path), path, Fix: null);
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            foreach (var module in BlockedBy(argument))
            {
                yield return new ModuleBlock(module, $"overlay/{path}: '{argument}' blocks '{module}'", ContentFields.PathOfFile(DesignContent.OverlayFolder + path), path, Fix: null);
            }
        }
    }

    private static IEnumerable<string> BlockedBy(KernelArgument argument) =>
        argument is { Key: "initcall_blacklist", Value: { } functions } ? functions.Split(',').Where(Starters.ContainsKey).Select(function => Starters[function]).Distinct(StringComparer.Ordinal)
        : argument.Value is { } value && Blocking.Contains(argument.Key, StringComparer.Ordinal)
            ? value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(module => module.Replace('-', '_')).Distinct(StringComparer.Ordinal)
            : [];
}
