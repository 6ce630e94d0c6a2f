using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>Runs an ended run again, after a look at the machine: what was there then may be gone.</summary>
public sealed class RebuildStarter(BuildService builds, PreflightProbe preflight)
{
    /// <summary>Queues the same files and commands once more, unless something is in the way.</summary>
    /// <param name="id">The ended run.</param>
    /// <param name="cancellation">Gives up before the run is queued.</param>
    public async Task<StartResult> StartAsync(RunId id, CancellationToken cancellation = default)
    {
        if (builds.Find(id) is not { } run)
        {
            return await builds.RebuildAsync(id, cancellation);
        }

        var host = await RootProbe.ProbeAsync(cancellation);
        var steps = run.Steps.Select(step => step.Planned).ToList();
        var report = run.IsBoot && BootCommand.FileOf(steps[0].Arguments) is { } file
            ? await preflight.RunForBootAsync(Path.GetFullPath(file, builds.BundleFolderOf(id)), host, cancellation)
            : await LookAsync(id, steps, host, cancellation);
        return report.CanBuild ? await builds.RebuildAsync(id, cancellation) : StartResult.InTheWay(report);
    }

    private async Task<PreflightReport> LookAsync(RunId id, List<BuildStep> steps, BuildHost host, CancellationToken cancellation)
    {
        var report = await preflight.RunAsync(ReadDesign(id), BuildChoices.Of(steps), host, cancellation);
        return Rights(steps, host) is { } rights ? new PreflightReport([rights, .. report.Checks]) : report;
    }

    /// <summary>The commands are the same, so the rights must be: what ran by sudo wants no password still, what ran as root is root again.</summary>
    private static PreflightCheck? Rights(List<BuildStep> steps, BuildHost host)
    {
        const string Purpose = "the same commands as then";
        if (steps.Exists(step => step.UsesSudo) && host.Root == RootAccess.Terminal)
        {
            return new PreflightCheck("Rights", "sudo", CheckState.Blocking, "sudo wants a password now; it did not when this was built", Purpose, ["sudo -v"]);
        }

        return steps.Exists(step => step.Kind == StepKind.Artifact && step is { UsesSudo: false, IsForTerminal: false }) && !host.IsRoot
            ? new PreflightCheck("Rights", "Root", CheckState.Blocking, "this was built by root, which this program is not; build it from the page of its design", Purpose, [])
            : null;
    }

    private ImageDesign? ReadDesign(RunId id)
    {
        try
        {
            return DesignToml.Read(File.ReadAllText(Path.Combine(builds.BundleFolderOf(id), BundlePaths.Design))).Design;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
