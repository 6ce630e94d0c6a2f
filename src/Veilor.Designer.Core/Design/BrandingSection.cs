using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>
/// What the image calls itself in os-release. ID and VERSION_ID stay the base's: the builders look up the
/// distribution by them and refuse one they do not know.
/// </summary>
public sealed record BrandingSection
{
    public string Name { get; init; } = "";

    public string PrettyName { get; init; } = "";

    public string Variant { get; init; } = "";

    public PackageGroupId? VariantId { get; init; }

    public HttpUrl? HomeUrl { get; init; }

    /// <summary>The Plymouth theme; setting one rebuilds the initramfs, which is where it is shown from.</summary>
    public VolumeName? PlymouthTheme { get; init; }
}
