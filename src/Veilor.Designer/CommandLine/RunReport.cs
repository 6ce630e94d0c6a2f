using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Findings;
using Veilor.Designer.Builds.Processes;
using Veilor.Designer.Components.Runs;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.CommandLine;

/// <summary>Says in lines of text what the pages of builds say: the list, and all of one.</summary>
/// <param name="service">Knows the builds.</param>
/// <param name="output">Where to.</param>
/// <param name="time">The clock and its zone.</param>
internal sealed class RunReport(BuildService service, TextWriter output, TimeProvider time)
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A line a run: id, state, duration, design, image; and what it waits for or who has it.</summary>
    public void WriteList(IReadOnlyList<BuildRun> runs)
    {
        foreach (var run in runs)
        {
            var turn = string.Join(", ", Turn(run));
            Write($"{run.Id}  {RunFormat.Word(run),-16} {Duration(run),8}  {run.DesignTitle}  {run.ImageReference}{(turn.Length > 0 ? $"  ({turn})" : "")}");
        }
    }

    public void WriteJson(IEnumerable<BuildRun> runs) => output.WriteLine(JsonSerializer.Serialize(
        runs.Select(run => new
        {
            Id = run.Id.Value,
            State = JsonNamingPolicy.CamelCase.ConvertName(run.State.ToString()),
            Design = run.DesignSlug,
            Title = run.DesignTitle,
            Image = run.ImageReference,
            run.IsBoot,
            run.Created,
            run.Started,
            run.Ended,
            run.Reason,
            Folder = service.FolderOf(run.Id),
        }),
        JsonForm));

    /// <summary>All of one run.</summary>
    public async Task WriteAsync(BuildRun run)
    {
        Write($"{run.DesignTitle}: {RunFormat.Word(run)}{(run.Reason is null ? "" : $". {run.Reason}")}");
        foreach (var turn in Turn(run))
        {
            Write(turn);
        }

        Write($"image   {run.ImageReference}");
        Write($"asked   {RunFormat.Moment(run.Created, time)}{(Duration(run) is { Length: > 0 } took ? $", took {took}" : "")}");
        Write($"folder  {service.FolderOf(run.Id)}");
        foreach (var step in run.Steps)
        {
            WriteStep(step);
        }

        var results = service.ResultsOf(run.Id);
        WriteFindings(results);
        foreach (var file in results.Files)
        {
            Write($"file    {file.Path}  {RunFormat.Size(file.Size)}  {await WordAsync(run, file)}  {file.Sha256}");
        }

        foreach (var missing in results.Missing)
        {
            Write($"file    {missing}  is gone");
        }

        if (RunFormat.HasNextCommands(run))
        {
            foreach (var next in RunFormat.NextCommandsOf(run, [.. results.Files.Select(file => Path.Combine(service.ArtifactsFolderOf(run.Id), file.Path))]))
            {
                Write($"next    {next.Title} {next.Note}".TrimEnd());
                foreach (var line in next.Command.Split('\n'))
                {
                    Write($"        {line}");
                }
            }
        }

        WriteLeft(await service.FindLeftoversAsync(run));
    }

    /// <summary>What an interrupted run has left on the machine.</summary>
    public void WriteLeft(RunLeftovers left)
    {
        foreach (var process in left.Processes)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"left    process {process.Identity.Id}: {process.Name}"));
        }

        foreach (var container in left.Containers)
        {
            Write($"left    container {container.Name} ({container.Id}{(container.IsRoots ? ", root's" : "")})");
        }

        foreach (var container in left.Unproven)
        {
            Write($"left    working container {container.Name}, most likely another program's, so it stays. To remove it: {PodmanContainers.RemovalCommand([container.Id], container.IsRoots)}");
        }
    }

    private void WriteStep(StepRecord step)
    {
        var took = step.Started is { } started ? RunFormat.Duration((step.Ended ?? time.GetUtcNow()) - started) : "";
        Write($"step    {step.State,-11} {took,8}  {step.Step.Title}{(step.ExitStatus is { } status and not 0 ? string.Create(CultureInfo.InvariantCulture, $", exit status {status}") : "")}");
        if (step.FailureText is { } text && step.State == StepState.Failed)
        {
            Write($"        {text}");
        }

        if (step.Explanation is { } explanation)
        {
            foreach (var line in ExplanationLines.Of(explanation))
            {
                Write($"        {line}");
            }
        }
    }

    private void WriteFindings(RunResults results)
    {
        if (results.Lint is { } lint)
        {
            Write($"lint    {LintFormat.Summary(lint)}");
        }

        if (results.Smoke is { } smoke)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"checks  {smoke.Passed} passed, {smoke.Failed} failed, {smoke.Skipped} skipped"));
        }

        foreach (var boot in results.Boots)
        {
            Write($"boot    {boot.Summary}");
        }
    }

    private IEnumerable<string> Turn(BuildRun run)
    {
        if (service.QueuePosition(run.Id) is { } position)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"place {position} in the queue{(service.WaitsFor(run.Id) is { } what ? $", {what}" : "")}");
        }

        if (service.IsOfAnotherProgram(run.Id))
        {
            yield return "by another program";
        }
    }

    private string Duration(BuildRun run) => run.Elapsed(time.GetUtcNow()) is { } took ? RunFormat.Duration(took) : "";

    private async Task<string> WordAsync(BuildRun run, BuiltFile file) =>
        file.Path == RunPaths.Checksums ? "the checksums themselves" : Word(await service.CheckAsync(run.Id, file, CancellationToken.None));

    private static string Word(ProofState state) => state switch
    {
        ProofState.Holds => "as it was built",
        ProofState.Differs => "changed since the build",
        ProofState.Unreadable => "cannot be read",
        _ => "no checksum",
    };

    private void Write(string line) => output.WriteLine(PlainLine.Of(line));
}
