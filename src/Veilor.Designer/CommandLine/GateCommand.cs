using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Gates;
using Veilor.Designer.Hosting;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>gate DESIGN</c>: shows the decision gate, and writes into it what the options say. It ends with 0 for pass and hybrid, with 1 for fail
/// (and when something could not be done), with 3 while nothing is decided.
/// </summary>
public static class GateCommand
{
    /// <summary>The gate is open.</summary>
    public const int Undecided = 3;

    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var format = new Option<string>("--format") { Description = "How the gate is printed.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        var workspace = new Option<string?>("--workspace")
        {
            Description = "The folder with the runs that feed it. Default: $XDG_STATE_HOME/veilor-designer.",
            HelpName = "DIR",
        };
        var issues = new Option<string?>("--issues") { Description = "Write an issue text for each unfixable risk into this folder.", HelpName = "DIR" };
        var marks = new GateMarkOptions();
        var command = new Command("gate", "Show the decision gate of a design, and record evidence, risks and the decision.") { design, format, workspace, issues };
        marks.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (DesignArgument.Read(parsed.GetRequiredValue(design), context, out var status) is not { } folder)
            {
                return status;
            }

            var read = GateFile.Read(folder.Path);
            if (read.Record is not { } before)
            {
                foreach (var problem in read.Problems)
                {
                    context.Error.WriteLine(PlainLine.Of($"{Path.Combine(folder.Path, GateToml.FileName)}: {problem}"));
                }

                return ExitStatus.Failure;
            }

            var location = WorkspaceLocation.Resolve(parsed.GetValue(workspace), Environment.GetEnvironmentVariable);
            var slug = SlugOf(folder, location);
            var kept = new KeptFiles(location.Kept);
            var compiled = folder.Compile()!;
            var id = DesignId.Of(compiled.Design, compiled.Content).Value;
            var record = Fed(before, slug, location.Runs);
            if (marks.IsAny(parsed))
            {
                if (await marks.ApplyAsync(parsed, record, new GateMarkPlace(slug, id, kept, TimeProvider.System.GetUtcNow()), context.Error, cancellation) is not { } marked)
                {
                    return ExitStatus.WrongArgument;
                }

                record = marked;
                if (Save(folder.Path, record) is { } problem)
                {
                    context.Error.WriteLine(PlainLine.Of(problem));
                    return ExitStatus.Failure;
                }
            }

            var view = new GateView(compiled.Design, id, record, GateBoard.Of(record, compiled.Design, id, item => kept.IsThere(slug, item)), []);
            if (parsed.GetValue(issues) is { } target && WriteIssues(target, view, context.Error) is { } refused)
            {
                context.Error.WriteLine(PlainLine.Of(refused));
                return ExitStatus.Failure;
            }

            if (parsed.GetRequiredValue(format) is Json)
            {
                GateReport.WriteJson(view, context.Output);
            }
            else
            {
                GateReport.WriteText(view, context.Output);
            }

            return view.Board.Verdict switch
            {
                GateVerdict.Pass or GateVerdict.Hybrid => ExitStatus.Success,
                GateVerdict.Fail => ExitStatus.Failure,
                _ => Undecided,
            };
        });
        return command;
    }

    /// <summary>A design of the workspace goes by its folder, as its runs do; any other by its image's name, as the command <c>build</c> does.</summary>
    private static string SlugOf(DesignFolder folder, WorkspaceLocation location) =>
        Path.GetDirectoryName(folder.Path) == location.Designs ? Path.GetFileName(folder.Path) : folder.Design!.Image.Name.ToString();

    private static GateRecord Fed(GateRecord record, string slug, string runs)
    {
        var folders = new RunFolders(runs, NullLogger<RunFolders>.Instance);
        var evidence = folders.ReadAll().Where(run => run.DesignSlug == slug)
            .Select(run => RunFactsReader.Read(run, folders.BundleOf(run.Id), folders.ArtifactsOf(run.Id)))
            .OfType<RunFacts>()
            .SelectMany(RunEvidence.Of);
        return evidence.Aggregate(record, (current, item) => current.With(item));
    }

    private static string? Save(string folder, GateRecord record)
    {
        try
        {
            GateFile.Write(folder, record);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{GateToml.FileName} could not be written: {exception.Message}";
        }
    }

    private static string? WriteIssues(string folder, GateView view, TextWriter error)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var mark in view.Record.Risks.Where(mark => mark.State == RiskState.Unfixable))
            {
                var path = Path.Combine(folder, GateIssue.FileName(mark.Number));
                File.WriteAllText(path, GateIssue.Write(mark, view.Design, view.DesignId, view.Board));
                error.WriteLine(PlainLine.Of(string.Create(CultureInfo.InvariantCulture, $"risk {mark.Number}: {path}")));
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"The issues could not be written: {exception.Message}";
        }
    }
}
