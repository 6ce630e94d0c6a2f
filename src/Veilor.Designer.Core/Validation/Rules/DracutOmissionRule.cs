using System.Text.RegularExpressions;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dracut leaves out of the initramfs what omit_dracutmodules and omit_drivers name (dracut.conf(5)); without the module ostree or bootc nothing finds the root of the image.</summary>
public sealed partial class DracutOmissionRule() : DesignRule("VD7043", DiagnosticSeverity.Error, "The initramfs would lack what the start needs")
{
    private static readonly string[] Modules = ["ostree", "bootc", "systemd", "systemd-initrd", "base", "rootfs-block", "kernel-modules", "udev-rules"];

    /// <summary>Drivers of disks in real machines and of the keys that a passphrase is typed with, and those of virtual machines.</summary>
    private static readonly string[] Disks = ["nvme", "nvme_core", "ahci", "sd_mod"], Keys = ["xhci_pci", "usbhid", "hid", "hid_generic", "atkbd", "i8042"], Guests = ["virtio_blk", "virtio_scsi", "virtio_pci"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in OverlayFiles.Below(input.Content, "etc/dracut.conf.d/", "usr/lib/dracut/dracut.conf.d/", "etc/dracut.conf").Where(each => each.Path.EndsWith(".conf", StringComparison.Ordinal)))
        {
            foreach (Match match in Omission().Matches(file.ReadableText()))
            {
                var isModules = match.Groups["key"].Value is "omit_dracutmodules";
                var needed = isModules ? NeededModules(input.Design) : NeededDrivers(input.Design);
                if (match.Groups["names"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(name => needed.Contains(isModules ? name : name.Replace('-', '_'), StringComparer.Ordinal)) is { } name)
                {
                    yield return ReportFile(path, $"overlay/{path} leaves '{name}' out of the initramfs, and {(isModules ? "the machine does not find its root without it" : "the machine loses its disk, its file system or its keyboard there without it")}.");
                    break;
                }
            }
        }
    }

    private static IEnumerable<string> NeededModules(ImageDesign design) =>
        [.. Modules, .. design.Storage.HasEncryption ? ["crypt", "systemd-cryptsetup"] : Array.Empty<string>(), .. HasLvm(design) ? ["lvm"] : Array.Empty<string>(), .. Has(design, FileSystemKind.Btrfs) ? ["btrfs"] : Array.Empty<string>()];

    private static IEnumerable<string> NeededDrivers(ImageDesign design)
    {
        var isGuest = design.IsFor(MachineUse.VirtualMachine);
        return
        [
            "overlay", "erofs",
            .. isGuest ? Guests : Array.Empty<string>(),
            .. isGuest && design.Image.Uses.Count == 1 ? [] : Disks,
            .. design.Storage.HasEncryption ? [.. Keys, "dm_mod", "dm_crypt"] : Array.Empty<string>(),
            .. HasLvm(design) ? ["dm_mod"] : Array.Empty<string>(),
            .. design.Storage.Partitions.Where(each => string.Equals(each.MountPoint?.ToString(), "/", StringComparison.Ordinal)).Select(each => each.FileSystem.ToString().ToLowerInvariant()),
            .. Has(design, FileSystemKind.Btrfs) ? ["btrfs"] : Array.Empty<string>(),
        ];
    }

    private static bool HasLvm(ImageDesign design) => Has(design, FileSystemKind.Lvm);

    private static bool Has(ImageDesign design, FileSystemKind kind) => design.Storage.Partitions.Any(each => each.FileSystem == kind);

    [GeneratedRegex("""^[ \t]*(?<key>omit_dracutmodules|omit_drivers)[ \t]*\+?=[ \t]*["']?(?<names>[^"'#\n]*)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Omission();
}
