namespace Veilor.Designer.Builds.Processes;

/// <summary>Working containers of builds that are newer than a step.</summary>
/// <param name="Own">Ids of those that the run has made, by <see cref="BuildMark"/>.</param>
/// <param name="Unproven">Ids of the others, which may be anybody's and are never removed.</param>
public sealed record WorkingContainers(IReadOnlyList<string> Own, IReadOnlyList<string> Unproven)
{
    public static WorkingContainers None { get; } = new([], []);
}
