using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// What the builders can make, and which settings each type supports.
/// Source: osbuild/image-builder, data/distrodefs/bootc-generic/imagetypes.yaml and internal/bibimg.
/// </summary>
internal static class ImageTypes
{
    private static readonly string[] Known =
        ["ami", "anaconda-iso", "bootc-installer", "gce", "iso", "ova", "pxe-tar-xz", "qcow2", "raw", "vhd", "vmdk"];

    private static readonly string[] OnlyInImageBuilder = ["bootc-generic-iso", "oci"];

    /// <summary>Another name of <c>ova</c>, which the list in an error does not have.</summary>
    private const string OvaAlias = "vsphere-ova";

    private static readonly string[] Isos = ["anaconda-iso", "bootc-generic-iso", "bootc-installer", "iso"];

    private static readonly string[] Metadata = ["name", "version", "description"];

    private static readonly string[] DiskOptions =
    [
        "customizations.bootloader", "customizations.directories", "customizations.disk", "customizations.files",
        "customizations.group", "customizations.ignition", "customizations.kernel.append", "customizations.user",
        "customizations.sshd",
    ];

    private static readonly string[] IsoOptions =
    [
        "customizations.fips", "customizations.group", "customizations.installer", "customizations.kernel.append",
        "customizations.user",
    ];

    private static readonly string[] PxeOptions =
    [
        "customizations.directories", "customizations.files", "customizations.user", "customizations.group",
        "customizations.kernel.append",
    ];

    public static bool IsIso(string type) => Isos.Contains(type, StringComparer.Ordinal);

    /// <summary>True for the ISO types that install packages from the image's repositories; they are deprecated.</summary>
    public static bool IsPackageIso(string type) => type is "anaconda-iso" or "iso";

    /// <summary>The settings that a type supports, as dotted paths.</summary>
    public static IReadOnlyList<string> SupportedOptions(string type) =>
        [.. IsIso(type) ? IsoOptions : type == "pxe-tar-xz" ? PxeOptions : DiskOptions, .. Metadata];

    /// <exception cref="ConfigErrorException">A type is unknown, or the types do not go together.</exception>
    public static void Check(IReadOnlyList<string> types, BuilderFrontEnd builder)
    {
        var problem = FindProblem(types, builder);
        if (problem is not null)
        {
            throw new ConfigErrorException($"cannot detect build types [{string.Join(' ', types)}]: {problem}");
        }
    }

    private static string? FindProblem(IReadOnlyList<string> types, BuilderFrontEnd builder)
    {
        var known = builder == BuilderFrontEnd.ImageBuilder ? [.. Known, .. OnlyInImageBuilder] : Known;
        var unknown = types.FirstOrDefault(t => !known.Contains(t, StringComparer.Ordinal) && !(builder == BuilderFrontEnd.ImageBuilder && t is OvaAlias));
        if (unknown is not null)
        {
            return $"unsupported image type {GoText.Quote(unknown)}, valid types are {string.Join(", ", known.Order(StringComparer.Ordinal))}";
        }

        if (builder == BuilderFrontEnd.ImageBuilder && types.Count > 1)
        {
            return "image-builder makes one type in a run";
        }

        return types.Any(IsIso) && !types.All(IsIso)
            ? $"cannot mix ISO/disk images in request [{string.Join(' ', types)}]"
            : null;
    }
}
