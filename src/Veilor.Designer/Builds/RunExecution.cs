using System.Globalization;
using Veilor.Designer.Builds.Booting;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Builds.Processes;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>Takes one run through its steps: the first that does not succeed ends it.</summary>
/// <param name="folders">Where the run's files are.</param>
/// <param name="time">The clock.</param>
/// <param name="update">Replaces the run's record, saves it and tells the views.</param>
/// <param name="logChanged">Tells the views of new lines; called often.</param>
internal sealed class RunExecution(
    RunFolders folders, TimeProvider time, Action<Func<BuildRun, BuildRun>> update, Action logChanged)
{
    private const int LongestFailureText = 500;

    /// <summary>What is to be written down with the next change: each record costs the disk two syncs, for which the next step would wait.</summary>
    private Func<BuildRun, BuildRun> _settled = run => run;

    public async Task RunAsync(BuildRun run, ActiveRun active)
    {
        LogPump log;
        try
        {
            log = new LogPump(folders.FolderOf(run.Id), time, logChanged);
        }
        catch (IOException exception)
        {
            End(RunState.Failed, StepState.Failed, LogProblem(exception.Message));
            return;
        }

        using (log)
        {
            active.Log = log;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(active.Stop);
            _ = log.Fault.ContinueWith(
                _ => TryCancel(stop), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            var verdict = await RunStepsAsync(run, active, log, stop.Token);
            // The copy on its way to root's storage has the size of the image.
            File.Delete(Path.Combine(folders.BundleOf(run.Id), RunPaths.Archive));
            await log.CompleteAsync();
            if (log.Fault.IsCompletedSuccessfully && verdict.State is RunState.Succeeded)
            {
                verdict = new Verdict(RunState.Failed, StepState.Failed, LogProblem(await log.Fault));
            }

            End(verdict.State, verdict.RunningStep, verdict.Reason);
        }
    }

    private async Task<Verdict> RunStepsAsync(BuildRun run, ActiveRun active, LogPump log, CancellationToken stop)
    {
        var results = new StepResults(folders.FolderOf(run.Id), time);
        var proof = new RunProof(folders.FolderOf(run.Id));
        var runner = new StepRunner(run.Id, folders.BundleOf(run.Id), log, time);
        Verdict? failed = null;
        for (var index = 0; index < run.Steps.Count; index++)
        {
            // That one machine did not come up says nothing of another; what is built is not published then.
            if (failed is not null && run.Steps[index].Step.Kind != StepKind.Boot)
            {
                break;
            }

            await log.DrainAsync();
            var firstLine = log.LineCount + 1;
            var step = Prepare(run.Steps[index].Step, index, results);
            UpdateStep(index, record => record with { State = StepState.Running, Started = time.GetUtcNow(), FirstLogLine = firstLine });
            if (step is null)
            {
                const string Nothing = "The build has made no file that could be booted.";
                Fail(run.Id, run.Steps[index].Step, index, new StepOutcome(null, Nothing), firstLine, log, results, summary: null);
                return failed ?? new Verdict(RunState.Failed, StepState.Failed, Nothing);
            }

            var madeBefore = step.Kind == StepKind.Artifact ? results.Made() : null;
            var watch = step.Boot is { } target ? new BootWatch(target, time) : null;
            var outcome = await RunStepAsync(run.Id, runner, step, index, watch, firstLine, log, results, stop);
            await log.DrainAsync();
            if (watch is not null)
            {
                outcome = await ConcludeAsync(run.Id, watch, step, index, outcome, log, stop);
            }

            if (stop.IsCancellationRequested)
            {
                UpdateStep(index, record => record with { ExitStatus = outcome.ExitStatus });
                return await StoppedAsync(index, active, log, proof);
            }

            StepSummary? summary;
            try
            {
                (outcome, summary) = await SettleAsync(run, step, index, outcome, madeBefore, firstLine, log, results, proof, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return await StoppedAsync(index, active, log, proof);
            }

            if (outcome is not { ExitStatus: 0, Problem: null })
            {
                Fail(run.Id, step, index, outcome, firstLine, log, results, summary);
                failed ??= new Verdict(RunState.Failed, StepState.Failed, outcome.Problem ?? string.Create(
                    CultureInfo.InvariantCulture, $"The step '{step.Title}' ended with status {outcome.ExitStatus}."));
                if (step.Kind == StepKind.Boot)
                {
                    continue;
                }

                return failed;
            }

            var ended = time.GetUtcNow();
            _settled = WithStep(index, record => record with { State = StepState.Succeeded, ExitStatus = 0, Ended = ended, Explanation = null });
        }

        return failed ?? new Verdict(RunState.Succeeded, StepState.Succeeded, null);
    }

    /// <summary>What follows from a step that has ended by itself: its results, the manifest, the proof. It may fail for what it has not made.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped meanwhile.</exception>
    private async Task<(StepOutcome Outcome, StepSummary? Summary)> SettleAsync(
        BuildRun run, BuildStep step, int index, StepOutcome outcome, HashSet<(string Path, long Size, DateTime Written)>? madeBefore, long firstLine, LogPump log, StepResults results, RunProof proof, CancellationToken stop)
    {
        var summary = ReadResults(run.Id, step, firstLine, log, results);
        if (outcome is { ExitStatus: 0 } && step.Kind == StepKind.Manifest && await results.WriteManifestAsync(run, proof, stop) is { } problem)
        {
            outcome = new StepOutcome(0, problem);
        }

        if (outcome is { ExitStatus: 0, Problem: null } && madeBefore is not null && results.Made().IsSubsetOf(madeBefore))
        {
            outcome = new StepOutcome(0, $"The step '{step.Title}' ended well, but has made no file.");
        }

        try
        {
            var closed = await proof.SealAsync(_ => true, stop);
            if (closed.Count > 0 && (index == run.Steps.Count - 1 || outcome is not { ExitStatus: 0, Problem: null }))
            {
                await log.NoteAsync(index, $"No checksum, since this program may not read it: {string.Join(", ", closed)}.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await log.NoteAsync(index, $"The checksums could not be written: {exception.Message}");
            outcome = outcome is { ExitStatus: 0, Problem: null } ? new StepOutcome(0, $"The checksums could not be written: {exception.Message}") : outcome;
        }

        return (outcome, summary);
    }

    /// <summary>Runs a step while its log is listened to. What a booted system says on its console are no failures of podman or a builder.</summary>
    private async Task<StepOutcome> RunStepAsync(
        RunId id, StepRunner runner, BuildStep step, int index, BootWatch? watch, long firstLine, LogPump log, StepResults results, CancellationToken stop)
    {
        if (step.Kind == StepKind.Boot)
        {
            return await runner.RunAsync(step, index, stop, watch);
        }

        using var over = new CancellationTokenSource();
        var listener = new FailureListener(() => RunLogReader.TryOpen(folders.FolderOf(id), log.Tail), results.ContextOf(step), time);
        var listening = Task.Run(() => listener.ListenAsync(
            firstLine, found => UpdateStep(index, record => record with { Explanation = found }), over.Token), CancellationToken.None);
        var outcome = await runner.RunAsync(step, index, stop, watch);
        await over.CancelAsync();
        await listening;
        return outcome;
    }

    /// <summary>Writes down how far the machine came. The step's outcome is the machine's, not that of the program that was ended.</summary>
    private async Task<StepOutcome> ConcludeAsync(
        RunId id, BootWatch watch, BuildStep step, int index, StepOutcome outcome, LogPump log, CancellationToken stop)
    {
        if (watch.Report(step, outcome, stop.IsCancellationRequested) is not { } report)
        {
            return outcome;
        }

        try
        {
            RunResults.Write(folders.ArtifactsOf(id), step.Id, report);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StepOutcome(null, $"What was seen could not be written down: {exception.Message}");
        }

        await log.NoteAsync(index, $"{report.Summary} Not seen: {string.Join(", ", report.NotSeen)}.");
        return report.IsGood ? new StepOutcome(0, null) : new StepOutcome(outcome.ExitStatus, report.Summary);
    }

    /// <summary>A step that was stopped may have left halves of files; of what it wrote, only the report of a boot is whole.</summary>
    private static async Task<Verdict> StoppedAsync(int index, ActiveRun active, LogPump log, RunProof proof)
    {
        try
        {
            await proof.SealAsync(RunResults.IsBootReport, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await log.NoteAsync(index, $"The checksums could not be written: {exception.Message}");
        }

        if (log.Fault.IsCompletedSuccessfully)
        {
            return new Verdict(RunState.Failed, StepState.Failed, LogProblem(await log.Fault));
        }

        return active.IsServerStopping
            ? new Verdict(RunState.Interrupted, StepState.Interrupted, "The server was stopped while the run was under way.")
            : new Verdict(RunState.Cancelled, StepState.Cancelled, "It was cancelled.");
    }

    private void Fail(
        RunId id, BuildStep step, int index, StepOutcome outcome, long firstLine, LogPump log, StepResults results, StepSummary? summary)
    {
        FirstError? failure = null;
        FailureExplanation? explanation = null;
        using (var reader = RunLogReader.TryOpen(folders.FolderOf(id), log.Tail))
        {
            failure = reader is null ? null : FirstErrorFinder.Find(reader, firstLine, log.LineCount);
            explanation = summary?.Explanation ?? (reader is null || step.Kind == StepKind.Boot ? null : results.Explain(step, reader, firstLine, log.LineCount));
        }

        var (text, line) = failure is not null && failure.Precedes(explanation)
            ? (failure.TextWithInstruction, failure.Line)
            : (explanation?.Text, explanation?.Line);
        text = outcome.Problem ?? summary?.Text ?? text;
        UpdateStep(index, record => record with
        {
            State = StepState.Failed,
            ExitStatus = outcome.ExitStatus,
            Ended = time.GetUtcNow(),
            FailureLogLine = summary?.Line ?? line,
            Explanation = explanation,
            FailureText = text is { Length: > LongestFailureText } ? text[..LongestFailureText] : text,
        });
    }

    /// <summary>The step with the digest of the push, which nobody knew when the plan was made.</summary>
    private BuildStep? Prepare(BuildStep step, int index, StepResults results)
    {
        if (step.Boot is not null)
        {
            return PrepareBoot(step, index, results);
        }

        if (!step.Arguments.Any(argument => argument.Contains(RunPaths.DigestPlaceholder, StringComparison.Ordinal)) || results.PushedDigest() is not { } digest)
        {
            return step;
        }

        var known = step with
        {
            Arguments = step.Arguments.Select(argument => argument.Replace(RunPaths.DigestPlaceholder, digest, StringComparison.Ordinal)).ToEquatableArray(),
        };
        UpdateStep(index, record => record with { Step = known, PlannedArguments = step.Arguments });
        return known;
    }

    /// <summary>The step with the file that the builder has made under a name of its own; null when there is none.</summary>
    private BuildStep? PrepareBoot(BuildStep step, int index, StepResults results)
    {
        var drive = step.Arguments.FindIndex(argument => argument.Contains(RunPaths.MadeFile, StringComparison.Ordinal));
        if (drive < 0)
        {
            return step;
        }

        var ending = step.Arguments[drive][(step.Arguments[drive].IndexOf(RunPaths.MadeFile, StringComparison.Ordinal) + RunPaths.MadeFile.Length)..].Split(',')[0];
        if (results.MadeFile(ending) is not { } file)
        {
            return null;
        }

        var known = step with
        {
            Arguments = step.Arguments.SetItem(drive, step.Arguments[drive].Replace(RunPaths.MadeFile + ending, $"{RunPaths.Artifacts}/{file.Replace(",", ",,", StringComparison.Ordinal)}", StringComparison.Ordinal)),
        };
        UpdateStep(index, record => record with { Step = known, PlannedArguments = step.Arguments });
        return known;
    }

    private StepSummary? ReadResults(RunId id, BuildStep step, long firstLine, LogPump log, StepResults results)
    {
        using var reader = RunLogReader.TryOpen(folders.FolderOf(id), log.Tail);
        return reader is null ? null : results.Read(step, reader, firstLine, log.LineCount);
    }

    private void UpdateStep(int index, Func<StepRecord, StepRecord> change) => Update(WithStep(index, change));

    private void End(RunState state, StepState runningStep, string? reason) =>
        Update(run => run.End(state, runningStep, reason, time.GetUtcNow()));

    private void Update(Func<BuildRun, BuildRun> change)
    {
        var settled = _settled;
        _settled = run => run;
        update(run => change(settled(run)));
    }

    private static Func<BuildRun, BuildRun> WithStep(int index, Func<StepRecord, StepRecord> change) =>
        run => run with { Steps = run.Steps.SetItem(index, change(run.Steps[index])) };

    private static void TryCancel(CancellationTokenSource stop)
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            return;
        }
    }

    private static string LogProblem(string reason) => $"The log could not be written, so the build was ended: {reason}";

    private sealed record Verdict(RunState State, StepState RunningStep, string? Reason);
}
