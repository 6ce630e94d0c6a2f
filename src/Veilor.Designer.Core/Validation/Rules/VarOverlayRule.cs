using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>/var is unpacked at the first installation only, and bootc container lint (var-tmpfiles) warns of files in it.</summary>
public sealed class VarOverlayRule() : DesignRule("VD7007", DiagnosticSeverity.Warning, "Files in /var do not update")
{
    private static readonly string[] Homes = ["var/home/", "var/roothome/", "var/run/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        OverlayFiles.Below(input.Content, "var/", "srv/", "mnt/", "media/", "opt/")
            .Where(each => !Array.Exists(Homes, folder => each.Path.StartsWith(folder, StringComparison.Ordinal)))
            .Select(each => ReportFile(each.Path, $"overlay/{each.Path} is unpacked at the first installation only, and bootc container lint warns of it. Ship it below /usr and make a copy or a link with tmpfiles.d."));
}
