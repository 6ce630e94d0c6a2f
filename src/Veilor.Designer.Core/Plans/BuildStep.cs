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
    /// <summary>
    /// The container this step runs in, when its command names one (<c>podman run --name NAME</c>); otherwise null.
    /// Cancelling stops and removes it by this name. <c>podman build</c> has no such name.
    /// </summary>
    public string? ContainerName { get; init; }

    /// <summary>The command as one line that a POSIX shell reads back as exactly this argument vector.</summary>
    public string CommandLine => ShellCommandLine.Format(Command, Arguments);
}
