using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>customizations.disk knows no mount options (blueprint, disk customizations).</summary>
public sealed class DiskMountOptionsRule() : DesignRule("VD3033", DiagnosticSeverity.Info, "Disk images mount with the defaults")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.MakesDisk())
        {
            yield break;
        }

        foreach (var partition in input.Design.Storage.Partitions.Where(partition => partition.MountOptions is not null && MountOptionPlaces.Carries(partition)))
        {
            yield return Report(StorageFields.Partitions.PathOf(partition, "mount_options"), Message(input.Design, partition.MountPoint?.ToString(), partition.MountOptions?.ToString()));
        }

        foreach (var subvolume in input.Design.Storage.Subvolumes.Where(subvolume => SubvolumeMountOptions.IsCarried(input.Design.Storage, subvolume)))
        {
            yield return Report(StorageFields.Subvolumes.PathOf(subvolume, "mount_options"), $"The installer mounts {subvolume.MountPoint} with {subvolume.MountOptions}; the disk images mount it with the defaults.");
        }

        foreach (var volume in input.Design.Storage.LogicalVolumes.Where(volume => volume.MountOptions is not null && MountOptionPlaces.Carries(volume)))
        {
            yield return Report(StorageFields.LogicalVolumes.PathOf(volume, "mount_options"), Message(input.Design, volume.MountPoint?.ToString(), volume.MountOptions?.ToString()));
        }
    }

    private static string Message(ImageDesign design, string? place, string? options) =>
        design.MakesIso()
            ? $"The installer mounts {place} with {options}; the disk images mount it with the defaults."
            : $"The disk images mount {place} with the defaults, and no installer is made that would take {options}. A unit or a line of /etc/fstab in the overlay can.";
}
