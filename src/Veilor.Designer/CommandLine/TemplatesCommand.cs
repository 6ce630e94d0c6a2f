using System.CommandLine;

namespace Veilor.Designer.CommandLine;

/// <summary><c>templates</c>: prints the name and the purpose of each template, one a line.</summary>
public static class TemplatesCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("templates", "List the templates.");
        command.SetAction(_ => Run(context));
        return command;
    }

    private static int Run(CommandContext context)
    {
        var templates = context.Templates.List();
        var width = templates.Select(template => template.Name.Length).DefaultIfEmpty().Max();
        foreach (var template in templates)
            context.Output.WriteLine(PlainLine.Of($"{template.Name.PadRight(width)}  {template.Description}".TrimEnd()));
        return ExitStatus.Success;
    }
}
