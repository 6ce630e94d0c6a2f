using System.CommandLine;
using System.Text.Json;
using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Vectors;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>check-config FILE…</c>: says of builder configs what the real builder would say, and what it would not.
/// It ends with 0 when all are accepted, with 1 when any is rejected, and with 2 when a file cannot be read or an
/// argument is wrong; with <c>--vectors</c> 0 means that every recorded verdict agrees.
/// </summary>
public static class CheckConfigCommand
{
    private static readonly char[] WordBreaks = [' ', ','];

    /// <summary>The command, to be added to the root.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Builder configs: .toml or .json.", Arity = ArgumentArity.ZeroOrMore };
        var types = new Option<string[]>("--type") { Description = "The image type, as for the builder. May repeat." };
        var rootfs = new Option<string?>("--rootfs") { Description = "The root filesystem, as for the builder." };
        var builder = new Option<string>("--builder") { Description = "Which of the two builders.", DefaultValueFactory = _ => "bootc-image-builder" };
        builder.AcceptOnlyFromAmong("bootc-image-builder", "image-builder");
        var osId = new Option<string>("--os-id") { Description = "ID in the image's os-release.", DefaultValueFactory = _ => "fedora" };
        var osVersion = new Option<string>("--os-version") { Description = "VERSION_ID in the image's os-release.", DefaultValueFactory = _ => "43" };
        var idLike = new Option<string[]>("--id-like") { Description = "ID_LIKE in the image's os-release. May repeat." };
        var payload = new Option<string?>("--payload-ref") { Description = "The image that a bootc-installer installs." };
        var format = CheckReports.FormatOption();
        var vectors = CheckReports.VectorsOption();
        var command = new Command("check-config", "Check builder configs as the real builder would.")
        {
            files, types, rootfs, builder, osId, osVersion, idLike, payload, format, vectors,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            if (parsed.GetValue(vectors) is { } path)
                return RunVectors(path, output, error);
            var template = new BuilderConfigRequest
            {
                Text = string.Empty,
                Types = [.. parsed.GetValue(types) ?? []],
                Rootfs = parsed.GetValue(rootfs),
                Builder = parsed.GetValue(builder) == "image-builder" ? BuilderFrontEnd.ImageBuilder : BuilderFrontEnd.BootcImageBuilder,
                OsId = parsed.GetValue(osId)!,
                OsVersion = parsed.GetValue(osVersion)!,
                IdLike = [.. (parsed.GetValue(idLike) ?? []).SelectMany(words => words.Split(WordBreaks, StringSplitOptions.RemoveEmptyEntries))],
                PayloadRef = parsed.GetValue(payload),
            };
            return CheckReports.Run(
                parsed.GetValue(files) ?? [],
                (file, text) => Check(template, file, text),
                parsed.GetValue(format) == CheckReports.Json,
                output,
                error);
        });
        return command;
    }

    private static CheckReport? Check(BuilderConfigRequest template, string file, string text)
    {
        var extension = Path.GetExtension(file);
        if (extension is not (".toml" or ".json"))
            return null;
        var report = BuilderConfigChecker.Check(template with { Text = text, Format = extension == ".json" ? ConfigFormat.Json : ConfigFormat.Toml });
        return new CheckReport(
            file,
            report.Verdict,
            report.Error is null ? [] : [new CheckMessage(report.Error, report.ErrorLine, report.ErrorColumn)],
            report.Warnings,
            report.Traps);
    }

    private static int RunVectors(string path, TextWriter output, TextWriter error)
    {
        if (CheckReports.Read(path, error) is not { } json)
            return CheckReports.Usage;
        try
        {
            var all = BuilderConfigVectors.Read(json);
            foreach (var vector in all)
                output.WriteLine(BuilderConfigVectors.ToJsonLine(vector));
            return all.All(BuilderConfigVectors.Agrees) ? CheckReports.Accepted : CheckReports.Rejected;
        }
        catch (JsonException problem)
        {
            error.WriteLine($"{path} is no vector file: {problem.Message}");
            return CheckReports.Usage;
        }
    }
}
