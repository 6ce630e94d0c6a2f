using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What is in memory goes to swap, keys and passwords too (kernel, power/swsusp; crypttab(5)).</summary>
public sealed class PlainSwapRule() : DesignRule("VD3026", DiagnosticSeverity.Warning, "Swap carries secrets past the encryption")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Storage.HasEncryption
            ? input.Design.Storage.Partitions
                .Where(partition => partition is { FileSystem: FileSystemKind.Swap, Encrypted: false })
                .Select(partition => Report(StorageFields.Partitions.PathOf(partition, "encrypted"), $"'{partition.Name}' is swap without encryption beside an encrypted partition: what programs hold in memory gets onto the disk in the clear.", $"Encrypt {partition.Name}", design => StorageFields.Partitions.Put(design, partition with { Encrypted = true })))
            : [];
}
