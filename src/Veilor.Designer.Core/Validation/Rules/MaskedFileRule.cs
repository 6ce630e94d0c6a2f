using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>A mask is a link to /dev/null in /etc/systemd/system; systemctl mask ends where a file lies in its place (run with systemd 252 and 262).</summary>
public sealed class MaskedFileRule() : DesignRule("VD6025", DiagnosticSeverity.Error, "A file lies where the mask goes")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Services.Mask
            .Select(unit => $"etc/systemd/system/{unit}")
            .Where(path => OverlayFiles.Has(input.Content, path))
            .Select(path => ReportFile(path, $"The unit is masked, and the overlay has /{path}, where the mask would be: systemctl mask ends the build. Units of the image belong to /usr/lib/systemd/system."));
}
