using System.Diagnostics;

namespace Veilor.Designer.Benchmarks.Logs;

/// <summary>A base image with busybox alone, in the storage that podman uses.</summary>
internal static class BenchmarkBase
{
    public const string Image = "localhost/veilor-designer-benchmark-base:1";

    private const string Make =
        """
        set -euo pipefail
        mkdir -p root/bin
        cp -L "$(command -v busybox)" root/bin/busybox
        ln -sf busybox root/bin/sh
        ln -sf busybox root/bin/sleep
        tar -C root -c . | podman import - "$1" > /dev/null
        """;

    /// <param name="folder">Where its files are put together.</param>
    public static Task MakeAsync(string folder) => CommandAsync(folder, "bash", ["-c", Make, "bash", Image]);

    public static Task RemoveAsync(params string[] others) => CommandAsync("/", "podman", ["rmi", "--force", "--ignore", .. others, Image]);

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not succeed.</exception>
    public static async Task CommandAsync(string folder, string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with status {process.ExitCode}.");
        }
    }
}
