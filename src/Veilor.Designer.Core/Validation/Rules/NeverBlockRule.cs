using System.Collections.Frozen;
using System.Collections.Immutable;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>composefs roots need overlay and erofs; modules that the design blocks are blocked in the initramfs as well, which is built anew for that.</summary>
public sealed class NeverBlockRule() : DesignRule("VD4006", DiagnosticSeverity.Error, "The module is needed to start")
{
    private const string GuardList = "usr/lib/veilor/never-block.list";

    /// <summary>Module names as the kernel writes them, with underscores; <c>never-block.list</c> in the image has them too.</summary>
    public static ImmutableArray<string> Needed { get; } =
    [
        "overlay", "erofs", "squashfs", "isofs", "loop", "vfat", "fat", "nls_cp437", "nls_ascii", "nls_iso8859_1", "nls_utf8", "ext4", "xfs", "btrfs", "dm_mod", "dm_crypt", "dm_verity", "dm_bufio",
        "virtio_blk", "virtio_pci", "virtio_scsi", "nvme", "nvme_core", "vmd", "ahci", "sd_mod", "mmc_block", "xhci_pci", "usbhid", "hid", "atkbd", "i8042",
    ];

    private static readonly FrozenSet<string> KnownNeeds = Needed.ToFrozenSet(StringComparer.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        string[]? guarded = null;
        foreach (var block in ModuleBlock.Of(input))
        {
            if (KnownNeeds.Contains(block.Module) && IsNeeded(input, block))
            {
                yield return Blocked(block, $"{block.Place}, and {(block.Module is "squashfs" ? "what the builder makes of it starts from a squashfs" : "the machine does not start, or loses its disk, without it")}.");
            }
            else if ((guarded ??= Guarded(input)).Contains(block.Module, StringComparer.Ordinal))
            {
                yield return Blocked(block, $"{block.Place}, and overlay/{GuardList} has it among the modules that the image needs: its script stops the build.");
            }
        }
    }

    private static bool IsNeeded(RuleInput input, ModuleBlock block) => block.Module switch
    {
        "squashfs" => StartsFromSquashfs(input.Design),
        "erofs" => HasComposefs(input) && IsBlockedAtStart(input, block),
        var module => MayHold(input.Design, module),
    };

    /// <summary>True when the image itself is packed into a squashfs to start from (osbuild/images, bootc_imagetype.go); installers are images of their own.</summary>
    private static bool StartsFromSquashfs(ImageDesign design) =>
        design.Outputs.ImageTypes.FindIndex(type => type == ImageType.PxeTarXz || (type == ImageType.BootcGenericIso && design.InstallerOf(type) is null)) >= 0;

    /// <summary>False when a file of the overlay switches composefs off, whose image of names is an erofs.</summary>
    private static bool HasComposefs(RuleInput input) =>
        ComposefsRule.Files.Select(path => input.Content.Find(DesignContent.OverlayFolder + path)).FirstOrDefault(file => file is not null) is not { } file
        || UnitFile.Parse(file.ReadableText()).Last("composefs", "enabled") is not ("no" or "false" or "0" or null);

    /// <summary>
    /// True when the block holds in the initramfs, where the root is mounted. A file gets there when the initramfs is built anew, one of
    /// /etc only by a build for one host (dracut-ng, modules.d/80base); on the running system the module is loaded already.
    /// </summary>
    private static bool IsBlockedAtStart(RuleInput input, ModuleBlock block) =>
        block.File is not { } file || !file.Contains("modprobe.d/", StringComparison.Ordinal)
        || (!file.StartsWith("etc/", StringComparison.Ordinal) && (input.Design.NeedsInitramfs() || BuildCommands.Of(input).Any(command => command.Is("dracut"))))
        || BuildCommands.Of(input).Any(command => command.Is("dracut") && !command.HasOption("--no-hostonly", "-N"));

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
