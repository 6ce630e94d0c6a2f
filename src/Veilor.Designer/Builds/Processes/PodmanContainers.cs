using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// The working containers that <c>podman build</c> makes for its instructions. It removes them when it ends by itself; one that is
/// interrupted leaves them (seen with podman 4.3.1 on SIGINT, SIGTERM and SIGKILL alike).
/// </summary>
public static class PodmanContainers
{
    /// <summary>
    /// How long one podman command may take before it is given up: tenths of a second where nothing else is to do, and many seconds beside a build
    /// on a slow disk. What is given up leaves containers behind.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>All containers, those of builds included; null when podman cannot say.</summary>
    /// <param name="usesSudo">True for root's containers, which this program reaches by <c>sudo -n</c>.</param>
    public static async Task<IReadOnlyList<ListedContainer>?> ListAsync(bool usesSudo) =>
        await RunAsync(usesSudo, ["ps", "--all", "--external", "--format", "json"]) is { ExitCode: 0 } result ? ListedContainer.ReadList(result.StandardOutput) : null;

    /// <summary>Working containers that were made since a moment, those of the run apart from the others.</summary>
    /// <param name="began">When the step began. That it is later asked for what was made since, and not before for what is there, spares each step a podman command.</param>
    /// <param name="run">The run.</param>
    /// <param name="usesSudo">True for root's containers.</param>
    public static async Task<WorkingContainers> MadeSinceAsync(DateTimeOffset began, RunId run, bool usesSudo)
    {
        var now = await ListAsync(usesSudo);
        var found = now?.Where(item => item.IsWorkingContainer && item.IsSince(began)).Select(item => item.Id).ToList() ?? [];
        if (found.Count == 0)
        {
            return WorkingContainers.None;
        }

        var storage = await RunAsync(usesSudo, ["info", "--format", "{{.Store.GraphRoot}}/{{.Store.GraphDriverName}}-containers"]) is { ExitCode: 0 } info
            ? info.StandardOutput.Trim()
            : null;
        List<string> own = [], unproven = [];
        foreach (var id in found)
        {
            var stored = storage is null ? null : await ReadStoredAsync(Path.Combine(storage, id, "userdata", "buildah.json"), usesSudo);
            (stored is not null && BuildMark.IsIn(stored, run) ? own : unproven).Add(id);
        }

        return new WorkingContainers(own, unproven);
    }

    /// <summary>The command that removes these containers, for a shell.</summary>
    public static string RemovalCommand(IEnumerable<string> containers, bool usesSudo) =>
        ShellCommandLine.Format(usesSudo ? "sudo" : "podman", [.. usesSudo ? ["podman"] : Array.Empty<string>(), "rm", "--force", .. containers]);

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

    /// <summary>What podman has stored of a container; null when it is gone or may not be read.</summary>
    private static async Task<string?> ReadStoredAsync(string path, bool usesSudo)
    {
        if (usesSudo)
        {
            return await ExecuteAsync("sudo", ["-n", "cat", path]) is { ExitCode: 0 } result ? result.StandardOutput : null;
        }

        try
        {
            return await File.ReadAllTextAsync(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Task<BufferedCommandResult?> RunAsync(bool usesSudo, string[] arguments) =>
        usesSudo ? ExecuteAsync("sudo", ["-n", "podman", .. arguments]) : ExecuteAsync("podman", arguments);

    private static async Task<BufferedCommandResult?> ExecuteAsync(string command, string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await Cli.Wrap(command).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
