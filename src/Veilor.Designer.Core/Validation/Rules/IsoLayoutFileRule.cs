using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The container says what its ISO looks like (image-builder, doc/20-advanced/20-bootc/10-isos.md).</summary>
public sealed class IsoLayoutFileRule() : DesignRule("VD8033", DiagnosticSeverity.Error, "Nothing says what the ISO looks like")
{
    private const string Layout = "usr/lib/image-builder/bootc/iso.yaml";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (DeliveryFields.ImageTypes.Contains(input.Design, ImageType.BootcGenericIso)
            && input.Design.Outputs.InstallerImage is null
            && !input.Content.Contains(DesignContent.OverlayFolder + Layout))
        {
            yield return Report(DeliveryFields.ImageTypes.PathOf(ImageType.BootcGenericIso), $"bootc-generic-iso makes an ISO of a container with Anaconda or a live system that describes it in /{Layout}. The overlay has no such file, and no installer container is named.", "Leave bootc-generic-iso out", design => DeliveryFields.ImageTypes.Remove(design, ImageType.BootcGenericIso));
        }
    }
}
