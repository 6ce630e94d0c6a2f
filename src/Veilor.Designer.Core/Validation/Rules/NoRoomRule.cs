using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without free space an unattended Anaconda stops: not enough free space on disks.</summary>
public sealed class NoRoomRule() : DesignRule("VD3019", DiagnosticSeverity.Warning, "An unattended installation needs free space")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var design = input.Design;
        if (design.Installer.Mode == InstallerMode.Unattended && design.Storage.Wipe != WipePolicy.All && design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(StorageFields.Wipe.Path, "The installer may not erase the whole disk and has nobody to ask. On a disk without enough free space it stops.");
        }
    }
}
