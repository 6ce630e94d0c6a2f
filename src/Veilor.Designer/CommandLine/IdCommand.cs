using System.CommandLine;
using Veilor.Designer.Core.Comparing;

namespace Veilor.Designer.CommandLine;

/// <summary><c>id DESIGN</c>: prints the content id, which equal designs share on every machine.</summary>
public static class IdCommand
{
    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var command = new Command("id", "Print the content id of a design: a SHA-256 that equal designs share.") { design };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(design), context));
        return command;
    }

    private static int Run(string design, CommandContext context)
    {
        if (DesignArgument.Read(design, context, out var status) is not { } folder)
            return status;
        try
        {
            context.Output.WriteLine(DesignId.Of(folder.SelfContained!, folder.Content.Content).Value);
            return ExitStatus.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"A file of the design cannot be read: {e.Message}"));
            return ExitStatus.Failure;
        }
    }
}
