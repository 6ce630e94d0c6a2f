using System.Globalization;
using System.Text.Json;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Lint;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Smoke;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Builds.Findings;

/// <summary>Reads what the steps of one run have printed and made, and writes it into the run's <c>artifacts/</c>.</summary>
/// <param name="runFolder">The folder <c>runs/ID</c>.</param>
/// <param name="time">The clock.</param>
internal sealed class StepResults(string runFolder, TimeProvider time)
{
    private const int PageSize = 1_000;
    private const int LongestLine = 4_096;

    private readonly string _artifacts = Path.Combine(runFolder, RunPaths.ArtifactsFolder);
    private ImageDesign? _design;

    private ImageDesign? Design => _design ??= ReadDesign();

    /// <summary>What is known around a failure of a step.</summary>
    public FailureContext ContextOf(BuildStep step) => new() { Design = Design, Machine = MachineFacts.ReadOsRelease(), IsPublishing = step.Kind == StepKind.Push || step.Id == BuildPlanner.SignStepId };

    /// <summary>Called when a step's process has ended, whatever its status.</summary>
    /// <param name="step">The step.</param>
    /// <param name="log">The run's log.</param>
    /// <param name="firstLine">Number of the step's first line, from 1.</param>
    /// <param name="lastLine">Number of its last line.</param>
    /// <returns>What is to be shown in place of the first error line, or null.</returns>
    public StepSummary? Read(BuildStep step, RunLogReader log, long firstLine, long lastLine) => step.Kind switch
    {
        StepKind.Build or StepKind.Lint => ReadLint(log, firstLine, lastLine),
        StepKind.Smoke => ReadSmoke(log, firstLine, lastLine),
        _ => null,
    };

    /// <summary>Says in words why a step failed; null when nothing of it is known.</summary>
    public FailureExplanation? Explain(BuildStep step, RunLogReader log, long firstLine, long lastLine)
    {
        var translator = new FailureTranslator();
        foreach (var line in Lines(log, Math.Max(firstLine, lastLine - FirstErrorFinder.Window), lastLine).Where(line => line.Stream != LogStream.Note))
        {
            translator.Add(line.Number, AnsiText.Strip(line.Text));
        }

        return translator.Explanation(ContextOf(step));
    }

    /// <summary>Makes manifest and SBOM from what the steps have left; the list of files is the proof's.</summary>
    /// <returns>Null, or in words why it could not be done.</returns>
    public async Task<string?> WriteManifestAsync(BuildRun run, RunProof proof, CancellationToken cancellation)
    {
        try
        {
            var image = BuiltImage.Read(await File.ReadAllTextAsync(Path.Combine(_artifacts, RunPaths.ImageInspection), cancellation), run.ImageReference);
            var packages = InstalledPackage.ReadList(await File.ReadAllTextAsync(Path.Combine(_artifacts, RunPaths.PackageList), cancellation));
            File.Delete(Path.Combine(_artifacts, RunPaths.ImageInspection));
            File.Delete(Path.Combine(_artifacts, RunPaths.PackageList));
            var design = Design;
            var manifest = new BuildManifest(
                image,
                design is null ? run.DesignTitle : $"{design.Image.Name} {design.Image.Version}",
                run.DesignId,
                design?.BaseReference().ToString() ?? "",
                time.GetUtcNow(),
                (await ToolVersions.OfAsync(run, cancellation)).ToEquatableArray(),
                packages.ToEquatableArray(),
                []);
            await File.WriteAllTextAsync(
                Path.Combine(_artifacts, RunPaths.Sbom), SpdxDocument.Write(manifest, ToolVersions.ThisProgram, "fedora"), cancellation);
            proof.Manifest = manifest;
            return image.IsBootable ? null : "The image lacks the label containers.bootc=1: it is no bootc image.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return $"The manifest could not be written: {exception.Message}";
        }
    }

