using System.CommandLine;
using System.Globalization;
using Veilor.Designer.Core.Routing;

namespace Veilor.Designer.CommandLine;

/// <summary><c>routes DESIGN</c>: prints each fact of a design, the files that carry it, and the outputs that it does not reach.</summary>
public static class RoutesCommand
{
    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var command = new Command("routes", "Print which file carries each fact of a design, and which output it does not reach.") { design };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(design), context));
        return command;
    }

    private static int Run(string design, CommandContext context)
    {
        if (DesignArgument.Read(design, context, out var status) is not { } folder)
            return status;
        foreach (var route in RouteTable.Of(folder.Compile()!))
        {
            context.Output.WriteLine(PlainLine.Of($"{route.Label}: {route.Value}"));
            foreach (var carrier in route.Carriers)
            {
                var line = carrier.Line == 0 ? " (follows from it)" : string.Create(CultureInfo.InvariantCulture, $":{carrier.Line}");
                var reasons = carrier.Reasons.IsEmpty ? "" : $"  {string.Join(' ', carrier.Reasons)}";
                context.Output.WriteLine(PlainLine.Of($"  {carrier.Document}{line}{reasons}"));
            }
            if (!route.AlsoIn.IsEmpty)
            {
                var places = route.AlsoIn.Select(also => also.Line == 0 ? also.Document : string.Create(CultureInfo.InvariantCulture, $"{also.Document}:{also.Line}"));
                context.Output.WriteLine(PlainLine.Of($"  {(route.Carriers.IsEmpty ? "only in" : "also in")} {string.Join(", ", places)}"));
            }
            if (route.IsNowhere)
                context.Output.WriteLine("  no generated file");
            foreach (var loss in route.Losses)
                context.Output.WriteLine(PlainLine.Of($"  not in {loss.Output}: {loss.Reason}"));
            foreach (var note in route.Notes)
                context.Output.WriteLine(PlainLine.Of($"  {note.Code}: {note.Message}"));
        }
        return ExitStatus.Success;
    }
}
