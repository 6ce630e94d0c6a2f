using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Logs;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>explain FILE [--design DESIGN]</c>: says what made a build fail, from a log that podman or an image builder wrote. It ends with
/// 0 when a cause is known, and with 1 when none is; then it shows the first line that reads like an error.
/// </summary>
public static class ExplainCommand
{
    private const string StandardInput = "-";
    private const string Text = "text";
    private const string Json = "json";

    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The log; - reads standard input." };
        var design = new Option<string?>("--design")
        {
            Description = "The design that was built: a folder, a design.toml or a template. Names its fields more exactly.",
            HelpName = "DESIGN",
        };
        var format = new Option<string>("--format") { Description = "How the answer is printed.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("explain", "Say what made a build fail, from its log.") { file, design, format };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(design), parsed.GetRequiredValue(format) is Json, context));
        return command;
    }

    private static int Run(string file, string? designName, bool isJson, CommandContext context)
    {
        var known = FailureContext.None with { Machine = MachineFacts.ReadOsRelease() };
        if (designName is not null)
        {
            if (DesignArgument.Read(designName, context, out var status) is not { } folder)
                return status;
            known = known with { Design = folder.Design };
        }

        try
        {
            using var reader = file == StandardInput ? Console.In : new StreamReader(file);
            var explanation = Explain(reader, known);
            if (isJson)
                context.Output.WriteLine(JsonSerializer.Serialize(explanation, JsonForm));
            else
                Write(explanation, context.Output);
            return explanation is { IsKnown: true } ? ExitStatus.Success : ExitStatus.Failure;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            context.Error.WriteLine(PlainLine.Of($"{file} cannot be read: {problem.Message}"));
            return ExitStatus.WrongArgument;
        }
    }

    private static FailureExplanation? Explain(TextReader reader, FailureContext known)
    {
        var translator = new FailureTranslator();
        var search = new FirstErrorSearch();
        for (long number = 1; reader.ReadLine() is { } raw; number++)
        {
            // A progress line overwrites itself with carriage returns; what stands last is what was seen.
            var line = AnsiText.Strip(raw.TrimEnd('\r').Split('\r')[^1]);
            translator.Add(number, line);
            search.Add(number, line, LogStream.Output);
        }

        var explanation = translator.Explanation(known);
        if (search is not { HasError: true, Found: { } found } || !found.Precedes(explanation))
            return explanation;
        return (explanation ?? new FailureExplanation("", 0, "", "", "", "", [])) with
        {
            Line = found.Line,
            Text = (found with { Text = found.Text.Trim() }).TextWithInstruction,
        };
    }

    private static void Write(FailureExplanation? explanation, TextWriter output)
    {
        if (explanation is null)
        {
            output.WriteLine("No line of the log reads like an error.");
            return;
        }

        output.WriteLine(PlainLine.Of($"line {explanation.Line}: {explanation.Text}"));
        if (!explanation.IsKnown)
        {
            output.WriteLine("No known failure. This is the first line that reads like an error.");
            return;
        }

        foreach (var line in ExplanationLines.Of(explanation))
            output.WriteLine(PlainLine.Of(line));
        output.WriteLine(PlainLine.Of($"known as: {explanation.Id}"));
    }
}
