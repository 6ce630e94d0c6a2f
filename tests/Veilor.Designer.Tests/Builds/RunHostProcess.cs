using System.Diagnostics;
using System.Globalization;
using Veilor.Designer.Builds;

namespace Veilor.Designer.Tests.Builds;

/// <summary>A real process that runs one build, to be killed.</summary>
internal sealed class RunHostProcess : IDisposable
{
    private readonly Process _process;

    private RunHostProcess(Process process, RunId run)
    {
        _process = process;
        Run = run;
    }

    public static string Executable { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../Veilor.Designer.RunHost/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Veilor.Designer.RunHost"));

    public RunId Run { get; }

    /// <summary>Starts a run and waits until it is queued.</summary>
    /// <param name="runs">The folder for runs.</param>
    /// <param name="files">Name and text of each file in the bundle.</param>
    /// <param name="steps">The command of each step.</param>
    public static async Task<RunHostProcess> StartAsync(string runs, IEnumerable<(string Name, string Text)> files, params IEnumerable<string[]> steps)
    {
        string[] arguments = [runs, .. files.SelectMany(file => new[] { "--file", file.Name, file.Text }), .. steps.SelectMany(step => step.Prepend("--"))];
        var start = new ProcessStartInfo(Executable, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience.Time);
        Assert.True(RunId.TryParse(line, out var run), line);
        return new RunHostProcess(process, run);
    }

    /// <summary>Sends SIGKILL to this process alone: its children live on, as after a crash.</summary>
    public async Task CrashAsync()
    {
        using (var kill = Process.Start("kill", ["-KILL", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
