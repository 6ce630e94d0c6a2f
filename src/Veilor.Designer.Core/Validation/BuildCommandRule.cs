using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// A rule about commands of the build; it reports each field once for each command. In lines of one's own the fix mends
/// the command or takes the instruction out; a script is a file beside the design, which a fix does not write to.
/// </summary>
public abstract class BuildCommandRule : DesignRule
{
    private protected BuildCommandRule(string code, DiagnosticSeverity severity, string title)
        : base(code, severity, title)
    {
    }

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        HashSet<(FieldPath, string)>? said = null;
        foreach (var command in BuildCommands.Of(input))
        {
            if (Message(input, command) is { } message && IsAsked(input, command) && (said ??= []).Add((command.Path, message)))
            {
                yield return Report(input, command, message);
            }
        }
    }

    /// <summary>What is wrong with the command and what to do instead, or null.</summary>
    private protected virtual string? Problem(BuildCommand command) => null;

    /// <summary>The same for a rule that looks at the rest of the design or at its files.</summary>
    private protected virtual string? Problem(RuleInput input, BuildCommand command) => Problem(command);

    /// <summary>Whether the design as a whole lets the command be judged.</summary>
    private protected virtual bool IsAsked(RuleInput input, BuildCommand command) => true;

    /// <summary>Lines of one's own with the command mended, or null where only a person can.</summary>
    private protected virtual (string Title, string Lines)? Mended(string lines) => null;

    private static string Shown(BuildCommand command)
    {
        var text = string.Join(' ', command.Words.Select(word => word.Length == 0 ? "''" : word));
        return text.Length > 60 ? text[..60] + "…" : text;
    }

    private string? Message(RuleInput input, BuildCommand command) =>
        Problem(input, command) is { } problem ? $"{command.Place}: '{Shown(command)}': {problem}" : null;

    private Diagnostic Report(RuleInput input, BuildCommand command, string message)
    {
        if (ExtraLines.Fields.FirstOrDefault(field => field.Path == command.Path) is not { } lines)
        {
            return Report(command.Path, message);
        }

        return Mended(lines.Get(input.Design)) is { } mended && !Instructions(mended.Lines, command).Any(each => Says(input, each, message))
            ? Report(command.Path, message, mended.Title, design => lines.Set(design, Mended(lines.Get(design))?.Lines ?? lines.Get(design)))
            : Report(command.Path, message, "Take the instruction out", design => Without(input, design, lines, command, message));
    }

    private ImageDesign Without(RuleInput input, ImageDesign design, ScalarField<string> lines, BuildCommand command, string message) =>
        lines.Set(design, ContainerfileLines.Without(lines.Get(design), (keyword, arguments) =>
            BuildCommands.OfInstruction(keyword, arguments, command.Path, command.Place).Any(each => Says(input, each, message))));

    private bool Says(RuleInput input, BuildCommand command, string message) => string.Equals(Message(input, command), message, StringComparison.Ordinal);

    private static IEnumerable<BuildCommand> Instructions(string lines, BuildCommand command) =>
        ContainerfileLines.Instructions(lines).SelectMany(each => BuildCommands.OfInstruction(each.Keyword, each.Arguments, command.Path, command.Place));
}
