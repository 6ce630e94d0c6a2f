using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD3: the disk.</summary>
internal static class StorageCases
{
    private static readonly Partition Btrfs = Partition("disk", FileSystemKind.Btrfs, mountPoint: null);

    private static MountOptions NoTimes { get; } = MountOptions.Parse("noatime");

    private static Partition Group { get; } = Partition("group", FileSystemKind.Lvm, mountPoint: null, "20 GiB");

    private static LogicalVolume Root { get; } = LogicalVolume("root", "/", "group", "8 GiB");

    private static ImageDesign Lvm { get; } = Iso.Layout(Partition("efi", FileSystemKind.Efi, "/boot/efi", "600 MiB"), Partition("boot", FileSystemKind.Ext4, "/boot", "1 GiB"), Group).Logical(Root);

    private static Partition Boot { get; } = Partition("boot", FileSystemKind.Ext4, "/boot", "1 GiB");

    /// <summary>One volume with two subvolumes; the second has the options.</summary>
    private static ImageDesign Subvolumes(string first, string second, string options) =>
        Encrypted.Volumes(Subvolume("one", first, "disk"), Subvolume("two", second, "disk") with { MountOptions = MountOptions.Parse(options) });

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD3001", "a layout without a root", Sound.Layout(Partition("data", FileSystemKind.Ext4, "/var/data"))),
        Spares("VD3001", "no layout at all", Sound.Layout()),
        Spares("VD3001", "a root in a subvolume", Encrypted),

        Raises("VD3002", "two partitions with one mount point", Sound.Part(Partition("second", FileSystemKind.Ext4, "/"))),
        Raises("VD3002", "/home and /var/home", Sound.Part(Partition("a", FileSystemKind.Ext4, "/home")).Part(Partition("b", FileSystemKind.Ext4, "/var/home"))),
        Raises("VD3002", "a partition and a subvolume with one mount point", Encrypted.Part(Partition("a", FileSystemKind.Ext4, "/"))),
        Spares("VD3002", "different mount points", Sound.Part(Partition("a", FileSystemKind.Ext4, "/home"))),

        Raises("VD3003", "an encrypted layout with a disk image", Encrypted.Types(ImageType.Qcow2)),
        Spares("VD3003", "an encrypted layout with an ISO", Encrypted),
        Spares("VD3003", "an accepted warning", DeliveryFields.Acknowledged.Add(Encrypted.Types(ImageType.Qcow2), "VD3003")),

        Raises("VD3004", "a file system at /usr", Sound.Part(Partition("a", FileSystemKind.Ext4, "/usr"))),
        Raises("VD3004", "a subvolume below /etc", Encrypted.Volumes(Subvolume("root", "/", "disk"), Subvolume("a", "/etc/data", "disk"))),
        Raises("VD3004", "a file system at /var/run", Sound.Part(Partition("a", FileSystemKind.Ext4, "/var/run"))),
        Raises("VD3004", "a file system below /boot", Sound.Part(Partition("a", FileSystemKind.Ext4, "/boot/loader"))),
        Raises("VD3004", "a file system at /media", Sound.Part(Partition("a", FileSystemKind.Ext4, "/media"))),
        Spares("VD3004", "a file system at /usrdata", Sound.Part(Partition("a", FileSystemKind.Ext4, "/usrdata"))),
        Spares("VD3004", "a file system below /var", Sound.Part(Partition("a", FileSystemKind.Ext4, "/var/lib/data"))),

        Raises("VD3005", "a subvolume of a volume that is not there", Encrypted.Volumes(Subvolume("root", "/", "disk"), Subvolume("a", "/home", "none"))),
        Raises("VD3005", "a subvolume of an ext4 partition", Sound.Volumes(Subvolume("a", "/home", "boot"))),
        Spares("VD3005", "subvolumes of a volume", Encrypted),

