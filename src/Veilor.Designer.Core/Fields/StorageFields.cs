using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>storage</c>.</summary>
public static class StorageFields
{
    public static ScalarField<WipePolicy> Wipe { get; } = new(
        "storage.wipe", "Erase",
        "What the installer may erase before it partitions.",
        Codecs.OneOf(
            (WipePolicy.All, "all", "everything on the disk"),
            (WipePolicy.Linux, "linux", "Linux partitions only"),
            (WipePolicy.Nothing, "nothing", "nothing: use free space")),
        design => design.Storage.Wipe,
        (design, value) => design with { Storage = design.Storage with { Wipe = value } });

    public static ScalarField<DiskName?> TargetDisk { get; } = new(
        "storage.target_disk", "Target disk",
        "The one disk to install to, as Linux names it: sda, nvme0n1, disk/by-id/…. Empty lets the installer use every disk it sees.",
        Codecs.Optional<DiskName>(),
        design => design.Storage.TargetDisk,
        (design, value) => design with { Storage = design.Storage with { TargetDisk = value } });

    public static ScalarField<LuksKeyDerivation> KeyDerivation { get; } = new(
        "storage.key_derivation", "Key derivation",
        "How LUKS2 makes a key of the passphrase. argon2id resists guessing on graphics cards; pbkdf2 is what FIPS allows.",
        Codecs.OneOf(
            (LuksKeyDerivation.Argon2id, "argon2id", "argon2id"),
            (LuksKeyDerivation.Pbkdf2, "pbkdf2", "pbkdf2")),
        design => design.Storage.KeyDerivation,
        (design, value) => design with { Storage = design.Storage with { KeyDerivation = value } });

    public static ScalarField<int?> KeyDerivationMemory { get; } = new(
        "storage.key_derivation_memory", "Memory of the key derivation",
        "MiB that argon2id takes to make the key, 32 to 4096. More makes guessing dearer; a machine with less free memory at its start cannot open the disk. Empty lets the installer measure the machine.",
        Codecs.OptionalNumber(32, 4096),
        design => design.Storage.KeyDerivationMemory,
        (design, value) => design with { Storage = design.Storage with { KeyDerivationMemory = value } });

    public static ScalarField<Values.ZramSize?> ZramSize { get; } = new(
        "storage.zram_size", "Swap in memory",
        "The size of compressed swap in memory (zram), in MiB or as an expression over the machine's memory: ram / 2, min(ram / 2, 4096). 0 switches it off. Empty leaves it to the base.",
        Codecs.Optional<Values.ZramSize>(),
        design => design.Storage.ZramSize,
        (design, value) => design with { Storage = design.Storage with { ZramSize = value } });

    public static ScalarField<Design.ZramAlgorithm> ZramAlgorithm { get; } = new(
        "storage.zram_algorithm", "Compression of swap in memory",
        "zstd holds the most, lz4 is the fastest.",
        Codecs.OneOf(
            (Design.ZramAlgorithm.Kernel, "", "as the kernel has it"),
            (Design.ZramAlgorithm.Zstd, "zstd", "zstd"),
            (Design.ZramAlgorithm.LzoRle, "lzo-rle", "lzo-rle"),
            (Design.ZramAlgorithm.Lz4, "lz4", "lz4")),
        design => design.Storage.ZramAlgorithm,
        (design, value) => design with { Storage = design.Storage with { ZramAlgorithm = value } });

    public static RecordField<Partition> Partitions { get; } = new(
        "storage.partitions", "Partitions",
        "The disk from start to end. The same layout goes to the kickstart and to the disk builder; what one of them cannot do is said.",
        "partition",
        () => new Partition(),
        item => item.Name.ToString(),
        [
            new RecordColumn<Partition, VolumeName>(
                "name", "Name", "Tells the rows apart; the label of a btrfs volume, the name of a volume group.", Codecs.Value<VolumeName>(),
                item => item.Name, (item, value) => item with { Name = value }, isRequired: true),
            new RecordColumn<Partition, FileSystemKind>(
                "file_system", "File system", "What the partition holds.", FileSystem,
                item => item.FileSystem, (item, value) => item with { FileSystem = value }, isRequired: true),
            new RecordColumn<Partition, MountPoint?>(
                "mount_point", "Mount point", "Where it is mounted. Empty for swap, and for btrfs and LVM, whose volumes are mounted.", Codecs.Optional<MountPoint>(),
                item => item.MountPoint, (item, value) => item with { MountPoint = value }),
            new RecordColumn<Partition, MountOptions?>(
                "mount_options", "Mount options", "Beside the defaults, such as noatime,nodev. Only the installer carries them; the root takes none, and btrfs has them with its subvolumes.", Codecs.Optional<MountOptions>(),
                item => item.MountOptions, (item, value) => item with { MountOptions = value }),
            new RecordColumn<Partition, ByteSize>(
                "size", "Size", "The size it has at least, such as 1 GiB. A number without a unit is bytes.", Codecs.VolumeSize,
                item => item.Size, (item, value) => item with { Size = value }, isRequired: true),
            new RecordColumn<Partition, bool>(
                "grow", "Grow", "Takes the free space that is left.", Codecs.Flag,
                item => item.Grow, (item, value) => item with { Grow = value }),
            new RecordColumn<Partition, bool>(
                "encrypted", "Encrypted", "Inside LUKS2. Only the kickstart can make that.", Codecs.Flag,
                item => item.Encrypted, (item, value) => item with { Encrypted = value }),
        ],
        design => design.Storage.Partitions,
        (design, value) => design with { Storage = design.Storage with { Partitions = value } },
        nameOf: item => item.MountPoint?.ToString() ?? $"partition {item.Name}");

