using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc-image-builder ends with a panic at a /boot subvolume without a root beside it (image-builder, raw_bootc.go).</summary>
public sealed class BootSubvolumeRule() : DesignRule("VD3020", DiagnosticSeverity.Error, "The disk builder cannot make this /boot")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var subvolumes = input.Design.Storage.Subvolumes;
        if (input.Design.MakesDisk() && subvolumes.FirstOrDefault(each => string.Equals(each.MountPoint.ToString(), "/boot", StringComparison.Ordinal)) is { } boot
            && !subvolumes.Any(each => each.MountPoint.IsRoot))
        {
            yield return Report(StorageFields.Subvolumes.PathOf(boot, "mount_point"), $"/boot is the subvolume '{boot.Name}', and the root is none: the disk builder ends with a panic. Give /boot a partition of its own, or make the root a subvolume too.", $"Remove the subvolume {boot.Name}", design => StorageFields.Subvolumes.Remove(design, boot.Name.ToString()));
        }
    }
}
