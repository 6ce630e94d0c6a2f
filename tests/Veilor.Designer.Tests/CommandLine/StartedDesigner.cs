using System.Diagnostics;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>The executable while it runs. It does not outlive its test, whether that passes or fails.</summary>
public sealed class StartedDesigner(Process process) : IDisposable
{
    public Process Process { get; } = process;

    /// <summary>Waits for the link that the server prints.</summary>
    public async Task<string> LinkAsync() =>
        await Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
    }
}
