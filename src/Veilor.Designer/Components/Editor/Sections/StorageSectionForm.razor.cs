using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Palette;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>The disk: what may be erased, layouts to start from, a picture to scale, and rows for partitions and subvolumes.</summary>
public sealed partial class StorageSectionForm : ComponentBase
{
    /// <summary>lsblk calls a partition with LUKS crypto_LUKS; it is found so, because its name differs from machine to machine.</summary>
    private const string EnrolCommand =
        "for part in $(lsblk -rnpo NAME,FSTYPE | awk '$2 == \"crypto_LUKS\" {print $1}'); do sudo systemd-cryptenroll --tpm2-device=auto --tpm2-pcrs=7 \"$part\"; done";

    private static readonly string[] Disks = ["sda", "nvme0n1", "vda", "mmcblk0"];

    private static readonly string[] ZramSizes = ["ram / 2", "min(ram / 2, 4096)", "min(ram, 8192)", "0"];

    private static readonly string[] MountOptionValues = ["noatime", "nodev,nosuid", "nodev,nosuid,noexec"];

    private static readonly Dictionary<string, IReadOnlyList<string>> PartitionValues = new(StringComparer.Ordinal)
    {
        ["mount_point"] = ["/boot/efi", "/boot", "/", "/var", "/var/home"],
        ["size"] = ["600 MiB", "1 GiB", "2 GiB", "8 GiB", "20 GiB"],
        ["mount_options"] = MountOptionValues,
    };

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    /// <summary>What the address names; a layout is behind a fold.</summary>
    [CascadingParameter(Name = "FocusedField")]
    public string? Focused { get; set; }

    private bool IsLayoutWanted => LayoutPresets.All.Any(preset => string.Equals(CataloguePlaces.ControlOf(preset), Focused, StringComparison.Ordinal));

    /// <summary>The encrypted partitions in words; empty when there are none.</summary>
    private string Encrypted => string.Join(", ", Storage.Partitions.Where(partition => partition.Encrypted)
        .Select(partition => partition.MountPoint is { } mount ? $"{partition.Name} at {mount}" : partition.Name.ToString()));

    private StorageSection Storage => Editor.Design.Storage;

    /// <summary>What an installation does to the disks of a machine, in a sentence.</summary>
    private string Erases => Editor.Design.HasOwnKickstart()
        ? "Your own kickstart says what the installer erases and how it partitions; nothing of this section goes into it."
        : $"When the ISO installs, {Storage.Erases()}{(Editor.Design.Installer.Mode == InstallerMode.Unattended ? " without a question" : "")}.";

    private Dictionary<string, IReadOnlyList<string>> SubvolumeValues() => new(StringComparer.Ordinal)
    {
        ["mount_point"] = ["/", "/var/home", "/var", "/var/log"],
        ["mount_options"] = ["compress=zstd:1", .. MountOptionValues],
        ["volume"] = NamesOf(FileSystemKind.Btrfs),
    };

    private Dictionary<string, IReadOnlyList<string>> VolumeValues() => new(StringComparer.Ordinal)
    {
        ["mount_point"] = ["/", "/var", "/var/home", "/var/log"],
        ["size"] = ["4 GiB", "8 GiB", "16 GiB", "32 GiB"],
        ["mount_options"] = MountOptionValues,
        ["group"] = NamesOf(FileSystemKind.Lvm),
    };

    private string[] NamesOf(FileSystemKind kind) =>
        [.. Storage.Partitions.Where(partition => partition.FileSystem == kind).Select(partition => partition.Name.ToString())];
}
