using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse /boot in a logical volume (blueprint, disk customizations), and the firmware knows no LVM.</summary>
public sealed class BootLogicalVolumeRule() : DesignRule("VD3029", DiagnosticSeverity.Error, "The boot loader does not read LVM")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var volume in input.Design.Storage.LogicalVolumes)
        {
            if (volume.MountPoint?.ToString() is "/boot" or "/boot/efi")
            {
                yield return Report(StorageFields.LogicalVolumes.PathOf(volume, "mount_point"), $"'{volume.Name}' is mounted at {volume.MountPoint}, which must be a partition of its own.");
            }
        }
    }
}