    public static RecordField<Subvolume> Subvolumes { get; } = new(
        "storage.subvolumes", "Subvolumes",
        "The btrfs subvolumes and where they are mounted.",
        "subvolume",
        () => new Subvolume(),
        item => item.Name.ToString(),
        [
            new RecordColumn<Subvolume, VolumeName>(
                "name", "Name", "The subvolume's name.", Codecs.Value<VolumeName>(),
                item => item.Name, (item, value) => item with { Name = value }, isRequired: true),
            new RecordColumn<Subvolume, MountPoint>(
                "mount_point", "Mount point", "Where it is mounted; /home is /var/home on a bootc system.", Codecs.Value<MountPoint>(),
                item => item.MountPoint, (item, value) => item with { MountPoint = value }, isRequired: true),
            new RecordColumn<Subvolume, MountOptions?>(
                "mount_options", "Mount options", "Beside the defaults, such as noatime,nodev. What holds for the whole volume, such as compress=zstd:1, belongs to the subvolume at /. Only the installer carries them.", Codecs.Optional<MountOptions>(),
                item => item.MountOptions, (item, value) => item with { MountOptions = value }),
            new RecordColumn<Subvolume, VolumeName>(
                "volume", "Volume", "The btrfs partition it lies in.", Codecs.Value<VolumeName>(),
                item => item.Volume, (item, value) => item with { Volume = value }, isRequired: true),
        ],
        design => design.Storage.Subvolumes,
        (design, value) => design with { Storage = design.Storage with { Subvolumes = value } });

    public static RecordField<LogicalVolume> LogicalVolumes { get; } = new(
        "storage.logical_volumes", "Logical volumes",
        "The volumes of LVM and where they are mounted. Each lies in a partition that is a volume group.",
        "logical volume",
        () => new LogicalVolume(),
        item => item.Name.ToString(),
        [
            new RecordColumn<LogicalVolume, VolumeName>(
                "name", "Name", "The volume's name, once in the layout.", Codecs.Value<VolumeName>(),
                item => item.Name, (item, value) => item with { Name = value }, isRequired: true),
            new RecordColumn<LogicalVolume, VolumeName>(
                "group", "Volume group", "The partition that it lies in.", Codecs.Value<VolumeName>(),
                item => item.Group, (item, value) => item with { Group = value }, isRequired: true),
            new RecordColumn<LogicalVolume, FileSystemKind>(
                "file_system", "File system", "What the volume holds.",
                Codecs.OneOf((FileSystemKind.Xfs, "xfs", "XFS"), (FileSystemKind.Ext4, "ext4", "ext4"), (FileSystemKind.Swap, "swap", "swap")),
                item => item.FileSystem, (item, value) => item with { FileSystem = value }, isRequired: true),
            new RecordColumn<LogicalVolume, MountPoint?>(
                "mount_point", "Mount point", "Where it is mounted. Empty for swap.", Codecs.Optional<MountPoint>(),
                item => item.MountPoint, (item, value) => item with { MountPoint = value }),
            new RecordColumn<LogicalVolume, MountOptions?>(
                "mount_options", "Mount options", "Beside the defaults, such as noatime,nodev. Only the installer carries them; the root takes none.", Codecs.Optional<MountOptions>(),
                item => item.MountOptions, (item, value) => item with { MountOptions = value }),
            new RecordColumn<LogicalVolume, ByteSize>(
                "size", "Size", "The size it has at least, such as 8 GiB. A number without a unit is bytes.", Codecs.VolumeSize,
                item => item.Size, (item, value) => item with { Size = value }, isRequired: true),
            new RecordColumn<LogicalVolume, bool>(
                "grow", "Grow", "Takes what is left of the group.", Codecs.Flag,
                item => item.Grow, (item, value) => item with { Grow = value }),
        ],
        design => design.Storage.LogicalVolumes,
        (design, value) => design with { Storage = design.Storage with { LogicalVolumes = value } },
        nameOf: item => item.MountPoint is { } mount ? $"logical volume {item.Name} at {mount}" : $"logical volume {item.Name}");

    private static ValueCodec<FileSystemKind> FileSystem => Codecs.OneOf(
        (FileSystemKind.Efi, "efi", "EFI system partition"),
        (FileSystemKind.Ext4, "ext4", "ext4"),
        (FileSystemKind.Xfs, "xfs", "XFS"),
        (FileSystemKind.Btrfs, "btrfs", "btrfs"),
        (FileSystemKind.Swap, "swap", "swap"),
        (FileSystemKind.Lvm, "lvm", "LVM volume group"));
}
