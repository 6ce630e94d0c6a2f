using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.Core.Manifests;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Findings;

/// <summary>The versions of the programs that took part in a run.</summary>
public static partial class ToolVersions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>This program, as <c>name-version</c>.</summary>
    public static string ThisProgram { get; } = $"veilor-designer-{Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}";

    /// <summary>This program, podman, and what the steps ran beside it; a builder that runs from an image is named with that image's digest.</summary>
    public static async Task<IReadOnlyList<ToolVersion>> OfAsync(BuildRun run, CancellationToken cancellation)
    {
        List<ToolVersion> tools = [new("veilor-designer", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "")];
        foreach (var program in run.Steps.Select(step => ProgramOf(step.Step)).Where(program => program.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (await AskAsync(program, ["--version"], cancellation) is { } version)
            {
                tools.Add(new ToolVersion(program, NumberIn(version)));
            }
        }

        foreach (var step in run.Steps.Select(step => step.Step).Where(step => step is { Kind: StepKind.Artifact, IsPodman: true }))
        {
            if (step.Arguments.FirstOrDefault(IsBuilderImage) is { } image
                && await AskAsync(step.Command, [.. step.UsesSudo ? new[] { "-n", "podman" } : [], "image", "inspect", "--format", "{{.Digest}}", image], cancellation) is { } digest)
            {
                tools.Add(new ToolVersion(image, digest));
                break;
            }
        }

        return tools;
    }

    /// <summary>The first line of what a program says to the arguments; null when it is not there, fails or takes longer than half a minute.</summary>
    public static async Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        await RunAsync(program, arguments, cancellation) is { ExitCode: 0 } result ? result.StandardOutput.Trim().Split('\n')[0].Trim() : null;

    /// <summary>True when a program ends with status 0 within half a minute.</summary>
    public static async Task<bool> SucceedsAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        await RunAsync(program, arguments, cancellation) is { ExitCode: 0 };

    private static async Task<BufferedCommandResult?> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await Cli.Wrap(program).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(patience.Token);
        }
        catch (Exception exception) when (exception is Win32Exception or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>The version alone: <c>podman version 4.3.1</c> is 4.3.1. What has no number stays as it is.</summary>
    private static string NumberIn(string version) => VersionNumber().Match(version) is { Success: true } found ? found.Value : version;

    [GeneratedRegex(@"\d+(?:\.[\w~^+]+)+(?:-[\w.~^+]+)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VersionNumber();

    private static bool IsBuilderImage(string argument) =>
        argument == BuilderCommand.ContainerImage(Core.Design.BuilderKind.BootcImageBuilder)
        || argument == BuilderCommand.ContainerImage(Core.Design.BuilderKind.ImageBuilder);

    private static string ProgramOf(BuildStep step) => step switch
    {
        { IsForTerminal: true } => "",
        { UsesSudo: true } => step.Arguments.FirstOrDefault(argument => !argument.StartsWith('-')) is { } program and not "chown" ? program : "",
        _ => step.Command,
    };
}
