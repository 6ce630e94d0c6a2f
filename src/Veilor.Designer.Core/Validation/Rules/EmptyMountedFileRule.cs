using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>buildah leaves empty files where it mounted its own, and bootc container lint (buildah-injected) warns of them.</summary>
public sealed class EmptyMountedFileRule() : DesignRule("VD7033", DiagnosticSeverity.Warning, "An empty file takes the place of the machine's")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        const string Path = "etc/hostname";
        if (input.Content.Find(DesignContent.OverlayFolder + Path) is { Length: 0 })
        {
            yield return ReportFile(Path, "overlay/etc/hostname is empty: machines would have no name, and bootc container lint takes the file for a trace of the builder. Use the field Host name, or leave the file out.");
        }
    }
}
