using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Builds.Booting;

/// <summary>Starts runs that do nothing but boot a file: one that an earlier run made, or a disk that was installed elsewhere.</summary>
public sealed class BootStarter(BuildService builds, PreflightProbe preflight)
{
    /// <summary>Boots a file that a run has made.</summary>
    /// <param name="source">The run.</param>
    /// <param name="path">The file below its <c>artifacts/</c>.</param>
    /// <param name="cancellation">Gives up before the run is queued.</param>
    public async Task<StartResult> StartAsync(BuildRun source, string path, CancellationToken cancellation)
    {
        if (ArtifactFolder.Find(builds.ArtifactsFolderOf(source.Id), path) is not { } file)
        {
            return new StartResult(null, $"The build has no file '{path}' any more.");
        }

        return ReadDesign(builds.BundleFolderOf(source.Id)) is { } design
            ? await StartAsync(source.DesignSlug, design, source.DesignId, file, cancellation)
            : new StartResult(null, "The design of that build cannot be read any more.");
    }

    /// <summary>Boots any file.</summary>
    /// <param name="slug">The design it is of.</param>
    /// <param name="design">That design, which says what the machine is to reach.</param>
    /// <param name="designId">Its id.</param>
    /// <param name="file">The file's path.</param>
    /// <param name="cancellation">Gives up before the run is queued.</param>
    /// <param name="timeLimit">How long it may take; null for what fits the machine.</param>
    public async Task<StartResult> StartAsync(
        string slug, ImageDesign design, string designId, string file, CancellationToken cancellation, TimeSpan? timeLimit = null)
    {
        var full = Path.GetFullPath(file);
        if (BootCommand.MediumOf(full) is null)
        {
            return new StartResult(null, $"'{Path.GetFileName(full)}' is neither a disk (qcow2, raw, img) nor an ISO.");
        }

        if (!File.Exists(full))
        {
            return new StartResult(null, $"There is no file {full}.");
        }

        var host = await RootProbe.ProbeAsync(cancellation);
        var report = await preflight.RunForBootAsync(full, host, cancellation);
        if (!report.CanBuild)
        {
            return StartResult.InTheWay(report);
        }

        var plan = BuildPlanner.Boot(design, full, host, timeLimit);
        return await builds.StartAsync(new BuildRequest(slug, design.DisplayTitle(), [], plan) { DesignId = designId }, cancellation);
    }

    private static ImageDesign? ReadDesign(string bundle)
    {
        try
        {
            return DesignToml.Read(File.ReadAllText(Path.Combine(bundle, BundlePaths.Design))).Design;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
