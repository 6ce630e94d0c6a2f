using System.CommandLine;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Sharing;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Sharing;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>open-link LINK</c>: says what a link holds. With <c>--output DIR</c> it makes a design folder of it; nothing is
/// made otherwise.
/// </summary>
public static class OpenLinkCommand
{
    public static Command Create(CommandContext context)
    {
        var link = new Argument<string>("LINK") { Description = "The link, or the part of it after design=." };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The folder of the new design; it must be absent or empty. Without it the design is described and nothing is written.",
            HelpName = "DIR",
        };
        var command = new Command("open-link", "Say what a shared link holds, or make a design folder of it.") { link, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(link), parsed.GetValue(output), context));
        return command;
    }

    private static int Run(string link, string? output, CommandContext context)
    {
        var reading = DesignLink.Read(DesignSharing.PayloadOf(link));
        if (reading.Linked is not { } linked)
        {
            context.Error.WriteLine(PlainLine.Of(reading.Problem));
            return ExitStatus.Failure;
        }

        var sharing = new DesignSharing(context.Templates);
        var content = sharing.FilesOf(linked);
        foreach (var line in reading.TakenOut.Append(sharing.MissingFiles(linked)).Where(line => line.Length > 0))
            context.Error.WriteLine(PlainLine.Of(line));
        if (output is null)
        {
            Describe(linked.Design, DesignCompiler.Compile(linked.Design, content), context);
            return ExitStatus.Success;
        }

        var folder = Path.GetFullPath(output);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            context.Error.WriteLine(PlainLine.Of($"{folder} is not an empty folder. Nothing was written."));
            return ExitStatus.WrongArgument;
        }
        try
        {
            NewDesignFolder.Write(folder, linked.Design, content, linked.FilesOf);
            context.Output.WriteLine(PlainLine.Of(folder));
            return ExitStatus.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"{folder} cannot be written: {e.Message}"));
            return ExitStatus.Failure;
        }
    }

    private static void Describe(ImageDesign design, CompiledDesign compiled, CommandContext context)
    {
        context.Output.WriteLine(PlainLine.Of(design.DisplayTitle()));
        if (design.Image.Description.Length > 0)
            context.Output.WriteLine(PlainLine.Of(design.Image.Description));
        foreach (var line in LinkReview.Of(design))
            context.Output.WriteLine(PlainLine.Of($"  {line}"));
        DesignReport.Of(compiled, []).WriteTo(context.Output, DiagnosticSeverity.Warning);
    }
}
