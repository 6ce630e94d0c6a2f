using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Bundles;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>build DESIGN</c>: runs the same steps as the build page, prints the log as it comes, and ends with 0 when every step succeeded, with 1 when
/// one failed, and with 130 after Ctrl+C. The run is found in the history of the workspace afterwards.
/// </summary>
public static class BuildCommand
{
    private const int Interrupted = 130;

    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var workspace = new Option<string?>("--workspace")
        {
            Description = "The folder that keeps the run. Default: $XDG_STATE_HOME/veilor-designer.",
            HelpName = "DIR",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the commands of the steps and do nothing." };
        var options = new BuildOptions();
        var command = new Command("build", "Build a design on this machine, with its checks, disk images and manifest.") { design, workspace, dryRun };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (DesignArgument.Read(parsed.GetRequiredValue(design), context, out var status) is not { } folder)
            {
                return status;
            }

            if (options.Read(parsed, folder.Design, context.Error) is not { } choices)
            {
                return ExitStatus.WrongArgument;
            }

            var compiled = folder.Compile()!;
            var report = DesignReport.Of(compiled, folder.Content.Refused);
            if (report.HasErrors)
            {
                report.WriteTo(context.Error, DiagnosticSeverity.Error);
                context.Error.WriteLine("Nothing was built: a design with errors cannot be built.");
                return ExitStatus.Failure;
            }

            var host = await RootProbe.ProbeAsync(cancellation);
            var plan = BuildPlanner.Plan(compiled.Design, choices, host);
            if (parsed.GetValue(dryRun))
            {
                // Copied as a whole, a failure stops what follows.
                foreach (var (index, step) in plan.Steps.Index())
                {
                    context.Output.WriteLine($"# {step.Title}");
                    context.Output.WriteLine(index + 1 < plan.Steps.Count ? step.CommandLine + " &&" : step.CommandLine);
                }

                return ExitStatus.Success;
            }

            var runs = WorkspaceLocation.Resolve(parsed.GetValue(workspace), Environment.GetEnvironmentVariable).Runs;
            var preflight = await new PreflightProbe(runs).RunAsync(compiled.Design, choices, host, cancellation);
            PreflightCommand.Write(preflight, context.Error, CheckState.Warning);
            if (!preflight.CanBuild)
            {
                return ExitStatus.Failure;
            }

            var request = new BuildRequest(compiled.Design.Image.Name.ToString(), compiled.Design.DisplayTitle(), DesignBundle.Entries(compiled), plan)
            {
                DesignId = DesignId.Of(compiled.Design, compiled.Content).Value,
            };
            return await RunAsync(request, runs, context, cancellation);
        });
        return command;
    }

    internal static Task<int> RunAsync(BuildRequest request, string runs, CommandContext context, CancellationToken cancellation) =>
        RunAsync((service, stop) => service.StartAsync(request, stop), runs, context, cancellation);

    /// <summary>Starts a run, prints it to its end, and cancels it on SIGINT and SIGTERM.</summary>
    internal static async Task<int> RunAsync(
        Func<BuildService, CancellationToken, Task<StartResult>> start, string runs, CommandContext context, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var service = new BuildService(new RunFolders(runs, NullLogger<RunFolders>.Instance), TimeProvider.System, NullLogger<BuildService>.Instance);
        await service.StartAsync(CancellationToken.None);
        try
        {
            var started = await start(service, stop.Token);
            if (started.Run is not { } run)
            {
                if (started.Preflight is { } preflight)
                {
                    PreflightCommand.Write(preflight, context.Error, CheckState.Blocking);
                }

                context.Error.WriteLine(PlainLine.Of(started.Problem ?? "The build could not be prepared."));
                return ExitStatus.Failure;
            }

            var ended = await new RunPrinter(service, context).FollowAsync(run.Id, stop.Token);
            return ended.State switch
            {
                RunState.Succeeded => ExitStatus.Success,
                RunState.Cancelled => Interrupted,
                _ => ExitStatus.Failure,
            };
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        finally
        {
            await service.StopAsync(CancellationToken.None);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
