using System.ComponentModel;
using CliWrap;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Processes;

/// <summary>
/// Runs one step in its own session and process group (<c>setsid --wait</c>, util-linux): CliWrap's own cancellation reaches one
/// process and its kill misses children with another parent, so ending is the work of <see cref="CancelLadder"/>.
/// </summary>
/// <param name="run">The run; marks the processes.</param>
/// <param name="folder">The bundle, in which the step works.</param>
/// <param name="log">Takes the output.</param>
/// <param name="time">The clock.</param>
public sealed class StepRunner(RunId run, string folder, LogPump log, TimeProvider time)
{
    /// <summary>How long a step's output may stay open after its process has ended, held by a child left behind.</summary>
    public static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    /// <summary>How long what a step leaves behind may take to end by itself, as what podman starts to clean up after a container.</summary>
    private static readonly TimeSpan LeavingTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long what a step wrote last may wait to be read when nothing of it lives. It is read at once unless the machine or its disk is too busy,
    /// as with the image that the step has made.
    /// </summary>
    private static readonly TimeSpan ReadingPatience = TimeSpan.FromMinutes(2);

    /// <summary>How often the whole machine is looked at for the run's processes, which costs some milliseconds of processor time.</summary>
    private static readonly TimeSpan TraceInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private string RunFolder => Path.GetDirectoryName(Path.GetFullPath(folder))!;

    /// <summary>Runs the step to its end.</summary>
    /// <param name="step">What to run.</param>
    /// <param name="index">Its place in the plan, from 0.</param>
    /// <param name="stop">Ends the step by the ladder; the outcome is then that of the ended process.</param>
    /// <param name="watch">Looks at standard output and may end the step; null for none.</param>
    public async Task<StepOutcome> RunAsync(BuildStep step, int index, CancellationToken stop, IStepWatch? watch = null)
    {
        if (step.IsForTerminal)
        {
            return await new TerminalWait(folder, text => log.NoteAsync(index, text), time).RunAsync(step, stop);
        }

        if (FindOnPath(step.Command) is null)
        {
            return new StepOutcome(null, $"{step.Command} is not installed: it was not found on PATH.");
        }

        using var adoption = OrphanAdoption.Begin(time);
        var processes = new RunProcesses(run, step.UsesSudo, adoption);
        var ladder = new CancelLadder(processes, step.IsPodman ? time.GetUtcNow() : null, text => log.NoteAsync(index, text), time, step.UsesSudo);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(() => stopped.TrySetResult());
        if (stop.IsCancellationRequested)
        {
            return new StepOutcome(null, "It was stopped before it began.");
        }

        CommandTask<CommandResult> command;
        try
        {
            command = Cli.Wrap("setsid")
                .WithArguments(["--wait", step.Command, .. BuildMark.Arguments(step, run)])
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(variables => variables.Set(RunProcesses.Marker, run.Value))
                .WithStandardOutputPipe(Output(step, index, watch))
                .WithStandardErrorPipe(log.CreateTarget(LogStream.Error, index))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(CancellationToken.None);
        }
        catch (Win32Exception exception)
        {
            return new StepOutcome(null, $"setsid could not be started: {exception.Message}");
        }

        var leader = ProcFileSystem.Read(command.ProcessId)?.Identity;
        if (leader is { } first)
        {
            processes.Remember([first]);
            adoption.Leader = first;
        }

        var ended = command.Task;
        var traced = time.GetTimestamp();
        Trace(processes);
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, stopped.Task, Task.Delay(Poll, time, CancellationToken.None));
            if (ended.IsCompleted)
            {
                break;
            }

            if (stop.IsCancellationRequested)
            {
                await ladder.RunAsync(step);
                break;
            }

            if (watch is { IsOver: true })
            {
                await log.NoteAsync(index, watch.Note);
                await ladder.RunAsync(step);
                break;
            }

            if (leader is null || ProcFileSystem.Read(command.ProcessId)?.Identity != leader)
            {
                await Task.WhenAny(ended, Task.Delay(OutputGrace, time, CancellationToken.None));
                break;
            }

            if (time.GetElapsedTime(traced) >= TraceInterval)
            {
                traced = time.GetTimestamp();
                Trace(processes);
            }
            else if (processes.Follow() is { Count: > 0 } found)
            {
                RunTrace.Add(RunFolder, found);
            }
        }

        if (!await HaveLeftAsync(processes))
        {
            await log.NoteAsync(index, "The step has ended and left processes behind; they are ended too.");
            await ladder.EndProcessesAsync();
        }

        await WaitForOutputAsync(ended, stopped.Task, processes);
        return ended.IsCompleted
            ? new StepOutcome((await ended).ExitCode, null)
            : new StepOutcome(null, "Its processes could not be ended.");
    }

    /// <summary>A cancel does not wait for output.</summary>
    private async Task WaitForOutputAsync(Task ended, Task stopped, RunProcesses processes)
    {
        if (!ended.IsCompleted && !stopped.IsCompleted && processes.Refresh().Count == 0)
        {
            await Task.WhenAny(ended, stopped, Task.Delay(ReadingPatience, time, CancellationToken.None));
        }

        await Task.WhenAny(ended, Task.Delay(OutputGrace, time, CancellationToken.None));
    }

    private async Task<bool> HaveLeftAsync(RunProcesses processes)
    {
        var started = time.GetTimestamp();
        while (processes.Refresh().Count > 0)
        {
            if (time.GetElapsedTime(started) >= LeavingTime)
            {
                return false;
            }

            await Task.Delay(Poll, time, CancellationToken.None);
        }

        return true;
    }

    private PipeTarget Output(BuildStep step, int index, IStepWatch? watch)
    {
        var target = step.OutputFile is { } file ? PipeTarget.ToFile(Path.Combine(folder, file)) : log.CreateTarget(LogStream.Output, index);
        return watch is null ? target : PipeTarget.Merge(target, watch.Target);
    }

    private void Trace(RunProcesses processes)
    {
        processes.Refresh();
        new RunTrace(RunTrace.CurrentBootId, processes.Known).Write(RunFolder);
    }

    private static string? FindOnPath(string command) =>
        command.Contains('/', StringComparison.Ordinal)
            ? command
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);
}
