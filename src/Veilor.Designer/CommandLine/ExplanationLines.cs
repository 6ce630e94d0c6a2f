using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.CommandLine;

/// <summary>A known failure as lines of a terminal, the same wherever a command tells of one.</summary>
internal static class ExplanationLines
{
    /// <summary>Cause, advice, field and commands, each with its word in front.</summary>
    public static IEnumerable<string> Of(FailureExplanation explanation) =>
    [
        $"cause: {explanation.Cause}",
        $"what to do: {explanation.Advice}",
        .. explanation.Field.Length > 0 ? [$"field: {explanation.Field}"] : Array.Empty<string>(),
        .. explanation.Commands.Select(command => $"command: {command}"),
    ];
}
