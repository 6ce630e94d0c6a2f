using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The builder ends: bootc container initramfs requires ostree, dmsquash-live and livenet modules (image-builder).</summary>
public sealed class PxeInitramfsRule() : DesignRule("VD8024", DiagnosticSeverity.Error, "The initramfs cannot boot from the network")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (DeliveryFields.ImageTypes.Contains(input.Design, ImageType.PxeTarXz)
            && !OverlayFiles.Below(input.Content, "etc/dracut.conf.d/", "usr/lib/dracut/dracut.conf.d/").Any(each => each.File.ReadableText().Contains("livenet", StringComparison.Ordinal) && each.File.ReadableText().Contains("dmsquash-live", StringComparison.Ordinal)))
        {
            yield return Report(DeliveryFields.ImageTypes.PathOf(ImageType.PxeTarXz), "pxe-tar-xz needs the dracut modules dmsquash-live and livenet in the image's initramfs, or the builder ends. Add a file to overlay/usr/lib/dracut/dracut.conf.d and rebuild the initramfs.", "Leave the network boot image out", design => DeliveryFields.ImageTypes.Remove(design, ImageType.PxeTarXz));
        }
    }
}
