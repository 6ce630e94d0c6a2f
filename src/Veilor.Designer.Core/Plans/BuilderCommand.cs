using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Plans;

/// <summary>The command lines of the two image builders, run from their containers.</summary>
public static class BuilderCommand
{
    private const string BootcImageBuilder = "quay.io/centos-bootc/bootc-image-builder:latest";
    private const string ImageBuilder = "ghcr.io/osbuild/image-builder-cli:latest";

    /// <summary>The container image that the builder runs from.</summary>
    public static string ContainerImage(BuilderKind builder) =>
        builder == BuilderKind.BootcImageBuilder ? BootcImageBuilder : ImageBuilder;

    /// <summary>The builder config that fits the type.</summary>
    public static string ConfigPath(ImageType type) => type switch
    {
        ImageType.PxeTarXz => BundlePaths.PxeConfig,
        _ when type.IsIso() => BundlePaths.IsoConfig,
        _ => BundlePaths.DiskConfig,
    };

    /// <summary>Where the builder leaves the result, below <c>output/</c> (image-builder, imagetypes.yaml); image-builder names files after the distribution instead.</summary>
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
    public static EquatableArray<string> Arguments(ImageDesign design, ImageType type, string image)
    {
        var typeName = DeliveryFields.ImageTypes.Codec.Format(type);
        var rootFileSystem = DeliveryFields.RootFileSystem.Codec.Format(design.Outputs.RootFileSystem);
        var arguments = new List<string>
        {
            "run", "--rm", "--privileged", "--pull=newer", "--security-opt", "label=type:unconfined_t",
            "--volume", $"./{ConfigPath(type)}:/config.toml:ro",
            "--volume", "./output:/output",
            "--volume", "/var/lib/containers/storage:/var/lib/containers/storage",
            ContainerImage(design.Outputs.Builder),
        };
        arguments.AddRange(design.Outputs.Builder == BuilderKind.BootcImageBuilder
            ? ["--type", typeName, "--rootfs", rootFileSystem, image]
            : ["build", "--bootc-ref", image, "--bootc-default-fs", rootFileSystem, "--blueprint", "/config.toml", typeName]);
        return arguments.ToEquatableArray();
    }
}