        Raises("VD3006", "an ext4 partition without a mount point", Sound.Part(Partition("a", FileSystemKind.Ext4, mountPoint: null))),
        Raises("VD3006", "swap with a mount point", Sound.Part(Partition("a", FileSystemKind.Swap, "/swap"))),
        Raises("VD3006", "a btrfs volume with a mount point", Encrypted.Part(Btrfs with { MountPoint = MountPoint.Root })),
        Spares("VD3006", "swap without a mount point", Sound.Part(Partition("a", FileSystemKind.Swap, mountPoint: null))),
        Spares("VD3006", "an EFI partition without a mount point", Sound.Part(Partition("efi", FileSystemKind.Efi, mountPoint: null))),

        Raises("VD3007", "a btrfs volume without subvolumes", Sound.Part(Btrfs)),
        Spares("VD3007", "a btrfs volume with subvolumes", Encrypted),

        Raises("VD3008", "an encrypted /boot", Iso.Part(Partition("boot", FileSystemKind.Ext4, "/boot") with { Encrypted = true })),
        Raises("VD3008", "an encrypted EFI partition", Iso.Part(Partition("efi", FileSystemKind.Efi, "/boot/efi") with { Encrypted = true })),
        Spares("VD3008", "an encrypted root", Encrypted),

        Raises("VD3009", "argon2id in FIPS mode", Encrypted.Argument("fips=1")),
        Raises("VD3009", "argon2id with the crypto policy FIPS", Encrypted.Lines("RUN update-crypto-policies --no-reload --set FIPS")),
        Spares("VD3009", "pbkdf2 in FIPS mode", StorageFields.KeyDerivation.Set(Encrypted.Argument("fips=1"), LuksKeyDerivation.Pbkdf2)),
        Spares("VD3009", "FIPS mode without encryption", Iso.Argument("fips=1")),

        Raises("VD3010", "an unattended installation of an encrypted disk", DeliveryFields.InstallerMode.Set(Encrypted, InstallerMode.Unattended)),
        Spares("VD3010", "an interactive installation of an encrypted disk", Encrypted),
        Spares("VD3010", "an unattended installation of a plain disk", Unattended),

        Raises("VD3011", "two btrfs volumes in a disk image", Sound.Part(Btrfs).Part(Btrfs with { Name = VolumeName.Parse("second") })),
        Spares("VD3011", "two btrfs volumes on an ISO", Iso.Part(Btrfs).Part(Btrfs with { Name = VolumeName.Parse("second") })),

        Raises("VD3012", "two EFI partitions", Sound.Part(Partition("second", FileSystemKind.Efi, "/boot/efi"))),
        Spares("VD3012", "one EFI partition", Sound),

        Raises("VD3013", "an EFI partition at /efi", Sound.Part(Partition("efi", FileSystemKind.Efi, "/efi", "600 MiB"))),
        Spares("VD3013", "an EFI partition at /boot/efi", Sound),

        Raises("VD3014", "ext4 at /boot/efi", Sound.Layout(Partition("a", FileSystemKind.Ext4, "/boot/efi"))),
        Raises("VD3014", "a subvolume at /boot/efi", Encrypted.Volumes(Subvolume("root", "/", "disk"), Subvolume("efi", "/boot/efi", "disk"))),
        Spares("VD3014", "FAT at /boot/efi", Sound),

        Raises("VD3015", "an encrypted root without /boot", Iso.Layout(Partition("root", FileSystemKind.Ext4, "/", "20 GiB") with { Encrypted = true })),
        Raises("VD3015", "/boot in an encrypted volume", Iso.Layout(Btrfs with { Encrypted = true }).Volumes(Subvolume("root", "/", "disk"), Subvolume("boot", "/boot", "disk"))),
        Spares("VD3015", "an encrypted root beside /boot", Encrypted),
        Spares("VD3015", "a plain root without /boot", Iso.Layout(Partition("root", FileSystemKind.Ext4, "/", "20 GiB"))),