    /// <summary>
    /// What the builders have made so far, each file with its size and time: it differs after a step that made something. The manifest that a
    /// builder works from (<c>manifest-qcow2.json</c>) is no result. A folder of root's that cannot be looked into stands for what is in it.
    /// </summary>
    public HashSet<(string Path, long Size, DateTime Written)> Made() =>
    [
        .. ArtifactFolder.Files(_artifacts)
            .Where(path => IsMade(path) && !(path.StartsWith("manifest-", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal)))
            .Select(path => new FileInfo(Path.Combine(_artifacts, path)))
            .Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc)),
        .. ArtifactFolder.ClosedFolders(_artifacts).Select(folder => (folder, 0L, Directory.GetLastWriteTimeUtc(folder))),
    ];

    /// <summary>The first file with this ending that the builders have made; null when there is none.</summary>
    public string? MadeFile(string ending) =>
        ArtifactFolder.Files(_artifacts).FirstOrDefault(path => IsMade(path) && path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The digest that the push wrote down; null when there is none.</summary>
    public string? PushedDigest()
    {
        try
        {
            return File.ReadAllText(Path.Combine(_artifacts, RunPaths.PushedDigest)).Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsMade(string path) =>
        path is not (RunPaths.Lint or RunPaths.Smoke or RunPaths.Manifest or RunPaths.Sbom or RunPaths.Checksums or RunPaths.PushedDigest or "builder-finished");

    private StepSummary? ReadLint(RunLogReader log, long firstLine, long lastLine)
    {
        LintReportReader output = new(), error = new();
        foreach (var line in Lines(log, firstLine, lastLine).Where(line => line.Stream != LogStream.Note))
        {
            (line.Stream == LogStream.Output ? output : error).Add(line.Number, AnsiText.Strip(line.Text));
        }

        if (LintReportReader.Report(output, error) is not { } report)
        {
            return null;
        }

        if (Design is { } design)
        {
            report = report with { Findings = report.Findings.Select(finding => LintOrigin.Locate(finding, design)).ToEquatableArray() };
        }

        RunResults.Write(_artifacts, report);
        return report.Findings is [var first, ..]
            ? new StepSummary(string.Create(CultureInfo.InvariantCulture, $"{first.Name}: {first.Details[0]}"), first.Line)
            : null;
    }

    private StepSummary? ReadSmoke(RunLogReader log, long firstLine, long lastLine)
    {
        var reader = new SmokeReportReader();
        foreach (var line in Lines(log, firstLine, lastLine).Where(line => line.Stream == LogStream.Output))
        {
            reader.Add(line.Number, AnsiText.Strip(line.Text));
        }

        if (reader.Report() is not { } report)
        {
            return null;
        }

        RunResults.Write(_artifacts, report);
        return report.Results.FirstOrDefault(result => result.Outcome == SmokeOutcome.Failed) is { } first
            ? new StepSummary(string.Create(CultureInfo.InvariantCulture, $"{report.Failed} of {report.Planned} checks failed, the first: {first.Title}"), first.Line, Explain(first))
            : null;
    }

    /// <summary>The check knows its field. What commands in the image say beside it is no failure of podman or a package.</summary>
    private static FailureExplanation Explain(SmokeResult failed) => new(
        "smoke-check",
        failed.Line,
        failed.Title,
        $"The image is not what the design says: {failed.Title}: {failed.Found}.",
        "Change the field, or what undoes it later in the build: a script, lines of your own, or a package.",
        failed.Field,
        []);

    private ImageDesign? ReadDesign()
    {
        try
        {
            return DesignToml.Read(File.ReadAllText(Path.Combine(runFolder, "bundle", BundlePaths.Design))).Design;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<LogLine> Lines(RunLogReader log, long firstLine, long lastLine)
    {
        for (var first = firstLine; first <= lastLine; first += PageSize)
        {
            foreach (var line in log.Read(first, (int)Math.Min(PageSize, lastLine - first + 1), LongestLine))
            {
                yield return line;
            }
        }
    }
}
