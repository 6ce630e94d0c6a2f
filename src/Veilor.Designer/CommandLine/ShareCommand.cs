using System.CommandLine;
using System.Globalization;
using Veilor.Designer.Hosting;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Sharing;

namespace Veilor.Designer.CommandLine;

/// <summary><c>share DESIGN</c>: prints a link that holds the design, without password hashes. What it does not hold, and what must be read before it is sent, goes to standard error.</summary>
public static class ShareCommand
{
    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var port = new Option<int>("--port")
        {
            Description = "The port in the link. It matters only where the link is clicked; it can be pasted too.",
            DefaultValueFactory = _ => DesignerHostOptions.DefaultPort,
        };
        var command = new Command("share", "Print a link that holds the design, without any password hash.") { design, port };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(design), parsed.GetRequiredValue(port), context));
        return command;
    }

    private static int Run(string name, int port, CommandContext context)
    {
        if (DesignArgument.Read(name, context, out var status) is not { } folder)
            return status;
        var template = Path.Exists(name) ? DesignOrigin.TemplateOf(folder.Path) : name;
        try
        {
            var link = new DesignSharing(context.Templates).Write(folder.Design!, folder.Content.Content, template);
            if (link.Payload is null)
            {
                context.Error.WriteLine(PlainLine.Of(link.Problem));
                return ExitStatus.Failure;
            }
            foreach (var each in link.LeftOut)
                context.Error.WriteLine(PlainLine.Of($"Not in the link: {each}"));
            if (link.Advice.Length > 0)
                context.Error.WriteLine(PlainLine.Of(link.Advice));
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}{DesignSharing.PathOf(link.Payload)}"));
            return ExitStatus.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"A file of the design cannot be read: {e.Message}"));
            return ExitStatus.Failure;
        }
    }
}
