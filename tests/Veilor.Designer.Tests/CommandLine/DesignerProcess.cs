using System.Diagnostics;

namespace Veilor.Designer.Tests.CommandLine;

/// <summary>The real executable, run as a person would run it.</summary>
public static class DesignerProcess
{
    /// <summary>Starts it with the given arguments and changes to the environment.</summary>
    public static StartedDesigner Start(
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        params (string Name, string? Value)[] environment) => new(Process.Start(StartInfo(arguments, workingDirectory, environment))!);

    /// <summary>Runs it to its end with a text on its standard input.</summary>
    public static async Task<ProcessOutcome> RunWithInputAsync(string input, params string[] arguments)
    {
        var start = StartInfo(arguments, null, []);
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments, string? workingDirectory, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "veilor-designer.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<ProcessOutcome> RunAsync(params string[] arguments) => RunInAsync(null, arguments);

    /// <summary>Runs it to its end in a working directory.</summary>
    public static async Task<ProcessOutcome> RunInAsync(string? workingDirectory, params string[] arguments)
    {
        using var designer = Start(arguments, workingDirectory);
        return await EndAsync(designer.Process);
    }

    /// <summary>Asks it to stop, as the service manager does, and waits for its end.</summary>
    public static async Task<ProcessOutcome> StopAsync(StartedDesigner designer)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{designer.Process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync(designer.Process);
    }

    /// <summary>Waits for the end of one that was started.</summary>
    public static async Task<ProcessOutcome> EndAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience.Time);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await reading;
            return new ProcessOutcome(process.ExitCode, output.ToArray(), await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
