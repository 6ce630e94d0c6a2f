using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>assets/ is copied when a target is named; a target without files copies nothing.</summary>
public sealed class UnusedAssetsRule() : DesignRule("VD7022", DiagnosticSeverity.Warning, "The assets do not reach the image")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Content.HasAssets && input.Design.Overlay.AssetsTarget is null)
        {
            yield return Report(ContentFields.AssetsTarget.Path, "The folder assets/ has files, and no target is named, so they stay out of the image.", "Copy them to /usr/share/assets", design => ContentFields.AssetsTarget.Set(design, AbsolutePath.Parse("/usr/share/assets")));
        }
    }
}
