using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Lint;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Smoke;

namespace Veilor.Designer.Builds.Findings;

/// <summary>What a run found and made, as its folder <c>artifacts/</c> holds it.</summary>
/// <param name="Lint">What bootc said of the image; null when no lint has run.</param>
/// <param name="Smoke">What the assertions found; null when they have not run.</param>
/// <param name="Files">Every file in the folder. The digest is empty where the run's checksums have none.</param>
public sealed record RunResults(LintReport? Lint, SmokeReport? Smoke, IReadOnlyList<BuiltFile> Files)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What booting disks and ISOs has shown, by the step's id.</summary>
    public IReadOnlyList<BootReport> Boots { get; init; } = [];

    /// <summary>Files that the checksums name and that are gone.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Reports that are not as the run wrote them, by path. They say nothing about the run any more and are left out.</summary>
    public IReadOnlyList<string> Altered { get; init; } = [];

    public static RunResults None { get; } = new(null, null, []);

    public bool IsEmpty => Lint is null && Smoke is null && Boots.Count == 0 && Files.Count == 0 && Missing.Count == 0;

    /// <summary>Reads the results of a run; what is missing or cannot be read is left out.</summary>
    /// <param name="artifacts">The run's folder <c>artifacts/</c>.</param>
    public static RunResults Read(string artifacts)
    {
        if (!Directory.Exists(artifacts))
        {
            return None;
        }

        var digests = ArtifactFolder.ReadChecksums(artifacts);
        var files = ArtifactFolder.List(artifacts, digests);
        List<string> altered = [];
        var lint = ReadJson<LintDocument>(artifacts, RunPaths.Lint, digests, altered);
        var smoke = ReadJson<SmokeDocument>(artifacts, RunPaths.Smoke, digests, altered);
        return new RunResults(
            lint is null ? null : new LintReport(lint.Findings.Select(finding => finding.ToFinding()).ToEquatableArray(), lint.Passed, lint.Skipped),
            smoke is null ? null : new SmokeReport(smoke.Results.ToEquatableArray(), smoke.Planned),
            files)
        {
            Boots =
            [
                .. files.Select(file => file.Path).Where(IsBootReport)
                    .Select(path => ReadJson<BootDocument>(artifacts, path, digests, altered)).OfType<BootDocument>().Select(document => document.ToReport()),
            ],
            Missing = [.. digests.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Altered = altered,
        };
    }

    /// <summary>True for the path of what a boot has shown.</summary>
    internal static bool IsBootReport(string path) =>
        path.StartsWith(RunPaths.BootReportStart, StringComparison.Ordinal) && path.EndsWith(RunPaths.BootReportEnd, StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal);

    /// <summary>Writes what booting has shown.</summary>
    /// <param name="artifacts">The run's folder <c>artifacts/</c>.</param>
    /// <param name="step">The id of the step.</param>
    /// <param name="report">What was seen.</param>
    public static void Write(string artifacts, string step, BootReport report) => WriteJson(
        Path.Combine(artifacts, $"{RunPaths.BootReportStart}{step}{RunPaths.BootReportEnd}"), BootDocument.From(report));

    public static void Write(string artifacts, LintReport report) => WriteJson(
        Path.Combine(artifacts, RunPaths.Lint),
        new LintDocument(report.Passed, report.Warnings, report.Fatal, report.Skipped, [.. report.Findings.Select(LintDocument.Row.From)]));

    public static void Write(string artifacts, SmokeReport report) => WriteJson(
        Path.Combine(artifacts, RunPaths.Smoke),
        new SmokeDocument(report.Planned, report.Passed, report.Failed, report.Skipped, [.. report.Results]));

    private static T? ReadJson<T>(string artifacts, string path, IReadOnlyDictionary<string, string> digests, List<string> altered)
        where T : class
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(artifacts, path));
            if (digests.TryGetValue(path, out var digest) && Convert.ToHexStringLower(SHA256.HashData(bytes)) != digest)
            {
                altered.Add(path);
                return null;
            }

            return JsonSerializer.Deserialize<T>(bytes, Form);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void WriteJson<T>(string path, T document) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(document, Form));

    internal sealed record LintDocument(int Passed, int Warnings, int Fatal, int Skipped, IReadOnlyList<LintDocument.Row> Findings)
    {
        internal sealed record Row(string Name, LintLevel Level, IReadOnlyList<string> Details, string Cause, string Fix, string Field, long Line)
        {
            public static Row From(LintFinding finding) =>
                new(finding.Name, finding.Level, [.. finding.Details], finding.Cause, finding.Fix, finding.Field, finding.Line);

            public LintFinding ToFinding() => new(Name, Level, Details.ToEquatableArray(), Cause, Fix, Field, Line);
        }
    }

    internal sealed record BootDocument(
        string File, BootMedium Medium, bool IsGraphical, bool HasKvm, BootEnding Ending, TimeSpan After,
        IReadOnlyList<BootEvent> Events, string Summary, IReadOnlyList<string> NotSeen)
    {
        public static BootDocument From(BootReport report) => new(
            report.File, report.Medium, report.IsGraphical, report.HasKvm, report.Ending, report.After, [.. report.Events], report.Summary, report.NotSeen);

        public BootReport ToReport() => new(File, Medium, IsGraphical, HasKvm, Ending, After, Events.ToEquatableArray());
    }

    internal sealed record SmokeDocument(int Planned, int Passed, int Failed, int Skipped, IReadOnlyList<SmokeResult> Results);
}
