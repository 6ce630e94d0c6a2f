using System.CommandLine;
using Veilor.Designer.Core.Bundles;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>render DESIGN</c>: lists the paths of the bundle, or prints the exact bytes of one file. A design with errors is
/// rendered too, as the preview does it.
/// </summary>
public static class RenderCommand
{
    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var document = new Option<string?>("--document")
        {
            Description = "The path of a file in the bundle, to print it. Without it the paths are listed.",
            HelpName = "NAME",
        };
        var command = new Command("render", "List the files of a design's bundle, or print one.") { design, document };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(design), parsed.GetValue(document), context));
        return command;
    }

    private static int Run(string design, string? document, CommandContext context)
    {
        if (DesignArgument.Read(design, context, out var status) is not { } folder)
            return status;
        var entries = DesignBundle.Entries(folder.Compile()!);
        if (document is null)
        {
            foreach (var each in entries)
                context.Output.WriteLine(PlainLine.Of(each.Path));
            return ExitStatus.Success;
        }

        if (entries.FirstOrDefault(each => string.Equals(each.Path, document, StringComparison.Ordinal)) is not { } entry)
        {
            context.Error.WriteLine(PlainLine.Of(
                $"The bundle of this design has no file '{document}'. Without --document its paths are listed."));
            return ExitStatus.WrongArgument;
        }

        try
        {
            using var content = entry.Open();
            content.CopyTo(context.Bytes);
            return ExitStatus.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"{entry.Path} cannot be read: {e.Message}"));
            return ExitStatus.Failure;
        }
    }
}
