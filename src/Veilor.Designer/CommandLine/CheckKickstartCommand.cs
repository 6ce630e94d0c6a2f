using System.CommandLine;
using System.Text.Json;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Checking.Vectors;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>check-kickstart FILE…</c>: says of kickstarts what the real validator would say, and what it does not look at.
/// It ends with 0 when all are accepted, with 1 when any is rejected, and with 2 when a file cannot be read or an
/// argument is wrong; with <c>--vectors</c> 0 means that every recorded verdict agrees.
/// </summary>
public static class CheckKickstartCommand
{
    /// <summary>The command, to be added to the root.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Kickstart files.", Arity = ArgumentArity.ZeroOrMore };
        var version = new Option<string>("--version") { Description = "The kickstart dialect.", DefaultValueFactory = _ => "F43" };
        version.AcceptOnlyFromAmong("F43", "F44", "RHEL10");
        var format = CheckReports.FormatOption();
        var vectors = CheckReports.VectorsOption();
        var command = new Command("check-kickstart", "Check kickstarts as the real validator would.") { files, version, format, vectors };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            if (parsed.GetValue(vectors) is { } path)
                return RunVectors(path, output, error);
            var dialect = KickstartVectors.FindVersion(parsed.GetValue(version)!)!.Value;
            return CheckReports.Run(
                parsed.GetValue(files) ?? [],
                (file, text) => Check(file, text, dialect),
                parsed.GetValue(format) == CheckReports.Json,
                output,
                error);
        });
        return command;
    }

    private static CheckReport Check(string file, string text, KickstartVersion version)
    {
        var report = KickstartChecker.Check(text, version);
        return new CheckReport(
            file,
            report.Verdict,
            [.. report.Errors.Select(problem => new CheckMessage(problem.Text, problem.Line ?? 0, 0))],
            report.Warnings,
            report.Traps);
    }

    private static int RunVectors(string path, TextWriter output, TextWriter error)
    {
        if (CheckReports.Read(path, error) is not { } json)
            return CheckReports.Usage;
        try
        {
            var all = KickstartVectors.Read(json);
            foreach (var vector in all)
                output.WriteLine(KickstartVectors.ToJsonLine(vector));
            return all.All(KickstartVectors.Agrees) ? CheckReports.Accepted : CheckReports.Rejected;
        }
        catch (JsonException problem)
        {
            error.WriteLine($"{path} is no vector file: {problem.Message}");
            return CheckReports.Usage;
        }
    }
}
