using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.CommandLine;

/// <summary>The problems of a design, for people and for programs.</summary>
/// <param name="Problems">Errors first.</param>
public sealed record DesignReport(IReadOnlyList<ReportedProblem> Problems)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // The text goes to a terminal or a program, not into a page: it may stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>True when the design cannot be exported.</summary>
    public bool HasErrors => Count(DiagnosticSeverity.Error) > 0;

    /// <summary>Checks a design that could be read.</summary>
    /// <param name="folder">The design and the files beside it.</param>
    /// <param name="today">The day, for a base whose updates end.</param>
    public static DesignReport Of(DesignFolder folder, DateOnly today)
    {
        var compiled = folder.Compile()!;
        return new DesignReport([.. Found(compiled, folder.Content.Refused).Concat(EndingBase(compiled.Design, today)).OrderByDescending(problem => problem.Severity)]);
    }

    /// <summary>The problems of a compiled design.</summary>
    /// <param name="compiled">The design.</param>
    /// <param name="refused">Files beside it that cannot go into a bundle: they hold an export back as errors do.</param>
    public static DesignReport Of(CompiledDesign compiled, IEnumerable<RefusedFile> refused) => new([.. Found(compiled, refused)]);

    private static IEnumerable<ReportedProblem> Found(CompiledDesign compiled, IEnumerable<RefusedFile> refused) =>
    [
        .. refused.Select(file => new ReportedProblem(null, DiagnosticSeverity.Error, file.Path, file.Reason, null)),
        .. compiled.Diagnostics.Select(diagnostic => new ReportedProblem(
            diagnostic.Code, diagnostic.Severity, diagnostic.Path.Value, diagnostic.Message, diagnostic.Fix?.Title)),
    ];

    /// <summary>What no rule says, because rules know no day.</summary>
    private static IEnumerable<ReportedProblem> EndingBase(ImageDesign design, DateOnly today) =>
        DesignCatalogue.BaseOf(design.Image.Base) is { } known && known.EndNotice(today) is { } notice
            ? [new ReportedProblem(null, DiagnosticSeverity.Warning, ImageFields.Base.Path.Value, notice, DesignCatalogue.Successor(known, today) is { } next ? $"Build on {next.Title}" : null)]
            : [];

    /// <summary>Writes one line a problem, a line for its fix, and the counts.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="least">Problems below it are only counted.</param>
    public void WriteTo(TextWriter writer, DiagnosticSeverity least)
    {
        foreach (var problem in Problems.Where(problem => problem.Severity >= least))
        {
            var code = problem.Code is null ? "" : $" {problem.Code}";
            writer.WriteLine(PlainLine.Of($"{Word(problem.Severity)}{code} {problem.Path}: {problem.Message}"));
            if (problem.Fix is not null)
                writer.WriteLine(PlainLine.Of($"    fix: {problem.Fix}"));
        }
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Counted(DiagnosticSeverity.Error)}, {Counted(DiagnosticSeverity.Warning)}, {Counted(DiagnosticSeverity.Info)}"));
    }

    /// <summary>An object with the counts and the list of problems.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        Errors = Count(DiagnosticSeverity.Error),
        Warnings = Count(DiagnosticSeverity.Warning),
        Notes = Count(DiagnosticSeverity.Info),
        Problems = Problems.Select(problem => new
        {
            problem.Code,
            Severity = Word(problem.Severity),
            problem.Path,
            problem.Message,
            problem.Fix,
        }),
    }, Format);

    private int Count(DiagnosticSeverity severity) => Problems.Count(problem => problem.Severity == severity);

    private string Counted(DiagnosticSeverity severity)
    {
        var count = Count(severity);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {Word(severity)}{(count == 1 ? "" : "s")}");
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
