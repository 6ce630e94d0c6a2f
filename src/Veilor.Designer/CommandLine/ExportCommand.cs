using System.CommandLine;
using System.CommandLine.Parsing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>export DESIGN --output DIR|FILE.zip|FILE.tar.gz</c>: writes the bundle and prints where. A design with errors is
/// refused, and nothing is written.
/// </summary>
public static class ExportCommand
{
    private static readonly string[] OtherArchives = [".tgz", ".tar", ".tar.xz", ".tar.zst", ".tar.bz2", ".7z", ".rar"];

    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var output = new Option<string>("--output", "-o")
        {
            Description = "A folder that is absent, empty or an earlier export, or a file that ends in .zip or .tar.gz.",
            HelpName = "DIR|FILE.zip|FILE.tar.gz",
            Required = true,
        };
        output.Validators.Add(RequireName);
        var withoutCredentials = new Option<bool>("--without-credentials")
        {
            Description = "Leave password hashes out, for a bundle that others will see. SSH keys are public and stay.",
        };
        var command = new Command("export", "Write the bundle of a design.") { design, output, withoutCredentials };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(design), parsed.GetRequiredValue(output), parsed.GetValue(withoutCredentials), context));
        return command;
    }

    private static int Run(string design, string output, bool withoutCredentials, CommandContext context)
    {
        if (DesignArgument.Read(design, context, out var status) is not { } folder)
            return status;
        if (withoutCredentials)
            folder = folder with { Design = folder.Design!.WithoutPasswords() };
        var compiled = folder.Compile()!;
        var report = DesignReport.Of(compiled, folder.Content.Refused);
        if (report.HasErrors)
        {
            report.WriteTo(context.Error, DiagnosticSeverity.Error);
            context.Error.WriteLine("Nothing was written: a design with errors cannot be exported.");
            return ExitStatus.Failure;
        }

        var result = BundleExporter.Export(compiled, folder.Content.Refused, output);
        if (!result.IsSuccess)
        {
            context.Error.WriteLine(PlainLine.Of(result.Problem));
            return ExitStatus.Failure;
        }
        context.Output.WriteLine(PlainLine.Of(result.Path!));
        return ExitStatus.Success;
    }

    private static void RequireName(OptionResult result)
    {
        if (result.Tokens is [{ Value: "" }])
            result.AddError("--output needs the name of a folder or a file.");
        else if (result.Tokens is [{ Value: var name }] && Array.Exists(OtherArchives, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            result.AddError($"'{name}' looks like an archive of a kind that is not written. Use a name that ends in .zip or .tar.gz, or a folder.");
    }
}
