using System.CommandLine;
using Veilor.Designer.Core.Checking;
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
        var files = CheckReports.FilesArgument("Kickstart files; - reads standard input.");
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
                return CheckReports.RunVectors(path, parsed.GetValue(files) ?? [], KickstartVectors.Read, KickstartVectors.ToJsonLine, KickstartVectors.Agrees, output, error);
            var dialect = KickstartVectors.FindVersion(parsed.GetValue(version)!)!.Value;
            return CheckReports.Run(
                parsed.GetValue(files) ?? [],
                file => Check(file, dialect),
                parsed.GetValue(format) == CheckReports.Json,
                output,
                error);
        });
        return command;
    }

    private static CheckReport Check(InputFile file, KickstartVersion version)
    {
        if (file.BadByte is { } bad)
        {
            var message = $"'utf-8' codec can't decode byte 0x{bad:x2} in position {file.BadOffset}";
            return new CheckReport(file.Name, CheckVerdict.Reject, [new CheckMessage(message, file.BadLine, 0)], [], []);
        }

        var report = KickstartChecker.Check(file.Text, version, (path, from) => NamedFiles.Read(path, from ?? file.Name));
        return new CheckReport(
            file.Name,
            report.Verdict,
            [.. report.Errors.Select(problem => new CheckMessage(problem.Text, problem.Line ?? 0, 0))],
            report.Warnings,
            report.Traps);
    }
}
