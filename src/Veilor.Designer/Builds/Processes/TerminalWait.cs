using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// Waits while a person runs a step's commands in a terminal. This program never asks for a password, so what needs root and cannot have
/// it by <c>sudo -n</c> is done there; the step goes on when its result exists, which the last command makes.
/// </summary>
/// <param name="folder">The bundle, in which the commands run.</param>
/// <param name="note">Writes a line of the build service's own into the log.</param>
/// <param name="time">The clock.</param>
internal sealed class TerminalWait(string folder, Func<string, Task> note, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>What a person pastes: each command only when the one before succeeded, so that nothing is taken for done that failed.</summary>
    /// <param name="folder">The bundle.</param>
    /// <param name="step">A step for a terminal.</param>
    public static string Commands(string folder, BuildStep step) => $"cd {ShellCommandLine.Quote(folder)} &&\n{step.CommandLine}";

    /// <summary>Ends with status 0 when the result is there, and without a status when the run is stopped first.</summary>
    public async Task<StepOutcome> RunAsync(BuildStep step, CancellationToken stop)
    {
        var result = Path.GetFullPath(Path.Combine(folder, step.Produces));
        await note($"This step needs root, and sudo wants a password here. Run this in a terminal; the build waits for {Path.GetFileName(result)}, which the last command makes:");
        foreach (var line in Commands(folder, step).Split('\n'))
        {
            await note(line);
        }

        while (!File.Exists(result))
        {
            if (stop.IsCancellationRequested)
            {
                return new StepOutcome(null, "It was stopped while it waited for the commands to be run.");
            }

            await Task.WhenAny(Task.Delay(Poll, time, stop));
        }

        await note("The result is there; the build goes on.");
        File.Delete(result);
        return new StepOutcome(0, null);
    }
}
