using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>plymouth-set-default-theme is in plymouth-scripts; without it the step ends the build.</summary>
public sealed class MissingPlymouthRule() : DesignRule("VD6007", DiagnosticSeverity.Warning, "The boot splash program may be missing")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Branding.PlymouthTheme is { } theme && !PackagesFields.Install.Contains(input.Design, PackageSpec.Parse("plymouth-scripts")))
        {
            yield return Report(BrandingFields.PlymouthTheme.Path, $"The theme {theme} is set with plymouth-set-default-theme, which comes with plymouth-scripts. Unless a group brings it, the build ends there.", "Install plymouth-scripts", design => PackagesFields.Install.Add(design, PackageSpec.Parse("plymouth-scripts")));
        }
    }
}
