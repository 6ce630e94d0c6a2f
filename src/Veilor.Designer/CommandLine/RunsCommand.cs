using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>runs list|show|log|again|cancel|clean-up|delete</c>: the builds and boots of a workspace, those of a server among them, also while it runs.
/// </summary>
public static class RunsCommand
{
    private const string Last = "last";
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(CommandContext context)
    {
        var command = new Command("runs", "List the builds of a workspace, and show, repeat, cancel or delete one.");
        command.Add(CreateList(context));
        command.Add(CreateOfOne("show", "Say how a build stands or ended, what it made and what it has left on this machine.", context, ShowAsync));
        command.Add(CreateOfOne("log", "Print the log of a build; of one that runs, until it ends.", context, LogAsync));
        command.Add(CreateOfOne("cancel", "End a build that waits or runs, whatever program has it.", context, CancelAsync));
        command.Add(CreateOfOne("clean-up", "End the processes and remove the containers that an interrupted build has left.", context, CleanUpAsync));
        command.Add(CreateOfOne("delete", "Delete a build that has ended, with its log and what it made.", context, DeleteAsync));
        command.Add(CreateAgain(context));
        return command;
    }

    private static Option<string?> Workspace() => new("--workspace")
    {
        Description = "The folder that keeps the builds. Default: $XDG_STATE_HOME/veilor-designer.",
        HelpName = "DIR",
    };

    private static Argument<string> Id() => new("ID") { Description = "What 'runs list' prints first, or 'last' for the newest." };

    private static Command CreateList(CommandContext context)
    {
        var workspace = Workspace();
        var design = new Option<string?>("--design") { Description = "Only the builds of the design with this name.", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "How the list is printed.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command("list", "List the builds, the newest first.") { workspace, design, format };
        command.SetAction((parsed, _) => WithAsync(parsed.GetValue(workspace), service =>
        {
            var runs = service.Runs.Where(run => parsed.GetValue(design) is not { } slug || run.DesignSlug == slug).ToList();
            var report = new RunReport(service, context.Output, TimeProvider.System);
            if (parsed.GetRequiredValue(format) is Json)
            {
                report.WriteJson(runs);
            }
            else if (runs.Count == 0)
            {
                context.Error.WriteLine("Nothing has been built in this workspace.");
            }
            else
            {
                report.WriteList(runs);
            }

            return Task.FromResult(ExitStatus.Success);
        }));
        return command;
    }

    private static Command CreateOfOne(string name, string description, CommandContext context, Func<BuildService, BuildRun, CommandContext, Task<int>> act)
    {
        var (id, workspace) = (Id(), Workspace());
        var command = new Command(name, description) { id, workspace };
        command.SetAction((parsed, _) => WithAsync(parsed.GetValue(workspace), service =>
            Find(service, parsed.GetRequiredValue(id), context) is { } run ? act(service, run, context) : Task.FromResult(ExitStatus.WrongArgument)));
        return command;
    }

    private static Command CreateAgain(CommandContext context)
    {
        var (id, workspace) = (Id(), Workspace());
        var command = new Command("again", "Build the same files with the same commands again, whatever the design is now.") { id, workspace };
        command.SetAction(async (parsed, cancellation) =>
        {
            var runs = RunsOf(parsed.GetValue(workspace));
            return await BuildCommand.RunAsync(
                async (service, stop) => Find(service, parsed.GetRequiredValue(id), context) is { } run
                    ? await new RebuildStarter(service, new PreflightProbe(runs)).StartAsync(run.Id, stop)
                    : new StartResult(null, "Nothing was started."),
                runs, context, cancellation);
        });
        return command;
    }

    private static async Task<int> ShowAsync(BuildService service, BuildRun run, CommandContext context)
    {
        await new RunReport(service, context.Output, TimeProvider.System).WriteAsync(run);
        return ExitStatus.Success;
    }

    private static async Task<int> LogAsync(BuildService service, BuildRun run, CommandContext context)
    {
        await new RunPrinter(service, context).FollowAsync(run.Id, CancellationToken.None);
        return ExitStatus.Success;
    }

    private static async Task<int> CancelAsync(BuildService service, BuildRun run, CommandContext context)
    {
        if (run.IsEnded)
        {
            context.Error.WriteLine($"It has ended before: {run.State}.");
            return ExitStatus.Failure;
        }

        await service.CancelAsync(run.Id);
        var now = service.Find(run.Id);
        context.Error.WriteLine(now is { IsEnded: false } ? "The program that has it has not ended it yet." : $"{now?.State}.");
        return now is { IsEnded: false } ? ExitStatus.Failure : ExitStatus.Success;
    }

    private static async Task<int> CleanUpAsync(BuildService service, BuildRun run, CommandContext context)
    {
        var left = await service.CleanUpAsync(run);
        var report = new RunReport(service, context.Error, TimeProvider.System);
        report.WriteLeft(left);
        context.Error.WriteLine(left.IsEmpty ? "Nothing of it is left on this machine." : "This is still there.");
        return left.IsEmpty ? ExitStatus.Success : ExitStatus.Failure;
    }

    private static async Task<int> DeleteAsync(BuildService service, BuildRun run, CommandContext context)
    {
        var size = (await service.SpaceOfAsync([run])).GetValueOrDefault(run.Id);
        if (service.DeleteForGood(run.Id) is { } problem)
        {
            context.Error.WriteLine(PlainLine.Of(problem));
            return ExitStatus.Failure;
        }

        context.Error.WriteLine(size is { } bytes ? $"Deleted; {Components.Runs.RunFormat.Size(bytes)} are free again." : "Deleted.");
        return ExitStatus.Success;
    }

    private static BuildRun? Find(BuildService service, string id, CommandContext context)
    {
        var found = id == Last ? (service.Runs is [var newest, ..] ? newest : null) : RunId.TryParse(id, out var known) ? service.Find(known) : null;
        if (found is null)
        {
            context.Error.WriteLine(PlainLine.Of(id == Last ? "Nothing has been built in this workspace." : $"There is no build '{id}'. The list: veilor-designer runs list"));
        }

        return found;
    }

    private static string RunsOf(string? workspace) => WorkspaceLocation.Resolve(workspace, Environment.GetEnvironmentVariable).Runs;

    private static async Task<int> WithAsync(string? workspace, Func<BuildService, Task<int>> act)
    {
        using var service = new BuildService(new RunFolders(RunsOf(workspace), NullLogger<RunFolders>.Instance), TimeProvider.System, NullLogger<BuildService>.Instance);
        await service.StartAsync(CancellationToken.None);
        try
        {
            return await act(service);
        }
        finally
        {
            await service.StopAsync(CancellationToken.None);
        }
    }
}
