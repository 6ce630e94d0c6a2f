using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The part of a kickstart that lays out the disk.</summary>
internal static class KickstartStorage
{
    public static void Write(DocumentWriter writer, ImageDesign design)
    {
        var storage = design.Storage;
        writer.From(StorageFields.Wipe.Path).Line().Line("# The disk");
        if (storage.TargetDisk is { } disk)
        {
            writer.Line($"ignoredisk {KickstartText.Option("--only-use", disk.ToString())}", StorageFields.TargetDisk.Path, "The installer leaves every other disk alone.");
        }

        WriteWipe(writer, storage.Wipe);
        if (storage.Partitions.IsEmpty)
        {
            var type = design.Outputs.RootFileSystem == RootFileSystem.Btrfs ? "--type=btrfs" : $"--type=plain --fstype={DeliveryFields.RootFileSystem.Codec.Format(design.Outputs.RootFileSystem)}";
            writer.Line($"autopart {type} --nohome", DeliveryFields.RootFileSystem.Path, "No partitions are drawn, so the installer lays out the disk.");
            return;
        }

        writer.From(StorageFields.Partitions.Path, "Makes what the machine's firmware boots from: an EFI system partition, or a BIOS boot partition.")
            .Line("reqpart");
        foreach (var partition in storage.Partitions)
        {
            WritePartition(writer, storage, partition);
        }

        foreach (var volume in storage.LogicalVolumes)
        {
            WriteVolume(writer, volume);
        }

        foreach (var subvolume in storage.Subvolumes)
        {
            writer.From(StorageFields.Subvolumes.PathOf(subvolume))
                .Line($"btrfs {KickstartText.Quote(subvolume.MountPoint.ToString())} --subvol {KickstartText.Option("--name", subvolume.Name.ToString())} LABEL={subvolume.Volume}");
        }
    }

    /// <summary>Completes the lines of fstab that the installer wrote for subvolumes; its default of compress stays, and what stands later holds.</summary>
    public static void WritePost(DocumentWriter writer, StorageSection storage)
    {
        var mounts = storage.Subvolumes
            .Select(subvolume => (Subvolume: subvolume, Options: SubvolumeMountOptions.InFstab(storage, subvolume)))
            .Where(each => each.Options.Count > 0)
            .ToList();
        if (mounts.Count == 0)
        {
            return;
        }

        writer.From(StorageFields.Subvolumes.Path, "kickstart's command btrfs has no mount options, so the lines that the installer wrote to fstab get them.")
            .Line()
            .Line("%post --erroronfail");
        foreach (var (subvolume, options) in mounts)
        {
            var place = Regex.Replace(subvolume.MountPoint.ToString(), "[.+]", @"\$0", RegexOptions.None, Timeout.InfiniteTimeSpan);
            var edit = $@"s|^([^#[:space:]]+[[:space:]]+{place}[[:space:]]+btrfs[[:space:]]+[^[:space:]]+)|\1,{string.Join(',', options)}|";
            writer.Line($"sed -i -E {ShellText.Quote(edit)} /etc/fstab", StorageFields.Subvolumes.PathOf(subvolume, "mount_options"));
        }

        writer.Line("%end");
    }

    private static void WriteWipe(DocumentWriter writer, WipePolicy policy)
    {
        writer.From(StorageFields.Wipe.Path);
        switch (policy)
        {
            case WipePolicy.All:
                writer.Line("zerombr", StorageFields.Wipe.Path, "Disks without a partition table get one without a question.")
                    .Line("clearpart --all --initlabel", StorageFields.Wipe.Path, "Erases every disk that the installer uses.");
                break;
            case WipePolicy.Linux:
                writer.Line("clearpart --linux", StorageFields.Wipe.Path, "Erases Linux partitions; others stay.");
                break;
            default:
                writer.Line("clearpart --none", StorageFields.Wipe.Path, "Erases nothing; the layout needs free space.");
                break;
        }
    }

