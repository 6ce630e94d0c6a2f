using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>branding</c>.</summary>
public static class BrandingFields
{
    public static ScalarField<string> Name { get; } = new(
        "branding.name", "Name",
        "NAME in os-release. ID and VERSION_ID stay the base's: the builders look the distribution up by them.",
        Codecs.Line,
        design => design.Branding.Name,
        (design, value) => design with { Branding = design.Branding with { Name = value } });

    public static ScalarField<string> PrettyName { get; } = new(
        "branding.pretty_name", "Pretty name",
        "PRETTY_NAME in os-release: what the boot menu shows.",
        Codecs.Line,
        design => design.Branding.PrettyName,
        (design, value) => design with { Branding = design.Branding with { PrettyName = value } });

    public static ScalarField<string> Variant { get; } = new(
        "branding.variant", "Variant",
        "VARIANT in os-release.",
        Codecs.Line,
        design => design.Branding.Variant,
        (design, value) => design with { Branding = design.Branding with { Variant = value } });

    public static ScalarField<PackageGroupId?> VariantId { get; } = new(
        "branding.variant_id", "Variant id",
        "VARIANT_ID in os-release: the variant for programs, without blanks.",
        Codecs.Optional<PackageGroupId>(),
        design => design.Branding.VariantId,
        (design, value) => design with { Branding = design.Branding with { VariantId = value } });

    public static ScalarField<HttpUrl?> HomeUrl { get; } = new(
        "branding.home_url", "Home page",
        "HOME_URL in os-release.",
        Codecs.Optional<HttpUrl>(),
        design => design.Branding.HomeUrl,
        (design, value) => design with { Branding = design.Branding with { HomeUrl = value } });

    public static ScalarField<VolumeName?> PlymouthTheme { get; } = new(
        "branding.plymouth_theme", "Boot splash theme",
        "The Plymouth theme. Setting one rebuilds the initramfs, from which it is shown.",
        Codecs.Optional<VolumeName>(),
        design => design.Branding.PlymouthTheme,
        (design, value) => design with { Branding = design.Branding with { PlymouthTheme = value } });
}
