using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builders make the disk as one file of its full size, with holes (osbuild, org.osbuild.truncate).</summary>
public sealed class LargeDiskRule() : DesignRule("VD3039", DiagnosticSeverity.Warning, "The disk image may be too large for a file")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var total = LayoutSizes.Total(input.Design.Storage);
        if (input.Design.MakesDisk() && total > LayoutSizes.MostFile.Bytes && total < LayoutSizes.MostDevice)
        {
            yield return Report(StorageFields.Partitions.Path, $"The disk image is a file of more than {LayoutSizes.MostFile}, which ext4 does not take, and few disks hold. Draw what the system needs at least; a machine's own disk can be larger.");
        }
    }
}