    private static void WritePartition(DocumentWriter writer, StorageSection storage, Partition partition)
    {
        var path = StorageFields.Partitions.PathOf(partition);
        if (partition.FileSystem == FileSystemKind.Efi)
        {
            writer.From(path).Line(
                $"# {partition.Name}: reqpart makes it where the firmware wants one, in the installer's own size",
                path,
                "A fixed EFI partition would leave a BIOS machine without anything to boot from.");
            return;
        }

        var (name, type) = partition.FileSystem switch
        {
            FileSystemKind.Btrfs => ($"btrfs.{partition.Name}", ""),
            FileSystemKind.Swap => ("swap", ""),
            FileSystemKind.Lvm => ($"pv.{partition.Name}", ""),
            _ => (partition.MountPoint?.ToString() ?? "/", $" --fstype={(partition.FileSystem == FileSystemKind.Xfs ? "xfs" : "ext4")} {KickstartText.Option("--label", partition.Name.ToString())}"),
        };
        var size = partition.Size.MebibytesRoundedUp.ToString(CultureInfo.InvariantCulture);
        var grow = partition.Grow ? " --grow" : "";
        var luks = partition.Encrypted
            ? $" --encrypted --luks-version=luks2 --pbkdf={StorageFields.KeyDerivation.Codec.Format(storage.KeyDerivation)}{Memory(storage)}"
            : "";
        var options = MountOptionPlaces.Carries(partition) ? Options(partition.MountOptions) : "";
        writer.From(
            partition.Encrypted ? [path, path.Member("encrypted"), StorageFields.KeyDerivation.Path, StorageFields.KeyDerivationMemory.Path] : [path],
            partition.Encrypted ? "No passphrase is written: the installer asks for it, and no file ever holds it." : "");
        if (partition.Encrypted)
        {
            writer.Line($"# {partition.Name}: the installer asks for the passphrase; this file has none");
        }

        writer.Line($"part {KickstartText.Quote(name)}{type} --size={size}{grow}{options}{luks}");
        if (partition.FileSystem == FileSystemKind.Btrfs)
        {
            writer.Line($"btrfs none {KickstartText.Option("--label", partition.Name.ToString())} {KickstartText.Quote(name)}", path, "The volume itself is not mounted; its subvolumes are.");
        }
        else if (partition.FileSystem == FileSystemKind.Lvm)
        {
            writer.Line($"volgroup {KickstartText.Quote(partition.Name.ToString())} {KickstartText.Quote(name)}", path, "The group is made of this partition alone.");
        }
    }

    private static void WriteVolume(DocumentWriter writer, LogicalVolume volume)
    {
        var isSwap = volume.FileSystem == FileSystemKind.Swap;
        var size = volume.Size.MebibytesRoundedUp.ToString(CultureInfo.InvariantCulture);
        var place = KickstartText.Quote(isSwap ? "swap" : volume.MountPoint?.ToString() ?? "/");
        var type = isSwap ? "" : $" --fstype={(volume.FileSystem == FileSystemKind.Xfs ? "xfs" : "ext4")}";
        writer.From(StorageFields.LogicalVolumes.PathOf(volume))
            .Line($"logvol {place} {KickstartText.Option("--vgname", volume.Group.ToString())} {KickstartText.Option("--name", volume.Name.ToString())}{type} --size={size}{(volume.Grow ? " --grow" : "")}{(MountOptionPlaces.Carries(volume) ? Options(volume.MountOptions) : "")}");
    }

    private static string Options(MountOptions? options) =>
        options is null ? "" : " " + KickstartText.Option("--fsoptions", options.ToString());

    /// <summary>The memory in KiB, as cryptsetup counts it. pbkdf2 takes none.</summary>
    private static string Memory(StorageSection storage) =>
        storage is { KeyDerivation: LuksKeyDerivation.Argon2id, KeyDerivationMemory: { } mebibytes }
            ? string.Create(CultureInfo.InvariantCulture, $" --pbkdf-memory={mebibytes * 1024}")
            : "";
}