        Raises("VD3016", "a long name for XFS", Sound.Part(Partition("a-long-partition", FileSystemKind.Xfs, "/var/a"))),
        Raises("VD3016", "a long name that is taken when cut", Sound.Part(Partition("a-long-part1", FileSystemKind.Ext4, "/var/b")).Part(Partition("a-long-part1-and-more", FileSystemKind.Xfs, "/var/a"))),
        Spares("VD3016", "the same name for btrfs", Iso.Part(Partition("a-long-partition", FileSystemKind.Btrfs, mountPoint: null))),

        Raises("VD3017", "a small root", Sound.Part(Partition("root", FileSystemKind.Xfs, "/", "1 GiB"))),
        Raises("VD3017", "a partition of nothing", Sound.Part(Partition("a", FileSystemKind.Ext4, "/var/a", "0 B"))),
        Raises("VD3017", "an XFS that LUKS leaves less room than mkfs takes", Encrypted.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "310 MiB") with { Encrypted = true })),
        Spares("VD3017", "an XFS with room for the header of LUKS", Encrypted.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "316 MiB") with { Encrypted = true })),
        Spares("VD3017", "the same without LUKS", Encrypted.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "300 MiB"))),
        Spares("VD3017", "partitions of a usual size", Sound),

        Raises("VD3018", "an unattended ISO that erases every disk", StorageFields.TargetDisk.Set(Unattended, null)),
        Spares("VD3018", "an unattended ISO that erases one disk", Unattended),
        Raises("VD3018", "an interactive ISO that leaves no question open", Iso),
        Spares("VD3018", "an interactive ISO that asks for a passphrase", Encrypted),
        Spares("VD3018", "an interactive ISO that asks for a user", Iso.Accounts()),
        Spares("VD3018", "a disk image", Sound),

        Raises("VD3019", "an unattended ISO that erases nothing", StorageFields.Wipe.Set(Unattended, WipePolicy.Nothing)),
        Spares("VD3019", "an unattended ISO that erases the disk", Unattended),
        Spares("VD3019", "an interactive ISO that erases nothing", StorageFields.Wipe.Set(Iso, WipePolicy.Nothing)),

        Raises("VD3020", "/boot in a subvolume and the root in a partition", Sound.Layout(Partition("root", FileSystemKind.Xfs, "/", "20 GiB"), Btrfs).Volumes(Subvolume("boot", "/boot", "disk"))),
        Spares("VD3020", "both in subvolumes", Sound.Layout(Btrfs).Volumes(Subvolume("boot", "/boot", "disk"), Subvolume("root", "/", "disk"))),
        Spares("VD3020", "the same for an installer", Iso.Layout(Partition("root", FileSystemKind.Xfs, "/", "20 GiB"), Btrfs).Volumes(Subvolume("boot", "/boot", "disk"))),

        Raises("VD3021", "a partition that grows, in a disk image", Sound.Part(Partition("root", FileSystemKind.Xfs, "/", "20 GiB") with { Grow = true })),
        Spares("VD3021", "the same for an installer", Iso.Part(Partition("root", FileSystemKind.Xfs, "/", "20 GiB") with { Grow = true })),

        Raises("VD3022", "a file system at /opt", Sound.Part(Partition("opt", FileSystemKind.Xfs, "/opt"))),
        Spares("VD3022", "a file system at /var/opt", Sound.Part(Partition("opt", FileSystemKind.Xfs, "/var/opt"))),
        Spares("VD3022", "/opt where it is a link", Sound.Base("ghcr.io/ublue-os/bluefin:stable").Part(Partition("opt", FileSystemKind.Xfs, "/opt"))),

        Raises("VD3023", "a folder at the top that nobody makes", Sound.Part(Partition("data", FileSystemKind.Xfs, "/data"))),
        Spares("VD3023", "a folder at the top that the build makes", Sound.Part(Partition("data", FileSystemKind.Xfs, "/data")).Lines("RUN mkdir -p /data")),
        Spares("VD3023", "a folder at the top that the overlay brings", Sound.Part(Partition("data", FileSystemKind.Xfs, "/data")), Files("overlay/data/.keep")),
        Spares("VD3023", "a folder below /var", Sound.Part(Partition("data", FileSystemKind.Xfs, "/var/data"))),

        Raises("VD3024", "hibernation without swap", Sound.For(MachineUse.Hibernation)),
        Spares("VD3024", "hibernation with swap", Sound.For(MachineUse.Hibernation).Part(Partition("swap", FileSystemKind.Swap, mountPoint: null, "16 GiB"))),
        Spares("VD3024", "no swap and no hibernation", Sound),

        Raises("VD3025", "a server with a passphrase", Encrypted.For(MachineUse.Server)),
        Spares("VD3025", "a server with clevis", Encrypted.For(MachineUse.Server).Install("clevis-dracut")),
        Spares("VD3025", "a laptop with a passphrase", Encrypted.For(MachineUse.Laptop)),

        Raises("VD3026", "plain swap beside encryption", Encrypted.Part(Partition("swap", FileSystemKind.Swap, mountPoint: null, "8 GiB"))),
        Spares("VD3026", "encrypted swap", Encrypted.Part(Partition("swap", FileSystemKind.Swap, mountPoint: null, "8 GiB") with { Encrypted = true })),
        Spares("VD3026", "plain swap without encryption", Sound.Part(Partition("swap", FileSystemKind.Swap, mountPoint: null, "8 GiB"))),

        Raises("VD3006", "a volume group with a mount point", Lvm.Part(Group with { MountPoint = MountPoint.Root })),
        Raises("VD3006", "a logical volume without a mount point", Lvm.Logical(Root, LogicalVolume("a", "/var/a", "group") with { MountPoint = null })),
        Raises("VD3006", "swap in a logical volume with a mount point", Lvm.Logical(Root, LogicalVolume("a", "/var/a", "group") with { FileSystem = FileSystemKind.Swap })),
        Spares("VD3006", "logical volumes with mount points and swap without", Lvm.Logical(Root, LogicalVolume("swap", mountPoint: null, "group"))),
        Raises("VD3011", "two volume groups in a disk image", Lvm.Types(ImageType.Qcow2).Part(Group with { Name = VolumeName.Parse("second") })),
        Raises("VD3011", "btrfs beside LVM in a disk image", Lvm.Types(ImageType.Qcow2).Part(Btrfs)),
        Spares("VD3011", "btrfs beside LVM on an ISO", Lvm.Part(Btrfs)),
        Raises("VD3015", "/boot in an encrypted volume group", Iso.Layout(Group with { Encrypted = true }).Logical(Root)),
        Spares("VD3015", "an encrypted volume group beside /boot", Lvm.Part(Group with { Encrypted = true })),
        Raises("VD3017", "a small logical volume", Lvm.Logical(Root with { Size = ByteSize.Parse("1 GiB") })),
        Spares("VD3017", "logical volumes of a usual size", Lvm),
        Spares("VD3024", "hibernation with swap in a logical volume", Lvm.For(MachineUse.Hibernation).Logical(Root, LogicalVolume("swap", mountPoint: null, "group"))),
        Raises("VD3002", "a logical volume and a partition at one place", Lvm.Part(Partition("other", FileSystemKind.Ext4, "/"))),
        Spares("VD3001", "a root in a logical volume", Lvm),

        Raises("VD3027", "a logical volume of an unknown group", Lvm.Logical(Root, LogicalVolume("a", "/var/a", "other"))),
        Raises("VD3027", "a logical volume without any group", Sound.Logical(LogicalVolume("a", "/var/a", "group"))),
        Raises("VD3027", "a logical volume in a partition that is no group", Sound.Logical(LogicalVolume("a", "/var/a", "root"))),
        Spares("VD3027", "a logical volume in its group", Lvm),

        Raises("VD3028", "a volume group without logical volumes", Sound.Part(Group)),
        Spares("VD3028", "a volume group with one", Lvm),

        Raises("VD3029", "a logical volume at /boot", Iso.Layout(Group).Logical(Root, LogicalVolume("boot", "/boot", "group"))),
        Raises("VD3029", "a logical volume at /boot/efi", Lvm.Logical(Root, LogicalVolume("efi", "/boot/efi", "group"))),
        Raises("VD3029", "a root in a logical volume and no /boot", Iso.Layout(Group).Logical(Root)),
        Raises("VD3029", "the same where another partition has the name", Iso.Layout(Group, Partition("boot", FileSystemKind.Xfs, "/var/boot")).Logical(Root)),
        Spares("VD3029", "the same on a disk, whose builder adds a /boot", Iso.Layout(Group).Logical(Root).Types(ImageType.Qcow2)),
        Spares("VD3029", "the same inside LUKS, of which another rule speaks", Iso.Layout(Group with { Encrypted = true }).Logical(Root)),
        Spares("VD3029", "a root in a partition and no /boot", Iso.Layout(Partition("root", FileSystemKind.Xfs, "/", "20 GiB"))),
        Spares("VD3029", "/boot beside the group", Lvm),

        Raises("VD3030", "logical volumes larger than their group", Lvm.Logical(Root, LogicalVolume("a", "/var/a", "group", "30 GiB"))),
        Raises("VD3030", "logical volumes that leave no room for LVM itself", Lvm.Logical(Root with { Size = ByteSize.Parse("20 GiB") })),
        Raises("VD3030", "logical volumes that leave no room for LUKS", Lvm.Part(Group with { Encrypted = true, Size = ByteSize.Parse("2 GiB") }).Logical(Root with { Size = ByteSize.Parse("2032 MiB") })),
        Spares("VD3030", "the same without LUKS", Lvm.Part(Group with { Size = ByteSize.Parse("2 GiB") }).Logical(Root with { Size = ByteSize.Parse("2032 MiB") })),
        Spares("VD3030", "logical volumes that fit", Lvm),

        Raises("VD3031", "LVM in a disk image", Lvm.Types(ImageType.Qcow2)),
        Spares("VD3031", "LVM on an ISO", Lvm),
        Spares("VD3031", "LVM in a disk image, accepted", DeliveryFields.Acknowledged.Add(Lvm.Types(ImageType.Qcow2), "VD3031")),

        Raises("VD3040", "an option with a slip", Mounted("/var", FileSystemKind.Xfs, "noatme")),
        Raises("VD3040", "an option of btrfs on ext4", Mounted("/var", FileSystemKind.Ext4, "nodev,compress=zstd")),
        Raises("VD3040", "an option of ext4 on XFS", Mounted("/var", FileSystemKind.Xfs, "errors=remount-ro")),
        Raises("VD3040", "a value that ext4 does not have", Mounted("/var", FileSystemKind.Ext4, "data=bogus")),
        Raises("VD3040", "a word where a number stands", Mounted("/var", FileSystemKind.Ext4, "commit=often")),
        Raises("VD3040", "an option that the kernel has no more", Mounted("/var", FileSystemKind.Xfs, "nobarrier")),
        Raises("VD3040", "an option of a logical volume", Lvm.Logical(Root, LogicalVolume("var", "/var", "group") with { MountOptions = MountOptions.Parse("noatme") })),
        Raises("VD3040", "an option of btrfs with a slip", Subvolumes("/home", "/", "compres=zstd")),
        Raises("VD3040", "a compression that btrfs does not have", Subvolumes("/home", "/", "compress=gzip")),
        Raises("VD3040", "another subvolume", Subvolumes("/", "/home", "subvol=other")),
        Raises("VD3040", "an option that btrfs has no more", Subvolumes("/home", "/", "nologreplay")),
        Spares("VD3040", "options of btrfs", Subvolumes("/home", "/", "compress=zstd:1,noatime,ssd,discard=async,space_cache=v2,autodefrag,commit=60,compress-force=lzo,thread_pool=4,lazytime")),
        Spares("VD3040", "options of every file system", Mounted("/var", FileSystemKind.Xfs, "defaults,noatime,nodev,nosuid,noexec,ro,nofail,_netdev,lazytime,x-systemd.device-timeout=5s,X-mount.mkdir,context=system_u:object_r:var_t:s0")),
        Spares("VD3040", "options of ext4", Mounted("/var", FileSystemKind.Ext4, "data=journal,errors=panic,commit=60,discard,journal_checksum,usrquota,jqfmt=vfsv1,nobarrier,inode_readahead_blks=32")),
        Spares("VD3040", "options of XFS", Mounted("/var", FileSystemKind.Xfs, "inode64,logbufs=8,logbsize=256k,allocsize=64k,pquota,discard,nouuid,largeio,dax=inode")),
        Spares("VD3040", "an option that an older kernel has", Mounted("/var", FileSystemKind.Ext4, "noacl").Base("quay.io/centos-bootc/centos-bootc:stream9")),
        Spares("VD3040", "options that no image type carries", Mounted("/var", FileSystemKind.Xfs, "noatme").Types(ImageType.Qcow2)),

        Raises("VD3041", "/var that nobody may write to", Mounted("/var", FileSystemKind.Xfs, "nodev,ro")),
        Raises("VD3041", "homes that nobody may write to", Mounted("/home", FileSystemKind.Xfs, "ro")),
        Raises("VD3041", "/var that is not mounted", Mounted("/var", FileSystemKind.Xfs, "noauto")),
        Raises("VD3041", "Flatpaks that cannot be run", Mounted("/var", FileSystemKind.Xfs, "noexec").Flatpak("org.mozilla.firefox")),
        Raises("VD3041", "/boot that is not mounted", Iso.Part(Boot with { MountOptions = MountOptions.Parse("nodev,noauto") })),
        Raises("VD3041", "homes in a subvolume that nobody may write to", Subvolumes("/", "/home", "ro")),
        Spares("VD3041", "/boot that only updates write to", Iso.Part(Boot with { MountOptions = MountOptions.Parse("ro,nodev,noexec,nosuid") })),
        Spares("VD3041", "no programs in /var", Mounted("/var", FileSystemKind.Xfs, "noexec,nodev,nosuid")),
        Spares("VD3041", "no programs in /var/log beside Flatpaks", Mounted("/var/log", FileSystemKind.Xfs, "noexec").Flatpak("org.mozilla.firefox")),
        Spares("VD3041", "data that nobody may write to", Mounted("/var/media", FileSystemKind.Xfs, "ro,noauto")),
        Spares("VD3041", "an option that a later one undoes", Mounted("/var", FileSystemKind.Xfs, "ro,rw")),

        Raises("VD3042", "a logical volume called snapshot", Named("snapshot1")),
        Raises("VD3042", "a logical volume called pvmove", Named("pvmove0")),
        Raises("VD3042", "a logical volume with the ending of a hidden one", Named("my_tdata")),
        Raises("VD3042", "a logical volume with a part of a hidden one", Named("db_mlog2")),
        Raises("VD3042", "a volume group called mapper", Iso.Layout(Boot, Group with { Name = VolumeName.Parse("mapper") }).Logical(Root with { Group = VolumeName.Parse("mapper") })),
        Raises("VD3042", "a volume group called as a disk", Iso.Layout(Boot, Group with { Name = VolumeName.Parse("sda") }).Logical(Root with { Group = VolumeName.Parse("sda") })),
        Spares("VD3042", "names of one's own", Lvm),
        Spares("VD3042", "a name that only has the word in it", Named("my-snapshots")),
        Spares("VD3042", "a partition that is no group", Iso.Part(Partition("disk", FileSystemKind.Xfs, "/var/disk"))),

        Raises("VD3032", "mount options of btrfs", Encrypted.Part(Btrfs with { MountOptions = NoTimes })),
        Raises("VD3032", "compression on a subvolume beside the root", Subvolumes("/", "/home", "compress=zstd:1,noatime")),
        Raises("VD3032", "no programs on a root subvolume", Subvolumes("/home", "/", "noexec,compress=zstd:1")),
        Raises("VD3032", "mount options of btrfs that no subvolume can take", Encrypted.Part(Btrfs with { MountOptions = MountOptions.Parse("nodev") })),
        Spares("VD3032", "compression on the root's subvolume", Subvolumes("/home", "/", "compress=zstd:1,noatime")),
        Spares("VD3032", "options of one mount on another subvolume", Subvolumes("/", "/home", "noatime,nodev,nosuid,x-systemd.device-timeout=5s")),
        Spares("VD3032", "compression on a volume without the root", Iso.Part(Btrfs).Volumes(Subvolume("media", "/var/media", "disk") with { MountOptions = MountOptions.Parse("compress=zstd:1") })),
        Raises("VD3032", "mount options of the root", Iso.Part(Partition("root", FileSystemKind.Xfs, "/", "20 GiB") with { MountOptions = NoTimes })),
        Raises("VD3032", "mount options of a volume group", Lvm.Part(Group with { MountOptions = NoTimes })),
        Raises("VD3032", "mount options of a root in a logical volume", Lvm.Logical(Root with { MountOptions = NoTimes })),
        Raises("VD3032", "mount options of swap", Iso.Part(Partition("swap", FileSystemKind.Swap, mountPoint: null) with { MountOptions = NoTimes })),
        Spares("VD3032", "mount options of /var", Iso.Part(Partition("var", FileSystemKind.Xfs, "/var") with { MountOptions = NoTimes })),
        Spares("VD3032", "mount options of a logical volume", Lvm.Logical(Root, LogicalVolume("var", "/var", "group") with { MountOptions = NoTimes })),

        Raises("VD3033", "mount options in a disk image", Sound.Part(Partition("var", FileSystemKind.Xfs, "/var") with { MountOptions = NoTimes })),
        Raises("VD3033", "mount options of a logical volume in a disk image", Lvm.Types(ImageType.Qcow2).Logical(Root, LogicalVolume("var", "/var", "group") with { MountOptions = NoTimes })),
        Raises("VD3033", "mount options of a subvolume in a disk image", Subvolumes("/", "/home", "noatime").Types(ImageType.Qcow2)),
        Spares("VD3033", "mount options of a subvolume on an ISO", Subvolumes("/", "/home", "noatime")),
        Spares("VD3033", "mount options on an ISO", Iso.Part(Partition("var", FileSystemKind.Xfs, "/var") with { MountOptions = NoTimes })),
        Spares("VD3033", "mount options that nothing carries", Sound.Part(Partition("root", FileSystemKind.Xfs, "/", "20 GiB") with { MountOptions = NoTimes })),

        Raises("VD3034", "memory for pbkdf2", StorageFields.KeyDerivationMemory.Set(StorageFields.KeyDerivation.Set(Encrypted, LuksKeyDerivation.Pbkdf2), 1024)),
        Spares("VD3034", "memory for argon2id", StorageFields.KeyDerivationMemory.Set(Encrypted, 1024)),
        Spares("VD3034", "pbkdf2 without memory", StorageFields.KeyDerivation.Set(Encrypted, LuksKeyDerivation.Pbkdf2)),

        Raises("VD3035", "swap in memory without its program", StorageFields.ZramSize.Set(Sound, ZramSize.Parse("ram / 2"))),
        Raises("VD3035", "its compression without its program", StorageFields.ZramAlgorithm.Set(Sound, ZramAlgorithm.Zstd)),
        Spares("VD3035", "swap in memory with its program", StorageFields.ZramSize.Set(Sound.Install("zram-generator"), ZramSize.Parse("ram / 2"))),
        Spares("VD3035", "swap in memory with Fedora's defaults", StorageFields.ZramSize.Set(Sound.Install("zram-generator-defaults"), ZramSize.Parse("0"))),

        Raises("VD3004", "a file system at a link of the image", Sound.Part(Partition("mail", FileSystemKind.Xfs, "/var/mail"))),
        Raises("VD3004", "one at the package database", Sound.Part(Partition("rpm", FileSystemKind.Xfs, "/var/lib/rpm"))),
        Spares("VD3004", "one at what the link leads to", Sound.Part(Partition("mail", FileSystemKind.Xfs, "/var/spool/mail"))),

        Raises("VD3036", "a partition of a disk", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("sda1"))),
        Raises("VD3036", "a partition of an NVMe disk", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("nvme0n1p2"))),
        Raises("VD3036", "a partition by its id", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("disk/by-id/ata-DISK_1-part1"))),
        Raises("VD3036", "a disk with the folder twice", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("dev/sda"))),
        Raises("VD3036", "a partition with the folder twice", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("dev/vda3"))),
        Spares("VD3036", "a disk", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("sda"))),
        Spares("VD3036", "an NVMe disk", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("nvme0n1"))),
        Spares("VD3036", "a disk by its id", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("disk/by-id/ata-DISK_1"))),
        Spares("VD3036", "a disk by its path", StorageFields.TargetDisk.Set(Iso, DiskName.Parse("disk/by-path/pci-0000:00:1f.2-ata-1"))),
        Spares("VD3036", "every disk", Iso),

        Raises("VD3037", "more partitions than a GPT has places", Parts(128)),
        Spares("VD3037", "as many as there are", Parts(126)),

        Raises("VD3038", "an EFI partition of 4 TiB", Sound.Part(Partition("efi", FileSystemKind.Efi, "/boot/efi", "4 TiB"))),
        Raises("VD3038", "an ext4 file system of more than 1 EiB", Sound.Part(Partition("data", FileSystemKind.Ext4, "/var/data", "2000000 TiB"))),
        Raises("VD3038", "a volume of more than 1 EiB", Sound.Part(Partition("group", FileSystemKind.Lvm, mountPoint: null, "3000000 TiB")).Logical(LogicalVolume("data", "/var/data", "group", "2000000 TiB") with { FileSystem = FileSystemKind.Ext4 })),
        Raises("VD3038", "partitions of more than 8 EiB together", Sound.Part(Partition("a", FileSystemKind.Xfs, "/var/a", "8388607 TiB")).Part(Partition("b", FileSystemKind.Xfs, "/var/b", "8388607 TiB"))),
        Raises("VD3038", "a large disk as vhd", Sound.Types(ImageType.Vhd).Part(Partition("data", FileSystemKind.Xfs, "/var/data", "3 TiB"))),
        Spares("VD3038", "the same as qcow2", Sound.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "3 TiB"))),
        Spares("VD3038", "a large XFS file system", Sound.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "2000000 TiB"))),

        Raises("VD3039", "a disk image of 20 TiB", Sound.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "20 TiB"))),
        Spares("VD3039", "an installer with as much", Iso.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "20 TiB"))),
        Spares("VD3039", "a disk image of 3 TiB", Sound.Part(Partition("data", FileSystemKind.Xfs, "/var/data", "3 TiB"))),
    ];

    /// <summary>An ISO with a partition that is mounted in this way.</summary>
    private static ImageDesign Mounted(string mountPoint, FileSystemKind kind, string options) =>
        Iso.Part(Partition("data", kind, mountPoint) with { MountOptions = MountOptions.Parse(options) });

    /// <summary>An ISO with a logical volume of this name.</summary>
    private static ImageDesign Named(string name) => Lvm.Logical(Root, LogicalVolume(name, "/var/data", "group"));

    /// <summary>A layout of this many partitions.</summary>
    private static ImageDesign Parts(int count) =>
        Enumerable.Range(0, count - Sound.Storage.Partitions.Count).Aggregate(Sound, (design, index) => design.Part(Partition($"p{index}", FileSystemKind.Xfs, $"/var/p{index}")));
}
