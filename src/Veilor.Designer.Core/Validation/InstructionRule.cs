using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation;

/// <summary>A rule about instructions in lines of one's own; it reports each field once for each message, and its fix takes the instructions out.</summary>
public abstract class InstructionRule : DesignRule
{
    private protected InstructionRule(string code, DiagnosticSeverity severity, string title)
        : base(code, severity, title)
    {
    }

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var field in ExtraLines.Fields)
        {
            foreach (var message in ExtraLines.Instructions(input.Design).Where(each => each.Path == field.Path).Select(each => Problem(input, each.Keyword, each.Arguments)).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                yield return Report(field.Path, message, "Take the instruction out", design => field.Set(design, ContainerfileLines.Without(field.Get(design), (keyword, arguments) => string.Equals(Problem(input, keyword, arguments), message, StringComparison.Ordinal))));
            }
        }
    }

    /// <summary>What is wrong with the instruction and what to do instead, or null.</summary>
    /// <param name="keyword">In capitals.</param>
    /// <param name="arguments">The rest, on one line.</param>
    private protected virtual string? Problem(string keyword, string arguments) => null;

    /// <summary>The same for a rule that looks at the rest of the design or at its files.</summary>
    private protected virtual string? Problem(RuleInput input, string keyword, string arguments) => Problem(keyword, arguments);
}
