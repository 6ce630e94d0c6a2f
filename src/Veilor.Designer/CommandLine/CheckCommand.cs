using System.CommandLine;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>check DESIGN</c>: prints the problems of a design. It ends with 1 if and only if there is an error, which is
/// what keeps a design from being exported.
/// </summary>
public static class CheckCommand
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var format = new Option<string>("--format")
        {
            Description = "How the problems are printed.",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("check", "Print the problems of a design.") { design, format };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(design),
            parsed.GetRequiredValue(format) is Json,
            context));
        return command;
    }

    private static int Run(string design, bool isJson, CommandContext context)
    {
        if (DesignArgument.Read(design, context, out var status) is not { } folder)
            return status;
        var report = DesignReport.Of(folder, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        if (isJson)
            context.Output.WriteLine(report.ToJson());
        else
            report.WriteTo(context.Output, DiagnosticSeverity.Info);
        return report.HasErrors ? ExitStatus.Failure : ExitStatus.Success;
    }
}
