using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>ignoredisk looks among disks alone and ends: the disk given in the ignoredisk command does not exist (pyanaconda, device_matches with disks_only).</summary>
public sealed partial class TargetPartitionRule() : DesignRule("VD3036", DiagnosticSeverity.Error, "The target is no disk")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var target = input.Design.Storage.TargetDisk?.ToString() ?? "";
        var disk = target;
        if (target.StartsWith("dev/", StringComparison.Ordinal))
        {
            disk = target["dev/".Length..];
        }

        var isPartition = Partition().Match(disk);
        disk = isPartition.Success ? isPartition.Groups["disk"].Value : disk;
        if (!string.Equals(disk, target, StringComparison.Ordinal) && DiskName.TryParse(disk, out var whole, out _))
        {
            yield return Report(
                StorageFields.TargetDisk.Path,
                isPartition.Success
                    ? $"'{target}' is a partition, and the installer makes partitions of its own on a whole disk: it ends because no disk has this name."
                    : $"'{target}' is looked for below /dev, so it would be /dev/{target}, which is no disk.",
                $"Take {disk}",
                design => StorageFields.TargetDisk.Set(design, whole));
        }
    }

    /// <summary>As the kernel names partitions (a p after a digit), and udev the links to them.</summary>
    [GeneratedRegex(@"^(?<disk>[sv]d[a-z]{1,3}|hd[a-z])[0-9]{1,3}\z|^(?<disk>nvme[0-9]+n[0-9]+|mmcblk[0-9]+|md[0-9]+|loop[0-9]+)p[0-9]{1,3}\z|^(?<disk>disk/by-(id|path)/.+)-part[0-9]{1,3}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Partition();
}
