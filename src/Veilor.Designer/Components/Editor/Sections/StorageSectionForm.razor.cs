using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>The disk: what may be erased, a picture to scale, and rows for partitions and subvolumes.</summary>
public sealed partial class StorageSectionForm : ComponentBase
{
    private static readonly string[] Disks = ["sda", "nvme0n1", "vda", "mmcblk0"];

    private static readonly Dictionary<string, IReadOnlyList<string>> PartitionValues = new(StringComparer.Ordinal)
    {
        ["mount_point"] = ["/boot/efi", "/boot", "/", "/var", "/var/home"],
        ["size"] = ["600 MiB", "1 GiB", "2 GiB", "8 GiB", "20 GiB"],
    };

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    private Dictionary<string, IReadOnlyList<string>> SubvolumeValues() => new(StringComparer.Ordinal)
    {
        ["mount_point"] = ["/", "/var/home", "/var", "/var/log"],
        ["volume"] = [.. Editor.Design.Storage.Partitions.Where(partition => partition.FileSystem == FileSystemKind.Btrfs).Select(partition => partition.Name.ToString())],
    };

    private void Lay(bool isEncrypted)
    {
        var volume = VolumeName.Parse("system");
        Editor.Apply(new DesignEdit(
            StorageFields.Partitions.Path,
            isEncrypted ? "lay out the disk with encrypted btrfs" : "lay out the disk with btrfs",
            design => design with
            {
                Storage = design.Storage with
                {
                    Partitions =
                    [
                        new Partition { Name = VolumeName.Parse("efi"), FileSystem = FileSystemKind.Efi, MountPoint = MountPoint.Parse("/boot/efi"), Size = ByteSize.FromMebibytes(600) },
                        new Partition { Name = VolumeName.Parse("boot"), FileSystem = FileSystemKind.Ext4, MountPoint = MountPoint.Parse("/boot"), Size = ByteSize.FromGibibytes(1) },
                        new Partition { Name = volume, FileSystem = FileSystemKind.Btrfs, Size = ByteSize.FromGibibytes(20), Grow = true, Encrypted = isEncrypted },
                    ],
                    Subvolumes =
                    [
                        new Subvolume { Name = VolumeName.Parse("root"), MountPoint = MountPoint.Parse("/"), Volume = volume },
                        new Subvolume { Name = VolumeName.Parse("home"), MountPoint = MountPoint.Parse("/var/home"), Volume = volume },
                    ],
                },
            }));
    }
}
