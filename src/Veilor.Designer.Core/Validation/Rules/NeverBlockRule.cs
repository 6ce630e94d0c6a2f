using System.Collections.Immutable;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>composefs roots need overlay and erofs; blocked modules are blocked in the initramfs as well.</summary>
public sealed class NeverBlockRule() : DesignRule("VD4006", DiagnosticSeverity.Error, "The module is needed to start")
{
    private const string GuardList = "usr/lib/veilor/never-block.list";

    /// <summary>Module names as the kernel writes them, with underscores; <c>never-block.list</c> in the image has them too.</summary>
    public static ImmutableArray<string> Needed { get; } =
    [
        "overlay", "erofs", "squashfs", "isofs", "loop", "vfat", "fat", "nls_cp437", "nls_ascii", "nls_iso8859_1", "nls_utf8", "ext4", "xfs", "btrfs", "dm_mod", "dm_crypt", "dm_verity", "dm_bufio",
        "virtio_blk", "virtio_pci", "virtio_scsi", "nvme", "nvme_core", "vmd", "ahci", "sd_mod", "mmc_block", "xhci_pci", "usbhid", "hid", "atkbd", "i8042",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        string[]? guarded = null;
        foreach (var block in ModuleBlock.Of(input))
        {
            if (Needed.Contains(block.Module, StringComparer.Ordinal) && MayHold(input.Design, block.Module))
            {
                yield return Blocked(block, $"{block.Place}, and the machine does not start, or loses its disk, without it.");
            }
            else if ((guarded ??= Guarded(input)).Contains(block.Module, StringComparer.Ordinal))
            {
                yield return Blocked(block, $"{block.Place}, and overlay/{GuardList} has it among the modules that the image needs: its script stops the build.");
            }
        }
    }

    /// <summary>False for the driver of a file system that the drawn layout does not have.</summary>
    private static bool MayHold(ImageDesign design, string module)
    {
        FileSystemKind? kind = module switch
        {
            "ext4" => FileSystemKind.Ext4,
            "xfs" => FileSystemKind.Xfs,
            "btrfs" => FileSystemKind.Btrfs,
            _ => null,
        };
        var storage = design.Storage;
        return kind is null
            || storage.Partitions.IsEmpty
            || design.HasOwnKickstart()
            || storage.Partitions.Any(partition => partition.FileSystem == kind)
            || storage.LogicalVolumes.Any(volume => volume.FileSystem == kind)
            || (kind == FileSystemKind.Ext4 && !StorageFacts.MountPoints(storage).Any(mount => mount.MountPoint.ToString() is "/boot"));
    }

    /// <summary>What the image's own guard refuses: the modules of its list, when a script of the build reads it.</summary>
    private static string[] Guarded(RuleInput input) =>
        input.Content.Find(DesignContent.OverlayFolder + GuardList) is { } list
        && BuildCommands.Scripts(input, ContentFields.RunScripts).Any(script => script.File.ReadableText().Contains("never-block.list", StringComparison.Ordinal))
            ? [.. list.ReadableText().Split('\n').Select(line => line.Split('#')[0].Trim().Replace('-', '_')).Where(name => name.Length > 0)]
            : [];

    private Diagnostic Blocked(ModuleBlock block, string message) =>
        block is { File: { } file } ? ReportFile(file, message) : Report(block.Path, message, block.Fix!.Title, block.Fix.Apply);
}
