using System.Globalization;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Smoke;

namespace Veilor.Designer.CommandLine;

/// <summary>Prints a run on the terminal: the log as it comes on standard output, headings and results on standard error.</summary>
/// <param name="service">Runs it.</param>
/// <param name="context">Where to.</param>
internal sealed class RunPrinter(BuildService service, CommandContext context)
{
    private const int PageSize = 500;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private long _printed;
    private int _headings;
    private string _waiting = "";

    /// <summary>Prints until the run has ended; cancels it when asked to stop.</summary>
    public async Task<BuildRun> FollowAsync(RunId id, CancellationToken stop)
    {
        Task cancelling = Task.CompletedTask;
        await using var registration = stop.Register(() =>
        {
            context.Error.WriteLine("Cancelling…");
            cancelling = service.CancelAsync(id);
        });
        while (true)
        {
            var run = service.Find(id)!;
            Print(run);
            if (run.IsEnded)
            {
                await cancelling;
                Print(service.Find(id)!);
                Summarize(service.Find(id)!);
                return service.Find(id)!;
            }

            await Task.Delay(Poll, CancellationToken.None);
        }
    }

    private void Print(BuildRun run)
    {
        if (service.QueuePosition(run.Id) is { } position && service.WaitsFor(run.Id) is { } what)
        {
            var waiting = string.Create(CultureInfo.InvariantCulture, $"Place {position} in the queue, {what}.");
            if (waiting != _waiting)
            {
                context.Error.WriteLine(PlainLine.Of(waiting));
                _waiting = waiting;
            }
        }

        using var log = service.OpenLog(run.Id);
        while (true)
        {
            if (_headings < run.Steps.Count && run.Steps[_headings] is { FirstLogLine: { } first } step && first <= _printed + 1)
            {
                context.Error.WriteLine($"==> {step.Step.Title}");
                // Commands for a terminal follow in the log, with the folder that they run in.
                if (!step.Step.IsForTerminal)
                {
                    context.Error.WriteLine($"    {step.Step.CommandLine}");
                }

                _headings++;
                continue;
            }

            var end = _headings < run.Steps.Count ? run.Steps[_headings].FirstLogLine - 1 ?? long.MaxValue : long.MaxValue;
            var lines = log?.Read(_printed + 1, (int)Math.Min(PageSize, end - _printed)) ?? [];
            if (lines.Count == 0)
            {
                return;
            }

            foreach (var line in lines)
            {
                (line.Stream == LogStream.Note ? context.Error : context.Output).WriteLine(line.Text);
            }

            _printed = lines[^1].Number;
        }
    }

    private void Summarize(BuildRun run)
    {
        var results = service.ResultsOf(run.Id);
        foreach (var finding in results.Lint?.Findings.ToArray() ?? [])
        {
            context.Error.WriteLine(PlainLine.Of($"lint {finding.Level.ToString().ToLowerInvariant()} {finding.Name}: {finding.Cause} {finding.Fix}"));
        }

        foreach (var failed in results.Smoke?.Results.Where(result => result.Outcome == SmokeOutcome.Failed) ?? [])
        {
            context.Error.WriteLine(PlainLine.Of($"check failed: {failed.Title} ({failed.Field}): {failed.Found}"));
        }

        if (results.Smoke is { } smoke)
        {
            context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"checks: {smoke.Passed} passed, {smoke.Failed} failed, {smoke.Skipped} skipped"));
        }

        foreach (var step in run.Steps.Where(step => step.State == StepState.Failed))
        {
            if (step.FailureText is { } text)
            {
                context.Error.WriteLine(PlainLine.Of($"failed: {text}"));
            }

            if (step.Explanation is not { } explanation)
            {
                continue;
            }

            foreach (var line in ExplanationLines.Of(explanation))
            {
                context.Error.WriteLine(PlainLine.Of(line));
            }
        }

        context.Error.WriteLine(PlainLine.Of(run.Reason is null ? $"{run.State}." : $"{run.State}: {run.Reason}"));
        foreach (var file in results.Files)
        {
            context.Error.WriteLine(PlainLine.Of(Path.Combine(service.ArtifactsFolderOf(run.Id), file.Path)));
        }
    }
}
