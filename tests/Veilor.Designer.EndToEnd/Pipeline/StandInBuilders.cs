using Veilor.Designer.EndToEnd.Containers;

namespace Veilor.Designer.EndToEnd.Pipeline;

/// <summary>
/// The stand-ins for bootc-image-builder and image-builder, under the names by which the product starts the real ones. They check what the real
/// ones check first, and make small files in place of disks; tests/stand-in-builder/README.md says what that cannot show.
/// </summary>
internal static class StandInBuilders
{
    public const string BootcImageBuilder = "quay.io/centos-bootc/bootc-image-builder:latest";

    private static readonly (string Target, string Image)[] Builders =
    [
        ("bootc-image-builder", BootcImageBuilder),
        ("image-builder", "ghcr.io/osbuild/image-builder-cli:latest"),
    ];

    /// <summary>Makes both in the tests' storage unless they are there.</summary>
    public static async Task EnsureAsync(PodmanEnvironment podman)
    {
        foreach (var (target, image) in Builders)
        {
            await podman.BuildAsync(RepositoryFiles.PathOf("tests", "stand-in-builder"), image, "--layers", "--target", target);
        }
    }
}
