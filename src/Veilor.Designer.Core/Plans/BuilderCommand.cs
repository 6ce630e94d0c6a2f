using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Plans;

/// <summary>The command lines of the two image builders, from their containers or installed.</summary>
public static class BuilderCommand
{
    private const string BootcImageBuilder = "quay.io/centos-bootc/bootc-image-builder:latest";
    private const string ImageBuilder = "ghcr.io/osbuild/image-builder-cli:latest";
    private const string MountedConfig = "/config.toml";

    /// <summary>The container image that the builder runs from.</summary>
    public static string ContainerImage(BuilderKind builder) =>
        builder == BuilderKind.BootcImageBuilder ? BootcImageBuilder : ImageBuilder;

    /// <summary>The name of the installed program.</summary>
    public static string Program(BuilderKind builder) =>
        builder == BuilderKind.BootcImageBuilder ? "bootc-image-builder" : "image-builder";

    /// <summary>The builder config that fits the type; null for the one that reads nothing of a config.</summary>
    public static string? ConfigPath(ImageType type) => type switch
    {
        ImageType.BootcGenericIso => null,
        ImageType.PxeTarXz => BundlePaths.PxeConfig,
        _ when type.IsIso() => BundlePaths.IsoConfig,
        _ => BundlePaths.DiskConfig,
    };

    /// <summary>Where bootc-image-builder leaves the result, below <c>output/</c> (image-builder, imagetypes.yaml); image-builder names files after the distribution instead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">bootc-image-builder does not make the type.</exception>
    public static string OutputPath(ImageType type) => type switch
    {
        ImageType.AnacondaIso or ImageType.BootcInstaller => "output/bootiso/install.iso",
        ImageType.Qcow2 => "output/qcow2/disk.qcow2",
        ImageType.Raw or ImageType.Ami => "output/image/disk.raw",
        ImageType.Vmdk => "output/vmdk/disk.vmdk",
        ImageType.Vhd => "output/vpc/disk.vhd",
        ImageType.Gce => "output/gce/image.tar.gz",
        ImageType.Ova => "output/archive/image.ova",
        ImageType.PxeTarXz => "output/xz/pxe.tar.xz",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    /// <summary>
    /// The arguments of <c>podman</c>. It must run as root: the builder reads root's container storage and makes loop
    /// devices. The builder never pulls the image itself.
    /// </summary>
    /// <param name="design">The design.</param>
    /// <param name="type">The image type to make.</param>
    /// <param name="image">The image under its final registry name, since the ISO makes machines upgrade from that name.</param>
    public static EquatableArray<string> Arguments(ImageDesign design, ImageType type, string image) =>
        Arguments(design, [type], image, "./output", BuildHost.DefaultRootStorage, containerName: null);

    /// <summary>The same for several types that one run of the builder can make, with results and storage where a build has them.</summary>
    /// <param name="design">The design.</param>
    /// <param name="types">What to make: one type for image-builder, disks together or one ISO for bootc-image-builder.</param>
    /// <param name="image">The image under its final registry name.</param>
    /// <param name="output">The folder for results; it must exist.</param>
    /// <param name="rootStorage">Root's container storage on this machine.</param>
    /// <param name="containerName">The name of the builder's container, so that a build can be cancelled; null for none.</param>
    public static EquatableArray<string> Arguments(
        ImageDesign design, IReadOnlyList<ImageType> types, string image, string output, string rootStorage, string? containerName)
    {
        string[] name = containerName is null ? [] : ["--name", containerName];
        string[] config = ConfigPath(types[0]) is { } path ? ["--volume", $"./{path}:{MountedConfig}:ro"] : [];
        return
        [
            "run", "--rm", .. name, "--privileged", "--pull=newer", "--security-opt", "label=type:unconfined_t",
            .. config,
            "--volume", $"{output}:/output",
            "--volume", $"{rootStorage}:{BuildHost.DefaultRootStorage}",
            ContainerImage(design.Outputs.Builder),
            .. BuilderArguments(design, types, image, [], config.Length == 0 ? null : MountedConfig),
        ];
    }

    /// <summary>The program and arguments of the builder that is installed on this machine; it must run as root.</summary>
    /// <param name="design">The design.</param>
    /// <param name="types">What to make, as for the container.</param>
    /// <param name="image">The image under its final registry name.</param>
    /// <param name="output">The folder for results; it must exist.</param>
    public static EquatableArray<string> Installed(ImageDesign design, IReadOnlyList<ImageType> types, string image, string output)
    {
        var config = ConfigPath(types[0]);
        var program = Program(design.Outputs.Builder);
        // Inside its container bootc-image-builder finds /config.toml, /output and its caches by itself; installed it must be told.
        return design.Outputs.Builder == BuilderKind.BootcImageBuilder
            ?
            [
                program, .. config is null ? Array.Empty<string>() : ["--config", config], "--output", output,
                "--store", $"/var/cache/{program}/store", "--rpmmd", $"/var/cache/{program}/rpmmd",
                .. BuilderArguments(design, types, image, [], config),
            ]
            : [program, .. BuilderArguments(design, types, image, ["--output-dir", output], config)];
    }

    /// <summary>
    /// The types in groups that one run of the builder makes. bootc-image-builder makes several disks at once and never mixes them with an
    /// ISO; image-builder makes one type a run. A virtual appliance comes last, since the first type names all files.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ImageType>> Groups(BuilderKind builder, IEnumerable<ImageType> types)
    {
        var ordered = types.Distinct().OrderBy(type => type == ImageType.Ova).ToList();
        if (builder == BuilderKind.ImageBuilder)
        {
            return [.. ordered.Select(type => (IReadOnlyList<ImageType>)[type])];
        }

        var disks = ordered.Where(type => type.IsDisk()).ToList();
        var rest = ordered.Where(type => !type.IsDisk()).Select(type => (IReadOnlyList<ImageType>)[type]);
        return disks.Count == 0 ? [.. rest] : [disks, .. rest];
    }

    private static IEnumerable<string> BuilderArguments(
        ImageDesign design, IReadOnlyList<ImageType> types, string image, IEnumerable<string> output, string? config)
    {
        var rootFileSystem = DeliveryFields.RootFileSystem.Codec.Format(design.Outputs.RootFileSystem);
        var installer = design.InstallerOf(types[0]);
        var source = installer?.ToString() ?? image;
        var isForBib = design.Outputs.Builder == BuilderKind.BootcImageBuilder;
        string[] payload = installer is not null && types[0] == ImageType.BootcInstaller
            ? [isForBib ? "--installer-payload-ref" : "--bootc-installer-payload-ref", image]
            : [];
        string[] blueprint = config is null ? [] : ["--blueprint", config];
        return isForBib
            ? [.. types.SelectMany(type => new[] { "--type", NameOf(type) }), "--rootfs", rootFileSystem, .. payload, source]
            : ["build", "--bootc-ref", source, .. payload, "--bootc-default-fs", rootFileSystem, .. blueprint, .. output, NameOf(types[0])];
    }

    /// <summary>The type as the builders call it.</summary>
    public static string NameOf(ImageType type) => DeliveryFields.ImageTypes.Codec.Format(type);
}
