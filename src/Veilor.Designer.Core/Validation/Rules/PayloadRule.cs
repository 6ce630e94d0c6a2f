using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without --installer-payload-ref the builder ends: no installer payload bootc ref set.</summary>
public sealed class PayloadRule() : DesignRule("VD8004", DiagnosticSeverity.Error, "bootc-installer needs an installer container")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (DeliveryFields.ImageTypes.Contains(input.Design, ImageType.BootcInstaller) && input.Design.Outputs.InstallerImage is null)
        {
            yield return Report(DeliveryFields.ImageTypes.PathOf(ImageType.BootcInstaller), "bootc-installer makes an ISO of a separate installer container, and the design names none: the builder would end with 'no installer payload bootc ref set'. Name it under Installer container.", "Use anaconda-iso", design => DeliveryFields.ImageTypes.Remove(DeliveryFields.ImageTypes.Add(design, ImageType.AnacondaIso), ImageType.BootcInstaller));
        }
    }
}
