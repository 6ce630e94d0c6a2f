namespace Veilor.Designer.Builds;

/// <summary>The answer to a <see cref="BuildRequest"/>: the queued run, or in words why there is none.</summary>
/// <param name="Run">The run, waiting or already running; null when it could not be laid down on disk.</param>
/// <param name="Problem">What went wrong, for example a full disk; null when there is a run.</param>
public sealed record StartResult(BuildRun? Run, string? Problem);
