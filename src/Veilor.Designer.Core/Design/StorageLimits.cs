namespace Veilor.Designer.Core.Design;

/// <summary>What the chosen outputs do not carry of a layout, in sentences for the form.</summary>
public static class StorageLimits
{
    /// <summary>The sentences, each with the outputs that it is about; none where every output carries all of it.</summary>
    public static IReadOnlyList<(string Output, string Text)> Of(ImageDesign design)
    {
        var storage = design.Storage;
        var limits = new List<(string, string)>();
        if (design.MakesDisk())
        {
            var disk = new List<string>();
            AddIf(disk, storage.HasEncryption, "LUKS");
            AddIf(disk, storage.Partitions.Any(partition => partition.Grow) || storage.LogicalVolumes.Any(volume => volume.Grow), "growing");
            AddIf(disk, storage.Partitions.Any(partition => partition.MountOptions is not null) || storage.LogicalVolumes.Any(volume => volume.MountOptions is not null) || storage.Subvolumes.Any(subvolume => subvolume.MountOptions is not null), "mount options");
            AddIf(disk, storage.Partitions.Any(partition => partition.FileSystem == FileSystemKind.Lvm), "LVM that starts");
            if (disk.Count > 0)
            {
                limits.Add(("Disk images", $"are made without {string.Join(", ", disk)}. What is erased and the target disk are matters of the installer."));
            }
        }

        if (design.MakesIso() && design.HasOwnKickstart())
        {
            limits.Add(("The installer", "follows your own kickstart and takes nothing of this layout."));
        }
        else if (design.MakesIso() && storage.Partitions.Any(partition => partition.FileSystem == FileSystemKind.Efi))
        {
            limits.Add(("The installer", "makes the EFI partition by itself, where the firmware wants one and in its own size."));
        }

        if (design.Outputs.ImageTypes.Contains(ImageType.PxeTarXz) && !storage.Partitions.IsEmpty)
        {
            limits.Add(("The network boot image", "has no disk and leaves the layout out."));
        }

        return limits;
    }

    private static void AddIf(List<string> list, bool isLost, string what)
    {
        if (isLost)
        {
            list.Add(what);
        }
    }
}
