using System.CommandLine;
using Veilor.Designer.Builds;
using Veilor.Designer.Builds.Preflight;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;
using Veilor.Designer.Hosting;
using Machine = Veilor.Designer.Core.Booting.BootCommand;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>boot DESIGN FILE</c>: boots a disk or an ISO in QEMU, prints its serial console, and ends with 0 when it came up or waits for its passphrase.
/// </summary>
public static class BootCommand
{
    public static Command Create(CommandContext context)
    {
        var design = DesignArgument.Create();
        var file = new Argument<string>("FILE") { Description = "A disk (qcow2, raw, img) or an ISO. It is not changed." };
        var workspace = new Option<string?>("--workspace")
        {
            Description = "The folder that keeps the run. Default: $XDG_STATE_HOME/veilor-designer.",
            HelpName = "DIR",
        };
        var limit = new Option<double?>("--time-limit") { Description = "Seconds that the boot may take. Default: 360 with KVM, 2400 without.", HelpName = "SECONDS" };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not (> 0 and < 86_400))
            {
                result.AddError("--time-limit must be more than 0 and less than a day.");
            }
        });
        var command = new Command("boot", "Boot a disk or an ISO in a virtual machine and watch its serial console.") { design, file, workspace, limit };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (DesignArgument.Read(parsed.GetRequiredValue(design), context, out var status) is not { } folder)
            {
                return status;
            }

            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (Machine.MediumOf(path) is null || !File.Exists(path))
            {
                context.Error.WriteLine(PlainLine.Of($"{path} is no disk (qcow2, raw, img) or ISO that is there."));
                return ExitStatus.WrongArgument;
            }

            var compiled = folder.Compile()!;
            TimeSpan? seconds = parsed.GetValue(limit) is { } value ? TimeSpan.FromSeconds(value) : null;
            var runs = WorkspaceLocation.Resolve(parsed.GetValue(workspace), Environment.GetEnvironmentVariable).Runs;
            var host = await RootProbe.ProbeAsync(cancellation);
            var preflight = await new PreflightProbe(runs).RunForBootAsync(path, host, cancellation);
            PreflightCommand.Write(preflight, context.Error, CheckState.Warning);
            if (!preflight.CanBuild)
            {
                return ExitStatus.Failure;
            }

            var plan = BuildPlanner.Boot(compiled.Design, path, host, seconds);
            var request = new BuildRequest(compiled.Design.Image.Name.ToString(), compiled.Design.DisplayTitle(), [], plan)
            {
                DesignId = DesignId.Of(compiled.Design, compiled.Content).Value,
            };
            return await BuildCommand.RunAsync(request, runs, context, cancellation);
        });
        return command;
    }
}
