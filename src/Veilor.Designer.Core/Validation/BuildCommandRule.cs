using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>A rule about commands of the build; it reports each field once for each command.</summary>
public abstract class BuildCommandRule : DesignRule
{
    private protected BuildCommandRule(string code, DiagnosticSeverity severity, string title)
        : base(code, severity, title)
    {
    }

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        BuildCommands.Of(input)
            .Select(command => (command.Path, Message: Problem(command) is { } problem ? $"{command.Place}: '{Shown(command)}': {problem}" : null))
            .Where(found => found.Message is not null)
            .Distinct()
            .Select(found => Report(found.Path, found.Message!));

    /// <summary>What is wrong with the command and what to do instead, or null.</summary>
    private protected abstract string? Problem(BuildCommand command);

    private static string Shown(BuildCommand command)
    {
        var text = string.Join(' ', command.Words);
        return text.Length > 60 ? text[..60] + "…" : text;
    }
}
