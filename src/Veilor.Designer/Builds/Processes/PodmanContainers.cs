using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// The working containers that <c>podman build</c> makes for its instructions. It removes them when it ends by itself; one that is
/// interrupted leaves them (seen with podman 4.3.1 on SIGINT, SIGTERM and SIGKILL alike).
/// </summary>
public static class PodmanContainers
{
    /// <summary>How long one podman command may take before it is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string WorkingContainerSuffix = "-working-container";

    /// <summary>Ids of all containers, those of builds included; null when podman cannot say.</summary>
    /// <param name="usesSudo">True for root's containers, which this program reaches by <c>sudo -n</c>.</param>
    public static async Task<IReadOnlyDictionary<string, string>?> ListAsync(bool usesSudo)
    {
        var result = await RunAsync(usesSudo, ["ps", "--all", "--external", "--no-trunc", "--format", "{{.ID}} {{.Names}}"]);
        return result is { ExitCode: 0 }
            ? result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', 2))
                .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal)
            : null;
    }

    /// <summary>Working containers that are there now and were not there <paramref name="before"/>.</summary>
    public static async Task<IReadOnlyList<string>> NewSinceAsync(IReadOnlyDictionary<string, string> before, bool usesSudo)
    {
        var now = await ListAsync(usesSudo);
        return now is null
            ? []
            : [.. now.Where(item => !before.ContainsKey(item.Key) && IsWorkingContainer(item.Value)).Select(item => item.Key)];
    }

    /// <summary>
    /// True when another build by podman or buildah is under way that is not of the run. Then new working containers may be its own, and nothing
    /// podman stores tells them apart.
    /// </summary>
    /// <param name="ours">The run's processes.</param>
    public static bool IsSomeoneElseBuilding(IReadOnlyList<ProcessEntry> ours)
    {
        var known = ours.Select(process => process.Identity).ToHashSet();
        return ProcFileSystem.ReadAll().Any(process =>
            !process.IsZombie && !known.Contains(process.Identity)
            && (process.Name.StartsWith("buildah", StringComparison.Ordinal)
                || (process.Name == "podman" && ProcFileSystem.ReadArguments(process.Identity.Id).Contains("build", StringComparer.Ordinal))));
    }

    /// <summary>Removes containers by id or name, running or not.</summary>
    /// <returns>Null when they are gone, else what podman says.</returns>
    public static Task<string?> RemoveAsync(IEnumerable<string> containers, bool usesSudo) => ProblemOfAsync(usesSudo, ["rm", "--force", .. containers]);

    /// <summary>Stops a container; podman kills it after <paramref name="seconds"/>.</summary>
    /// <returns>Null when it is stopped or was not there, else what podman says.</returns>
    public static Task<string?> StopAsync(string container, int seconds, bool usesSudo) =>
        ProblemOfAsync(usesSudo, ["stop", "--ignore", $"--time={seconds}", container]);

    private static async Task<string?> ProblemOfAsync(bool usesSudo, string[] arguments)
    {
        var result = await RunAsync(usesSudo, arguments);
        return result switch
        {
            null => "podman did not answer.",
            { ExitCode: 0 } => null,
            _ => result.StandardError.Trim(),
        };
    }

    private static async Task<BufferedCommandResult?> RunAsync(bool usesSudo, string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await Cli.Wrap(usesSudo ? "sudo" : "podman").WithArguments(usesSudo ? ["-n", "podman", .. arguments] : arguments).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static bool IsWorkingContainer(string names) =>
        names.Split(',').Any(name => name.Contains(WorkingContainerSuffix, StringComparison.Ordinal));
}
