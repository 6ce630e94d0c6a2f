using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>XFS labels have 12 characters, ext4 labels 16 (mkfs.xfs(8), mke2fs(8)).</summary>
public sealed class LongLabelRule() : DesignRule("VD3016", DiagnosticSeverity.Error, "The name is too long for a label")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var partition in input.Design.Storage.Partitions)
        {
            var most = partition.FileSystem switch { FileSystemKind.Xfs => 12, FileSystemKind.Ext4 => 16, _ => VolumeName.MaximumLength };
            var name = partition.Name.ToString();
            if (name.Length <= most)
            {
                continue;
            }

            var path = StorageFields.Partitions.PathOf(partition, "name");
            var message = $"'{name}' has {name.Length} characters and becomes the label of the file system, which has room for {most}. mkfs would refuse it.";
            yield return StorageFields.Partitions.Find(input.Design, name[..most]) is null
                ? Report(path, message, $"Call it {name[..most]}", design => StorageFields.Partitions.Replace(design, name, partition with { Name = VolumeName.Parse(name[..most]) }))
                : Report(path, message);
        }
    }
}
