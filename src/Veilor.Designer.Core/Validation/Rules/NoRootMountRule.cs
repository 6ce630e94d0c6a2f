using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Anaconda and the builders need exactly one file system at /.</summary>
public sealed class NoRootMountRule() : DesignRule("VD3001", DiagnosticSeverity.Error, "The layout has no root")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.Storage.Partitions.IsEmpty && !StorageFacts.MountPoints(input.Design.Storage).Any(mount => mount.MountPoint.IsRoot))
        {
            yield return Report(StorageFields.Partitions.Path, "Nothing is mounted at /. Give a partition, a subvolume or a logical volume the mount point /.");
        }
    }
}
