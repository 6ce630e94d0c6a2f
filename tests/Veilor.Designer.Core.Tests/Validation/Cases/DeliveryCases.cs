using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD8: installer, outputs, publishing and workflow.</summary>
internal static class DeliveryCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD8001", "an ISO without a registry name", Iso.Repository(null)),
        Spares("VD8001", "an ISO with a registry name", Iso),
        Spares("VD8001", "a disk image without a registry name", Sound.Repository(null)),

        Raises("VD8002", "anaconda-iso", Iso),
        Spares("VD8002", "a disk image", Sound),

        Raises("VD8003", "image-builder with anaconda-iso", DeliveryFields.Builder.Set(Iso, BuilderKind.ImageBuilder)),
        Spares("VD8003", "bootc-image-builder with anaconda-iso", Iso),
        Spares("VD8003", "image-builder with a disk", DeliveryFields.Builder.Set(Sound, BuilderKind.ImageBuilder)),

        Raises("VD8004", "bootc-installer", Sound.Types(ImageType.BootcInstaller)),
        Spares("VD8004", "anaconda-iso", Iso),

        Raises("VD8005", "a second image source", Iso.Kickstart("ostreecontainer --url=example.org/a")),
        Raises("VD8005", "a second image source in the kickstart for a stock installer", Sound.Kickstart("  liveimg --url=https://example.org/a")),
        Spares("VD8005", "a comment about it", Iso.Kickstart("# ostreecontainer is added by the builder")),
        Spares("VD8005", "another command", Iso.Kickstart("firewall --enabled")),

        Raises("VD8006", "an ISO of an image that is not pushed", DeliveryFields.BuildIso.Set(Iso.Repository(null), true)),
        Spares("VD8006", "an ISO of a pushed image", DeliveryFields.BuildIso.Set(Iso, true)),

        Raises("VD8007", "a registry name with a tag", Sound.Repository("ghcr.io/example/image:1")),
        Raises("VD8007", "a registry name with a digest", Sound.Repository($"ghcr.io/example/image@sha256:{new string('c', 64)}")),
        Spares("VD8007", "a registry name", Sound),
    ];
}
