using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An accepted code that no rule has protects from nothing.</summary>
public sealed class StaleAcknowledgementRule() : DesignRule("VD8018", DiagnosticSeverity.Info, "An accepted warning does not exist")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        input.Design.Outputs.Acknowledged
            .Where(code => !DesignRules.All.Any(rule => string.Equals(rule.Descriptor.Code, code, StringComparison.Ordinal)))
            .Select(code => Report(DeliveryFields.Acknowledged.PathOf(code), $"No diagnostic has the code '{code}', so accepting it has no effect.", $"Remove {code}", design => DeliveryFields.Acknowledged.Remove(design, code)));
}
