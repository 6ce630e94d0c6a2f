using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Veilor.Designer.Builds;

/// <summary>Looks whether podman is there. Asked anew each time, because the answer changes while the page is open.</summary>
/// <param name="command">The program, looked up on PATH.</param>
/// <param name="osReleasePath">The file that names the distribution (os-release(5)).</param>
public sealed class PodmanProbe(string command = "podman", string osReleasePath = "/etc/os-release")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks <c>podman --version</c>. Trouble is part of the answer; only a cancelled call throws.</summary>
    public async Task<PodmanStatus> ProbeAsync(CancellationToken cancellation = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var result = await Cli.Wrap(command).WithArguments(["--version"]).WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(patience.Token);
            return result.ExitCode == 0
                ? new PodmanStatus(result.StandardOutput.Trim().Split(' ')[^1], null, null)
                : new PodmanStatus(null, $"podman is installed but does not start: {result.StandardError.Trim()}", null);
        }
        catch (Win32Exception)
        {
            return Missing();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PodmanStatus(null, $"podman did not answer within {Patience.TotalSeconds:0} seconds.", null);
        }
    }

    private PodmanStatus Missing()
    {
        var install = MachineFacts.ReadOsRelease(osReleasePath)?.InstallCommand("podman");
        return new PodmanStatus(null, "podman is not installed. It is the program that builds the image.", install);
    }
}
