using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>What several storage rules look at.</summary>
internal static class StorageFacts
{
    /// <summary>Every mount point of the layout with the row it comes from.</summary>
    public static IEnumerable<(MountPoint MountPoint, FieldPath Path)> MountPoints(StorageSection storage)
    {
        foreach (var partition in storage.Partitions)
        {
            if (partition.MountPoint is { } mountPoint)
            {
                yield return (mountPoint, StorageFields.Partitions.PathOf(partition));
            }
        }

        foreach (var subvolume in storage.Subvolumes)
        {
            yield return (subvolume.MountPoint, StorageFields.Subvolumes.PathOf(subvolume));
        }

        foreach (var volume in storage.LogicalVolumes)
        {
            if (volume.MountPoint is { } mountPoint)
            {
                yield return (mountPoint, StorageFields.LogicalVolumes.PathOf(volume));
            }
        }
    }

    /// <summary>The design with whatever is mounted at one place mounted at another.</summary>
    public static ImageDesign Remount(ImageDesign design, MountPoint from, MountPoint to) => design with
    {
        Storage = design.Storage with
        {
            Partitions = design.Storage.Partitions.Select(each => each.MountPoint == from ? each with { MountPoint = to } : each).ToEquatableArray(),
            LogicalVolumes = design.Storage.LogicalVolumes.Select(each => each.MountPoint == from ? each with { MountPoint = to } : each).ToEquatableArray(),
            Subvolumes = design.Storage.Subvolumes.Select(each => each.MountPoint == from ? each with { MountPoint = to } : each).ToEquatableArray(),
        },
    };

    /// <summary>The place behind a link: /home and /var/home are one.</summary>
    public static string RealPath(MountPoint mountPoint) => BootcMountPoints.OnDisk(mountPoint.ToString());
}
