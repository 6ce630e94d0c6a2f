namespace Veilor.Designer.Builds;

/// <summary>Whether this machine can build, and if not, what to do about it.</summary>
/// <param name="Version">podman's version, such as <c>4.3.1</c>; null when it cannot be used.</param>
/// <param name="Problem">In words, what is missing; null when nothing is.</param>
/// <param name="InstallCommand">The command that installs what is missing on this distribution; null when nothing is missing, or the distribution is not known.</param>
public sealed record PodmanStatus(string? Version, string? Problem, string? InstallCommand)
{
    public bool IsAvailable => Problem is null;
}
