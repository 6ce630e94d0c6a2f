using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders refuse it: duplicate mountpoint in partitioning customizations (blueprint, disk customizations).</summary>
public sealed class DuplicateMountRule() : DesignRule("VD3002", DiagnosticSeverity.Error, "Two file systems share a mount point")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var group in StorageFacts.MountPoints(input.Design.Storage).GroupBy(mount => StorageFacts.RealPath(mount.MountPoint), StringComparer.Ordinal))
        {
            foreach (var mount in group.Skip(1))
            {
                yield return Report(mount.Path.Member("mount_point"), $"{mount.MountPoint} is mounted twice. One of the two must go elsewhere.");
            }
        }
    }
}
