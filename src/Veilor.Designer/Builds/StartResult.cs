using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds;

/// <summary>The answer to a <see cref="BuildRequest"/>: the queued run, or in words why there is none.</summary>
/// <param name="Run">The run, waiting or already running; null when it could not be laid down on disk.</param>
/// <param name="Problem">What went wrong, for example a full disk; null when there is a run.</param>
public sealed record StartResult(BuildRun? Run, string? Problem)
{
    /// <summary>What was looked at, when something on this machine is in the way; else null.</summary>
    public PreflightReport? Preflight { get; init; }

    /// <summary>The answer when nothing was started because it could not work.</summary>
    public static StartResult InTheWay(PreflightReport report) =>
        new(null, $"Nothing was started: {string.Join(' ', report.Blocking.Select(check => $"{check.Name}: {check.Found} (needed for {check.NeededFor})."))}") { Preflight = report };
}
