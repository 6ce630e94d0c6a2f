using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc ends at an entry of bound-images.d that is no link to a quadlet: "Not a symlink" (bootc, crates/lib/src/boundimage.rs). The overlay holds files alone.</summary>
public sealed class BoundImageFileRule() : DesignRule("VD7056", DiagnosticSeverity.Error, "bootc takes links to bound images alone")
{
    private const string Folder = "usr/lib/bootc/bound-images.d/";

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayFiles.Below(input.Content, Folder).Select(each => ReportFile(each.Path, $"overlay/{each.Path} is a file, and bootc ends at it with 'Not a symlink': neither installation nor update would work. Put the quadlet into overlay/usr/share/containers/systemd, and write RUN mkdir -p /{Folder.TrimEnd('/')} && ln -s /usr/share/containers/systemd/{each.Path[Folder.Length..]} /{each.Path}."));
}
