using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>preflight [DESIGN]</c>: says whether this machine can build, and what to do where it cannot. It ends with 1 if and only if something is in
/// the way of the chosen steps.
/// </summary>
public static class PreflightCommand
{
    private const string Text = "text";
    private const string Json = "json";

    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create(CommandContext context)
    {
        var design = new Argument<string?>("DESIGN")
        {
            Description = "The design that is to be built; without it only the machine is looked at.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string>("--format") { Description = "How the answer is printed.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        var workspace = new Option<string?>("--workspace")
        {
            Description = "The folder that would keep the build; its free space is looked at. Default: $XDG_STATE_HOME/veilor-designer.",
            HelpName = "DIR",
        };
        var options = new BuildOptions();
        var command = new Command("preflight", "Say whether this machine can build, and what to do where it cannot.") { design, format, workspace };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            ImageDesign? subject = null;
            if (parsed.GetValue(design) is { } name)
            {
                if (DesignArgument.Read(name, context, out var status) is not { } folder)
                {
                    return status;
                }

                subject = folder.Design;
            }

            if (options.Read(parsed, subject, context.Error) is not { } choices)
            {
                return ExitStatus.WrongArgument;
            }

            var runs = WorkspaceLocation.Resolve(parsed.GetValue(workspace), Environment.GetEnvironmentVariable).Runs;
            var host = await RootProbe.ProbeAsync(cancellation);
            var report = await new PreflightProbe(runs).RunAsync(subject, choices, host, cancellation);
            if (parsed.GetRequiredValue(format) is Json)
            {
                context.Output.WriteLine(JsonSerializer.Serialize(
                    new { report.CanBuild, Checks = report.Checks.Select(Row) }, JsonForm));
            }
            else
            {
                Write(report, context.Output, CheckState.Good);
            }

            return report.CanBuild ? ExitStatus.Success : ExitStatus.Failure;
        });
        return command;
    }

    /// <summary>Prints the checks, each with its repair, and what follows from them.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="output">Where to.</param>
    /// <param name="least">Checks in a better state are left out.</param>
    internal static void Write(PreflightReport report, TextWriter output, CheckState least)
    {
        var group = "";
        foreach (var check in report.Checks.Where(check => check.State >= least))
        {
            if (check.Group != group)
            {
                group = check.Group;
                output.WriteLine(group);
            }

            output.WriteLine(PlainLine.Of($"  {Word(check.State),-8} {check.Name}: {check.Found} (for {check.NeededFor})"));
            foreach (var repair in check.State >= CheckState.Warning ? check.Repairs.ToArray() : [])
            {
                output.WriteLine(PlainLine.Of($"           {repair}"));
            }
        }

        if (!report.CanBuild)
        {
            output.WriteLine("The build cannot work: " + string.Join(", ", report.Blocking.Select(check => check.Name)) + ".");
        }
    }

    private static object Row(PreflightCheck check) =>
        new { check.Group, check.Name, check.State, check.Found, check.NeededFor, Repairs = check.Repairs.ToArray() };

    private static string Word(CheckState state) => state switch
    {
        CheckState.Good => "ok",
        CheckState.Unneeded => "-",
        CheckState.Warning => "warning",
        _ => "blocks",
    };
}
