using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>clearpart --all without ignoredisk erases every disk that Anaconda sees, a backup disk too (pykickstart, clearpart).</summary>
public sealed class EraseEverythingRule() : DesignRule("VD3018", DiagnosticSeverity.Warning, "The ISO erases every disk without asking")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        if (design.Installer.Mode == InstallerMode.Unattended && design.Storage.Wipe == WipePolicy.All && design.Storage.TargetDisk is null
            && design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(StorageFields.TargetDisk.Path, "The installation asks nothing, erases everything, and no target disk is named: every disk that is plugged in loses its data. Name the disk, or install interactively.", "Install interactively", each => DeliveryFields.InstallerMode.Set(each, InstallerMode.Interactive));
        }
    }
}
