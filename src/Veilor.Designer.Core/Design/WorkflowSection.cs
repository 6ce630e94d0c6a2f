namespace Veilor.Designer.Core.Design;

/// <summary>The GitHub workflow that builds and publishes the image.</summary>
public sealed record WorkflowSection
{
    public bool Enabled { get; init; } = true;

    /// <summary>Minutes after which a job is ended; 1 to 360.</summary>
    public int TimeoutMinutes { get; init; } = 60;

    public BuildSchedule Schedule { get; init; }

    /// <summary>Whether the ISO is built as well.</summary>
    public bool BuildIso { get; init; }

    /// <summary>Whether a pushed version tag uploads the ISO to a release, split into parts below GitHub's limit.</summary>
    public bool Release { get; init; }
}
