using System.Diagnostics;

namespace Veilor.Designer.Core.Tests;

/// <summary>Runs a real program as an independent judge. A program that is missing fails the test.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs to the end and returns standard output; any exit status but 0 fails the test.</summary>
    public static string Run(string program, params string[] arguments) =>
        System.Text.Encoding.UTF8.GetString(RunWithInput([], program, arguments));

    /// <summary>The same with bytes on standard input.</summary>
    public static byte[] RunWithInput(byte[] input, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        writing.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        return output.ToArray();
    }

    /// <summary>Runs to the end and returns the exit status; the program must be there.</summary>
    public static int Ends(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode;
    }
}
