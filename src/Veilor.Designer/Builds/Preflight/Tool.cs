namespace Veilor.Designer.Builds.Preflight;

/// <summary>A program that a build runs, and where it comes from.</summary>
/// <param name="Name">The program, looked up on PATH.</param>
/// <param name="Purpose">What it is needed for.</param>
/// <param name="Debian">Its package in Debian; empty for none.</param>
/// <param name="Fedora">Its package in Fedora; empty for none.</param>
public sealed record Tool(string Name, string Purpose, string Debian, string Fedora)
{
    /// <summary>The command that helps where there is no package; empty for none.</summary>
    public string Otherwise { get; init; } = "";

    /// <summary>What is said when it is missing.</summary>
    public string Hint { get; init; } = "not installed";
}
