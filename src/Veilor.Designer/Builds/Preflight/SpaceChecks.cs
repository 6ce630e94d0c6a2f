using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Free space where a build needs it: the storages and the workspace.</summary>
/// <param name="runsFolder">Where runs are laid down.</param>
internal sealed class SpaceChecks(string runsFolder)
{
    /// <summary>Compares the estimate with what is free.</summary>
    /// <param name="design">The design.</param>
    /// <param name="choices">The chosen steps.</param>
    /// <param name="host">How root's rights are to be had.</param>
    /// <param name="images">What is in the storages.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(ImageDesign design, BuildChoices choices, BuildHost host, ImageChecks images, CancellationToken cancellation)
    {
        var estimate = SpaceEstimate.Of(design, choices, host, images.BaseSize);
        var own = await ToolVersions.AskAsync("podman", ["info", "--format", "{{.Store.GraphRoot}}"], cancellation) ?? host.RootStorage;
        return
        [
            .. SpaceCheck.Of(
            [
                Need("Container build", choices.BuildAsRoot ? host.RootStorage : own, estimate.Storage),
                Need("Copy in root's storage", host.RootStorage, estimate.RootStorage),
                Need("Image builder", host.RootStorage, images.NeedsBuilder ? SpaceEstimate.UnknownBuilder : 0),
                Need("Disk images and ISOs", runsFolder, estimate.Results),
            ]),
        ];
    }

    private static SpaceNeed Need(string purpose, string folder, long bytes) =>
        new(purpose, folder, MountedFileSystem.Of(folder)?.Device ?? folder, bytes, FreeBytes(folder));

    private static long? FreeBytes(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            try
            {
                if (Directory.Exists(at))
                {
                    return new DriveInfo(at).AvailableFreeSpace;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }
}
