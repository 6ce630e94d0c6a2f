using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Gates;

/// <summary>Gathers from a run's record and files what it has to say about the criteria.</summary>
public static class RunFactsReader
{
    /// <summary>The facts; null while the run goes on, or when it was made by a version that wrote no design id.</summary>
    /// <param name="run">The run.</param>
    /// <param name="bundle">Its folder <c>bundle/</c>.</param>
    /// <param name="artifacts">Its folder <c>artifacts/</c>.</param>
    public static RunFacts? Read(BuildRun run, string bundle, string artifacts)
    {
        if (!run.IsEnded || run.DesignId.Length == 0)
        {
            return null;
        }

        var results = RunResults.Read(artifacts);
        var iso = run.Steps.FirstOrDefault(step => step.Step.Kind == StepKind.Artifact && MakesIso(step.Step));
        return new RunFacts(run.Id.Value, run.DesignId, run.Ended ?? run.Created)
        {
            Built = Outcome(run.Steps.FirstOrDefault(step => step.Step.Kind == StepKind.Build)),
            BuildProblem = run.Steps.FirstOrDefault(step => step is { Step.Kind: StepKind.Build, State: StepState.Failed })?.FailureText ?? "",
            Linted = Outcome(run.Steps.FirstOrDefault(step => step.Step.Kind == StepKind.Lint)),
            Lint = results.Lint,
            Smoke = results.Smoke,
            IsoMade = Outcome(iso),
            Isos = results.Files.Select(file => file.Path).Where(path => path.EndsWith(".iso", StringComparison.Ordinal)).ToEquatableArray(),
            Kickstart = Outcome(iso) == true ? Kickstart(bundle) : null,
            HasGuide = File.Exists(Path.Combine(bundle, BundlePaths.BuildGuide)),
            Boots = results.Boots.ToEquatableArray(),
        };
    }

    private static bool MakesIso(BuildStep step) =>
        step.Arguments.Concat(step.TerminalCommands).Any(argument => argument.Contains(BundlePaths.IsoConfig, StringComparison.Ordinal));

    /// <summary>Whether a step succeeded; null when it was not there, or did not end by itself.</summary>
    private static bool? Outcome(StepRecord? step) => step?.State switch
    {
        StepState.Succeeded => true,
        StepState.Failed => false,
        _ => null,
    };

    private static KickstartReport? Kickstart(string bundle)
    {
        try
        {
            return KickstartChecker.Check(File.ReadAllText(Path.Combine(bundle, BundlePaths.IsoKickstart)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
