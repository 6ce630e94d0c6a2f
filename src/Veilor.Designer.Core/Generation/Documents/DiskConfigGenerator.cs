using System.Globalization;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the builder config for disk types: users, installer-owned arguments and the disk. What the builders ignore for bootc images is not written.</summary>
public sealed class DiskConfigGenerator : IDocumentGenerator
{
    /// <summary>The GPT type of an EFI system partition (UEFI specification, 5.3.3).</summary>
    private const string EfiPartitionType = "C12A7328-F81F-11D2-BA4B-00A0C93EC93B";

    private const string RealPlace = "/home, /srv and the like are links into /var on a bootc system, so the real place is mounted.";

    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        yield return DiskConfig(input.Design);
        if (input.Design.Outputs.ImageTypes.IndexOf(ImageType.PxeTarXz) >= 0)
        {
            yield return PxeConfig(input.Design);
        }
    }

    private static DesignDocument DiskConfig(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.DiskConfig, DocumentLanguage.Toml);
        if (design.Storage.HasEncryption)
        {
            writer.From(StorageFields.Partitions.Path, "The builders' disk customizations know no LUKS.")
                .Line("# NOT ENCRYPTED: disk images cannot carry the LUKS layer of this design; only the installer ISO makes it.");
        }

        writer.From(DeliveryFields.ImageTypes.Path, "Mounted into the builder as /config.toml. Host name, locale and time zone are files of the image, because the builders ignore them here.")
            .Line("# Builder config for disk images (qcow2, raw, ami, vmdk, vhd, gce, ova).");
        WriteUsers(writer, design);
        WriteArguments(writer, design);
        WriteDisk(writer, design.Storage);
        return writer.ToDocument();
    }

    /// <summary>The config for pxe-tar-xz: there is no disk, and image-builder refuses the table (imagetypes.yaml).</summary>
    private static DesignDocument PxeConfig(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.PxeConfig, DocumentLanguage.Toml)
            .From(DeliveryFields.ImageTypes.PathOf(ImageType.PxeTarXz), "Without customizations.disk, which image-builder refuses for a type that has no disk and bootc-image-builder ignores.")
            .Line("# Builder config for the network boot image (pxe-tar-xz).");
        WriteUsers(writer, design);
        WriteArguments(writer, design);
        return writer.ToDocument();
    }

    private static void WriteUsers(DocumentWriter writer, ImageDesign design)
    {
        foreach (var account in design.Users.Accounts)
        {
            var path = UsersFields.Accounts.PathOf(account);
            if (!account.HasCredential)
            {
                writer.From(path, "A user without a password and a key would be there and could not log in.")
                    .Line()
                    .Line($"# user {account.Name}: {account.WhyNotMade()}, so it is not made");
                continue;
            }

            writer.From(path).Line().Line("[[customizations.user]]").Line($"name = {TomlText.Quote(account.Name.ToString())}");
            Optional("description", account.FullName, "full_name");
            if (account.Password is { } password && account.HasPassword)
            {
                writer.Line($"password = {TomlText.Quote(password.ToString())}", path.Member("password"), "A $6$ hash is taken as it is; any other text would be hashed again.");
            }

            if (!account.SshKeys.IsEmpty)
            {
                writer.Line($"key = {TomlText.Quote(account.SshKeys[0].ToString())}", path.Member("ssh_keys"), "The builders take one key for each user.");
            }

            if (!account.Groups.IsEmpty)
            {
                writer.Line($"groups = {TomlText.Array(account.Groups.Select(group => group.ToString()))}", path.Member("groups"));
            }

            Optional("shell", account.Shell?.ToString() ?? "", "shell");
            Optional("home", account.Home?.ToString() ?? "", "home");
            Number("uid", account.UserId);
            Number("gid", account.GroupId);
            if (account.Expires is { } day)
            {
                writer.Line(FormattableString.Invariant($"expiredate = {day.DaysSince1970}"), path.Member("expires"), $"The builder counts days from 1970-01-01: this is {day}.");
            }

            if (account.ChangePasswordAtFirstLogin && account.HasPassword)
            {
                writer.Line("force_password_reset = true", path.Member("change_password"));
            }

            void Optional(string key, string value, string column)
            {
                if (value.Length > 0)
                {
                    writer.Line($"{key} = {TomlText.Quote(value)}", path.Member(column));
                }
            }

            void Number(string key, int? value)
            {
                if (value is { } number)
                {
                    writer.Line(FormattableString.Invariant($"{key} = {number}"), path.Member(key));
                }
            }
        }

        foreach (var group in design.Users.Groups)
        {
            writer.From(UsersFields.Groups.PathOf(group)).Line().Line("[[customizations.group]]").Line($"name = {TomlText.Quote(group.Name.ToString())}");
            if (group.GroupId is { } id)
            {
                writer.Line(FormattableString.Invariant($"gid = {id}"));
            }
        }
    }

    private static void WriteArguments(DocumentWriter writer, ImageDesign design)
    {
        var entries = design.Kernel.Arguments.Where(entry => entry.Owner == ArgumentOwner.Installer).ToList();
        if (entries.Count > 0)
        {
            writer.From([.. entries.Select(KernelFields.Arguments.PathOf)], "Only the installer's own arguments: those of the image are in kargs.d, and a second owner would hide who may take them back.")
                .Line()
                .Line("[customizations.kernel]")
                .Line($"append = {TomlText.Quote(string.Join(' ', entries.Select(entry => entry.Argument.ToString())))}");
        }
    }

    private static void WriteDisk(DocumentWriter writer, StorageSection storage)
    {
        if (storage.Partitions.IsEmpty)
        {
            return;
        }

        writer.From(StorageFields.Partitions.Path, "The builder adds what the firmware needs and is missing here.")
            .Line()
            .Line("[customizations.disk]")
            .Line("type = \"gpt\"");
        foreach (var partition in storage.Partitions)
        {
            WritePartition(writer, storage, partition);
        }
    }

    private static void WritePartition(DocumentWriter writer, StorageSection storage, Partition partition)
    {
        var path = StorageFields.Partitions.PathOf(partition);
        writer.From(path).Line().Line("[[customizations.disk.partitions]]");
        if (partition.FileSystem == FileSystemKind.Btrfs)
        {
            writer.Line("type = \"btrfs\"", path.Member("file_system")).Line($"minsize = {Size(partition.Size)}", path.Member("size"));
            writer.Within(path, () => WriteSubvolumes(writer, storage, partition));
            return;
        }

        if (partition.FileSystem == FileSystemKind.Lvm)
        {
            writer.Line("type = \"lvm\"", path.Member("file_system"))
                .Line($"name = {TomlText.Quote(partition.Name.ToString())}", path.Member("name"))
                .Line($"minsize = {Size(partition.Size)}", path.Member("size"));
            writer.Within(path, () => WriteLogicalVolumes(writer, storage, partition));
            return;
        }

        writer.From(path.Member("file_system")).Line("type = \"plain\"").Line($"minsize = {Size(partition.Size)}", path.Member("size"));
        switch (partition.FileSystem)
        {
            case FileSystemKind.Swap:
                writer.Line("fs_type = \"swap\"");
                break;
            case FileSystemKind.Efi:
                writer.Line("fs_type = \"vfat\"").Line("mountpoint = \"/boot/efi\"", path.Member("mount_point")).Line($"part_type = {TomlText.Quote(EfiPartitionType)}");
                break;
            default:
                writer.Line($"fs_type = {TomlText.Quote(partition.FileSystem == FileSystemKind.Xfs ? "xfs" : "ext4")}")
                    .Line($"mountpoint = {TomlText.Quote(BootcMountPoints.OnDisk(partition.MountPoint?.ToString() ?? "/"))}", path.Member("mount_point"))
                    .Line($"label = {TomlText.Quote(partition.Name.ToString())}", path.Member("name"));
                break;
        }
    }

    private static void WriteSubvolumes(DocumentWriter writer, StorageSection storage, Partition partition)
    {
        foreach (var subvolume in storage.Subvolumes.Where(subvolume => subvolume.Volume == partition.Name))
        {
            var path = StorageFields.Subvolumes.PathOf(subvolume);
            writer.From(path)
                .Line()
                .Line("[[customizations.disk.partitions.subvolumes]]")
                .Line($"name = {TomlText.Quote(subvolume.Name.ToString())}", path.Member("name"))
                .Line($"mountpoint = {TomlText.Quote(BootcMountPoints.OnDisk(subvolume.MountPoint.ToString()))}", path.Member("mount_point"), RealPlace);
        }
    }

    private static void WriteLogicalVolumes(DocumentWriter writer, StorageSection storage, Partition partition)
    {
        foreach (var volume in storage.LogicalVolumes.Where(volume => volume.Group == partition.Name))
        {
            var volumePath = StorageFields.LogicalVolumes.PathOf(volume);
            writer.From(volumePath)
                .Line()
                .Line("[[customizations.disk.partitions.logical_volumes]]")
                .Line($"name = {TomlText.Quote(volume.Name.ToString())}", volumePath.Member("name"))
                .Line($"minsize = {Size(volume.Size)}", volumePath.Member("size"))
                .Line($"fs_type = {TomlText.Quote(volume.FileSystem switch { FileSystemKind.Swap => "swap", FileSystemKind.Xfs => "xfs", _ => "ext4" })}", volumePath.Member("file_system"));
            if (volume.FileSystem != FileSystemKind.Swap)
            {
                writer.Line(
                    $"mountpoint = {TomlText.Quote(BootcMountPoints.OnDisk(volume.MountPoint?.ToString() ?? "/"))}",
                    volumePath.Member("mount_point"),
                    RealPlace);
            }
        }
    }

    /// <summary>A size in the units that the builders read (image-builder, pkg/datasizes): no bare B.</summary>
    private static string Size(ByteSize size)
    {
        var mebibytes = size.MebibytesRoundedUp;
        return TomlText.Quote(mebibytes > 0 && mebibytes % 1024 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{mebibytes / 1024} GiB")
            : string.Create(CultureInfo.InvariantCulture, $"{mebibytes} MiB"));
    }
}
