using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Plans;

/// <summary>One process of a build plan. It is an argument vector, never a shell string, so nothing in a design can be read as shell syntax.</summary>
/// <param name="Id">Stable within the plan: <c>build</c>, <c>lint</c>.</param>
/// <param name="Title">What the step does, for the step list.</param>
/// <param name="Command">The program, looked up on PATH.</param>
/// <param name="Arguments">Its arguments. Paths are relative to the bundle, in which the step runs.</param>
/// <param name="Produces">What exists afterwards: an image reference or a path.</param>
public sealed record BuildStep(string Id, string Title, string Command, EquatableArray<string> Arguments, string Produces)
{
    public StepKind Kind { get; init; }

    /// <summary>
    /// The container this step runs in, when its command names one (<c>podman run --name NAME</c>); otherwise null.
    /// Cancelling stops and removes it by this name. <c>podman build</c> has no such name.
    /// </summary>
    public string? ContainerName { get; init; }

    /// <summary>A file that takes standard output in place of the log, relative to the bundle; null for none.</summary>
    public string? OutputFile { get; init; }

    /// <summary>
    /// The commands a person runs in a terminal when this program may not, each for a shell; empty for a step that runs by itself. The last
    /// makes <see cref="Produces"/>, and the step ends when that exists.
    /// </summary>
    public EquatableArray<string> TerminalCommands { get; init; } = [];

    /// <summary>What a virtual machine is to reach, for a step that boots one; null for every other.</summary>
    public BootTarget? Boot { get; init; }

    /// <summary>True when a person runs the step in a terminal.</summary>
    public bool IsForTerminal => !TerminalCommands.IsEmpty;

    /// <summary>True when the process is root's, so that signals must go through sudo.</summary>
    public bool UsesSudo => Command == "sudo" && !IsForTerminal;

    /// <summary>True when the step talks to podman, as user or by sudo.</summary>
    public bool IsPodman => !IsForTerminal && (Command == "podman" || (UsesSudo && Arguments.Contains("podman")));

    /// <summary>
    /// The step as one run executes it: its container carries the run's id, since podman gives a name once and what one run has left must not be
    /// taken for another's.
    /// </summary>
    /// <param name="run">The run's id.</param>
    public BuildStep In(string run) => ContainerName is { } name ? WithContainerName($"{name}-{run}") : this;

    /// <summary>Takes back <see cref="In"/>: the step as it was planned.</summary>
    /// <param name="run">The run's id.</param>
    public BuildStep OutOf(string run) =>
        ContainerName is { } name && name.EndsWith($"-{run}", StringComparison.Ordinal) ? WithContainerName(name[..^(run.Length + 1)]) : this;

    private BuildStep WithContainerName(string name) => this with
    {
        ContainerName = name,
        Arguments = Arguments.Select(argument => argument == ContainerName ? name : argument).ToEquatableArray(),
    };

    /// <summary>What a shell reads back as exactly this step: one line, or the lines for a terminal.</summary>
    public string CommandLine => IsForTerminal
        ? string.Join(" &&\n", TerminalCommands)
        : ShellCommandLine.Format(Command, Arguments) + (OutputFile is null ? "" : $" > {ShellCommandLine.Quote(OutputFile)}");
}
