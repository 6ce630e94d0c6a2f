using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Veilor.Designer.Core.Checking;

namespace Veilor.Designer.CommandLine;

/// <summary>What the two checking commands share: reading files, printing reports, exit statuses.</summary>
internal static class CheckReports
{
    public const int Accepted = 0;
    public const int Rejected = 1;
    public const int Usage = 2;
    public const string Json = "json";

    /// <summary>How many traps of one rule are printed for a file.</summary>
    private const int MostOfRule = 200;

    private const string PlainText = "text";
    private const int Chunk = 64 * 1024;

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The files to check. A word that looks like an option and is no file is a slip of the pen, not a file that is missing.</summary>
    public static Argument<string[]> FilesArgument(string description)
    {
        var files = new Argument<string[]>("FILE") { Description = description, Arity = ArgumentArity.ZeroOrMore };
        files.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith('-') && word != InputFile.StandardInput && !Path.Exists(word)))
                result.AddError($"There is no option {word}.");
        });
        return files;
    }

    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "How the report is printed.", DefaultValueFactory = _ => PlainText };
        format.AcceptOnlyFromAmong(PlainText, Json);
        return format;
    }

    public static Option<string?> VectorsOption() => new("--vectors")
    {
        Description = "A file of recorded verdicts: print ours for each, one JSON object a line.",
    };

    /// <summary>
    /// Checks the files one after the other and prints what is found. A file that cannot be read is named on
    /// <paramref name="error"/>, and the others are checked all the same.
    /// </summary>
    /// <param name="files">The paths; <c>-</c> is standard input.</param>
    /// <param name="check">Checks one file.</param>
    /// <param name="asJson">True for one JSON array, false for lines of text.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="error">Where complaints about arguments go.</param>
    public static int Run(IReadOnlyList<string> files, Func<InputFile, CheckReport> check, bool asJson, TextWriter output, TextWriter error)
    {
        if (files.Count == 0)
        {
            error.WriteLine("Name at least one file, or --vectors with a vector file.");
            return Usage;
        }

        var read = files.Select(file => InputFile.Read(file, error)).ToList();
        var reports = read.OfType<InputFile>().Select(file => Shortened(check(file))).ToList();
        if (asJson)
            output.WriteLine(JsonSerializer.Serialize(reports, JsonOptions));
        else
            PrintLines(reports.SelectMany(Lines), output);
        if (read.Contains(null))
            return Usage;
        return reports.TrueForAll(report => report.Verdict == CheckVerdict.Accept) ? Accepted : Rejected;
    }

    /// <summary>Checks recorded verdicts and prints ours, one JSON object a line.</summary>
    /// <param name="path">The vector file.</param>
    /// <param name="files">The files named beside it, which must be none: the vectors are their own input.</param>
    /// <param name="read">Reads its text; a <see cref="JsonException"/> means that it is none.</param>
    /// <param name="toLine">Our verdict for one vector.</param>
    /// <param name="agrees">Whether ours is the recorded one.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="error">Where it is said that the file is no vector file.</param>
    public static int RunVectors<T>(
        string path, IReadOnlyList<string> files, Func<string, IEnumerable<T>> read, Func<T, string> toLine, Func<T, bool> agrees, TextWriter output, TextWriter error)
    {
        if (files.Count > 0)
        {
            error.WriteLine($"--vectors takes a file of its own and checks no other: leave out {string.Join(' ', files)}, or run the command once for each.");
            return Usage;
        }

        if (InputFile.Read(path, error) is not { } file)
            return Usage;
        try
        {
            var all = read(file.Text.TrimStart('\ufeff')).ToList();
            PrintLines(all.Select(toLine), output);
            return all.TrueForAll(vector => agrees(vector)) ? Accepted : Rejected;
        }
        catch (JsonException problem)
        {
            error.WriteLine($"{path} is no vector file: {problem.Message}");
            return Usage;
        }
    }

    /// <summary>Of one rule the first traps tell what is wrong; a file of a hundred thousand users needs no line for each.</summary>
    private static CheckReport Shortened(CheckReport report)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = report.Traps.Where(trap => (counts[trap.Rule] = counts.GetValueOrDefault(trap.Rule) + 1) <= MostOfRule).ToList();
        return kept.Count == report.Traps.Count ? report : report with
        {
            Traps = kept,
            TrapsLeftOut = counts.Where(count => count.Value > MostOfRule).ToDictionary(count => count.Key, count => count.Value - MostOfRule, StringComparer.Ordinal),
        };
    }

    private static IEnumerable<string> Lines(CheckReport report)
    {
        yield return $"{report.File}: {(report.Verdict == CheckVerdict.Accept ? "accept" : "reject")}";
        foreach (var problem in report.Errors)
            yield return $"{Place(report.File, problem.Line, problem.Column)}: error: {Indented(problem.Text)}";
        foreach (var warning in report.Warnings)
            yield return $"{report.File}: warning: {Indented(warning)}";
        foreach (var trap in report.Traps)
            yield return $"{Place(report.File, trap.Line, trap.Column)}: trap ({trap.Severity.ToString().ToLowerInvariant()}, {trap.Rule}): {Indented(trap.Message)} {Indented(trap.Reason)}";
        foreach (var (rule, count) in report.TrapsLeftOut)
            yield return string.Create(CultureInfo.InvariantCulture, $"{report.File}: {count} more traps of the rule {rule} are left out.");
    }

    /// <summary>Many lines at once: the output writes through, and a report can have a line for each of a file's.</summary>
    private static void PrintLines(IEnumerable<string> lines, TextWriter output)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
            if (text.Length >= Chunk)
            {
                output.Write(text);
                text.Clear();
            }
        }

        output.Write(text);
    }

    private static string Place(string file, int line, int column) =>
        line == 0 ? file : column == 0 ? $"{file}:{line}" : $"{file}:{line}:{column}";

    /// <summary>Further lines stand indented; other control characters could steer a terminal, so they are replaced.</summary>
    private static string Indented(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Concat(text.Select(c => c == '\n' ? "\n    " : char.IsControl(c) ? "\uFFFD" : c.ToString())) : text;
}
