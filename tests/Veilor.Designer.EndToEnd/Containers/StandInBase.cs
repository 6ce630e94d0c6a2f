using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.EndToEnd.Containers;

/// <summary>
/// The stand-in for Fedora's bootc base image: a test double with real dnf5, systemd, dracut and SELinux tools.
/// What it cannot prove: anything about Fedora's own packages, kernel or policy, and the real <c>bootc</c>.
/// </summary>
internal static class StandInBase
{
    /// <summary>The name that templates write after <c>FROM</c>; it exists in the stand-in's image stores only.</summary>
    public const string Image = "quay.io/fedora/fedora-bootc:43";

    /// <summary>Makes the image unless it is there (minutes the first time, under a second later).</summary>
    /// <returns>The read-only image stores that hold it.</returns>
    /// <exception cref="InvalidOperationException">The image cannot be made; the message is the script's own.</exception>
    public static async Task<IReadOnlyList<string>> EnsureAsync()
    {
        var result = await Cli.Wrap(RepositoryFiles.PathOf("tests", "stand-in", "build"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        if (!result.IsSuccess)
            throw new InvalidOperationException($"tests/stand-in/build failed with exit status {result.ExitCode}.\n{result.StandardError}");
        return result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
