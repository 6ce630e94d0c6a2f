using System.CommandLine;
using Veilor.Designer.Core.Checking;
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
        var files = CheckReports.FilesArgument("Builder configs: .toml or .json; - reads JSON from standard input.");
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
                return CheckReports.RunVectors(path, parsed.GetValue(files) ?? [], BuilderConfigVectors.Read, BuilderConfigVectors.ToJsonLine, BuilderConfigVectors.Agrees, output, error);
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
                file => Check(template, file),
                parsed.GetValue(format) == CheckReports.Json,
                output,
                error);
        });
        return command;
    }

    private static CheckReport Check(BuilderConfigRequest template, InputFile file)
    {
        // The builder reads what comes on standard input as JSON.
        var isStandardInput = file.Name == InputFile.StandardInput;
        var extension = isStandardInput ? ".json" : Path.GetExtension(file.Name);
        if (extension is not (".toml" or ".json"))
            return Refused(file, $"cannot read config: unsupported file extension for \"{file.Name}\"", 0);
        // The parser passes over a mark of UTF-16 and reads what follows as UTF-8; a zero near the start is its first complaint (BurntSushi/toml 1.6, parse).
        if (extension == ".toml" && file.HasUtf16Mark)
            file = InputFile.Of(file.Name, file.Bytes[2..]);
        if (extension == ".toml" && file.BadByte is { } bad && !StartsWithZero(file.Bytes.Span))
            return Refused(file, $"cannot read config: cannot decode \"/config.toml\": toml: line {file.BadLine}: invalid UTF-8 byte: 0x{bad:x2}", file.BadLine);
        var report = BuilderConfigChecker.Check(template with
        {
            Text = file.Text,
            Format = extension == ".json" ? ConfigFormat.Json : ConfigFormat.Toml,
            IsStandardInput = isStandardInput,
            FindFile = NamedFiles.Find,
        });
        return new CheckReport(
            file.Name,
            report.Verdict,
            report.Error is null ? [] : [new CheckMessage(report.Error, report.ErrorLine, report.ErrorColumn)],
            report.Warnings,
            report.Traps);
    }

    /// <summary>True for a zero among the first six bytes behind a mark of UTF-8: the parser takes the file for UTF-16 and looks no further.</summary>
    private static bool StartsWithZero(ReadOnlySpan<byte> bytes)
    {
        var body = bytes is [0xef, 0xbb, 0xbf, ..] ? bytes[3..] : bytes;
        return body[..Math.Min(6, body.Length)].Contains((byte)0);
    }

    private static CheckReport Refused(InputFile file, string message, int line) =>
        new(file.Name, CheckVerdict.Reject, [new CheckMessage(message, line, 0)], [], []);
}
