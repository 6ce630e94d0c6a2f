namespace Veilor.Designer.Core.Plans;

/// <summary>A value for an <c>ARG</c> of the Containerfile, given as <c>--build-arg NAME=VALUE</c>.</summary>
/// <param name="Name">Letters, digits and underscores, not starting with a digit; it must be declared by an <c>ARG</c>.</param>
/// <param name="Value">Any text without NUL.</param>
public sealed record BuildArgument(string Name, string Value);
