using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Only two types are made of another container than the image (image-builder, bootc_imagetype.go).</summary>
public sealed class UnusedInstallerRule() : DesignRule("VD8034", DiagnosticSeverity.Warning, "No image type uses the installer container")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Outputs.InstallerImage is { } installer && !input.Design.Outputs.ImageTypes.Any(type => input.Design.InstallerOf(type) is not null))
        {
            yield return Report(DeliveryFields.InstallerImage.Path, $"{installer} is used for bootc-installer and bootc-generic-iso only, and neither is made.", "Clear the field", design => DeliveryFields.InstallerImage.Set(design, null));
        }
    }
}
