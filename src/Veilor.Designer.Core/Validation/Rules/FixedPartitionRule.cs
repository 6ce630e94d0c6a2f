using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>customizations.disk knows minsize and nothing that grows (blueprint, disk customizations).</summary>
public sealed class FixedPartitionRule() : DesignRule("VD3021", DiagnosticSeverity.Info, "A disk image does not grow the partition")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.MakesDisk()
            ? input.Design.Storage.Partitions
                .Where(partition => partition.Grow)
                .Select(partition => Report(StorageFields.Partitions.PathOf(partition, "grow"), $"'{partition.Name}' takes the free space where the installer partitions. In a disk image it gets {partition.Size}, and the disk is as large as its partitions together."))
            : [];
}
