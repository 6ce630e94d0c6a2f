namespace Veilor.Designer.Builds.Processes;

/// <summary>How a step's process ended.</summary>
/// <param name="ExitStatus">0 to 255; null when it could not be started.</param>
/// <param name="Problem">In words, why it could not be started; null when it was.</param>
public sealed record StepOutcome(int? ExitStatus, string? Problem);
