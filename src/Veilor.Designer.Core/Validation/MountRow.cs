using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>A partition, subvolume or logical volume whose mount options the installer carries.</summary>
/// <param name="FileSystem">ext4, XFS or btrfs: no other carries options.</param>
/// <param name="MountPoint">Where it is mounted.</param>
/// <param name="Options">How, as fstab has it.</param>
/// <param name="Path">The field of the options.</param>
/// <param name="With">The edit that takes other options; null for none.</param>
internal sealed record MountRow(FileSystemKind FileSystem, MountPoint MountPoint, MountOptions Options, FieldPath Path, Func<ImageDesign, MountOptions?, ImageDesign> With)
{
    /// <summary>The rows of a design whose installer ISO writes them; none for another image type, which mounts with the defaults.</summary>
    public static IEnumerable<MountRow> Of(ImageDesign design)
    {
        if (!design.MakesIso() || design.HasOwnKickstart())
        {
            yield break;
        }

        foreach (var partition in design.Storage.Partitions.Where(partition => partition.MountOptions is not null && MountOptionPlaces.Carries(partition)))
        {
            yield return new MountRow(partition.FileSystem, partition.MountPoint!, partition.MountOptions!, StorageFields.Partitions.PathOf(partition, "mount_options"), (each, options) => StorageFields.Partitions.Put(each, partition with { MountOptions = options }));
        }

        foreach (var subvolume in design.Storage.Subvolumes.Where(subvolume => SubvolumeMountOptions.IsCarried(design.Storage, subvolume)))
        {
            yield return new MountRow(FileSystemKind.Btrfs, subvolume.MountPoint, subvolume.MountOptions!, StorageFields.Subvolumes.PathOf(subvolume, "mount_options"), (each, options) => StorageFields.Subvolumes.Put(each, subvolume with { MountOptions = options }));
        }

        foreach (var volume in design.Storage.LogicalVolumes.Where(volume => volume.MountOptions is not null && MountOptionPlaces.Carries(volume)))
        {
            yield return new MountRow(volume.FileSystem, volume.MountPoint!, volume.MountOptions!, StorageFields.LogicalVolumes.PathOf(volume, "mount_options"), (each, options) => StorageFields.LogicalVolumes.Put(each, volume with { MountOptions = options }));
        }
    }

    /// <summary>The options one by one.</summary>
    public IEnumerable<string> Words => Options.ToString().Split(',');

    /// <summary>The options with each one exchanged, or left out where it becomes null; null when none is left.</summary>
    public MountOptions? Change(Func<string, string?> change)
    {
        var text = string.Join(',', Words.Select(change).Where(word => word is not null));
        return text.Length == 0 ? null : MountOptions.Parse(text);
    }
}
