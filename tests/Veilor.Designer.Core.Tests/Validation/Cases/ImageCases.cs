using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Cases of the family VD1: the image and its base.</summary>
internal static class ImageCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD1001", "a base by tag alone", ImageFields.Digest.Set(Sound, null)),
        Spares("VD1001", "a base by digest", Sound),

        Raises("VD1002", "a base with a digest in its reference", Base($"quay.io/fedora/fedora-bootc:43@sha256:{new string('b', 64)}")),
        Raises("VD1002", "a base with a digest of another kind", Base($"quay.io/fedora/fedora-bootc:43@sha512:{new string('b', 128)}")),
        Spares("VD1002", "a base with a tag", Sound),

        Raises("VD1003", "a base without a registry", Base("fedora/fedora-bootc:43")),
        Spares("VD1003", "a base on this machine", Base("localhost/base:1")),

        Raises("VD1004", "no architecture", ImageFields.Architectures.Set(Sound, [])),
        Spares("VD1004", "two architectures", ImageFields.Architectures.Set(Sound, [Architecture.X86_64, Architecture.Aarch64])),

        Raises("VD1005", "an application container", Base("registry.fedoraproject.org/fedora:43")),
        Spares("VD1005", "a bootc base", Sound),
        Spares("VD1005", "an atomic desktop", Base("quay.io/fedora/fedora-kinoite:44")),

        Raises("VD1006", "the image's own name as base", Base("ghcr.io/example/image:1")),
        Spares("VD1006", "another image of the same owner", Base("ghcr.io/example/base:1")),

        Raises("VD1007", "a base without a tag", ImageFields.Digest.Set(Base("quay.io/fedora/fedora-bootc"), null)),
        Raises("VD1007", "rawhide", ImageFields.Digest.Set(Base("quay.io/fedora/fedora-bootc:rawhide"), null)),
        Spares("VD1007", "a base without a tag and with a digest", Base("quay.io/fedora/fedora-bootc")),
        Spares("VD1007", "a release", ImageFields.Digest.Set(Sound, null)),

        Raises("VD1008", "a base of Red Hat's registry", Base("registry.redhat.io/rhel10/rhel-bootc:10")),
        Spares("VD1008", "the same without a workflow", DeliveryFields.WorkflowEnabled.Set(Base("registry.redhat.io/rhel10/rhel-bootc:10"), false)),
        Spares("VD1008", "a public base", Sound),

        Raises("VD1009", "a label that a field writes", Labelled("org.opencontainers.image.title")),
        Raises("VD1009", "a label that the base must bring", Labelled("containers.bootc")),
        Spares("VD1009", "a label of one's own", Labelled("org.example.team")),

        Raises("VD1010", "the name of an older release", BrandingFields.PrettyName.Set(Base("quay.io/fedora/fedora-bootc:44"), "Own 1.0 (Fedora Linux 43)")),
        Raises("VD1010", "a title with a newer release", ImageFields.Title.Set(Sound, "My Fedora 44")),
        Raises("VD1010", "the tag of an older release", DeliveryFields.Tag.Set(Base("quay.io/fedora-ostree-desktops/kinoite:44"), VersionTag.Parse("43"))),
        Raises("VD1010", "a further tag of an older release", DeliveryFields.ExtraTags.Add(Base("quay.io/fedora/fedora-bootc:44.20260801.0"), VersionTag.Parse("fedora-42"))),
        Spares("VD1010", "names of the base's release", DeliveryFields.Tag.Set(BrandingFields.PrettyName.Set(Sound, "Own 1.0 (Fedora Linux 43)"), VersionTag.Parse("f43"))),
        Spares("VD1010", "numbers that are no release", DeliveryFields.Tag.Set(ImageFields.Title.Set(Sound, "Own 42, as Fedora 43.1 and Fedora 2026 had it"), VersionTag.Parse("12"))),
        Spares("VD1010", "a base that tells no release", BrandingFields.PrettyName.Set(Base("ghcr.io/ublue-os/aurora:stable"), "Own (Fedora Linux 43)")),
        Spares("VD1010", "rawhide", BrandingFields.PrettyName.Set(Base("quay.io/fedora/fedora-bootc:rawhide"), "Own (Fedora Linux 43)")),
    ];

    private static ImageDesign Base(string reference) => ImageFields.Base.Set(Sound, ImageReference.Parse(reference));

    private static ImageDesign Labelled(string key) => ImageFields.Labels.Put(Sound, new ImageLabel { Key = LabelKey.Parse(key), Value = "x" });
}
