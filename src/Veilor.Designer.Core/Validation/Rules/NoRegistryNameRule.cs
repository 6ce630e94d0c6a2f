using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The ISO makes machines upgrade from the name it was built of (bootc switch --mutate-in-place); localhost leads nowhere.</summary>
public sealed class NoRegistryNameRule() : DesignRule("VD8001", DiagnosticSeverity.Warning, "Installed machines would not find updates")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Publish.Repository is null && input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return Report(DeliveryFields.Repository.Path, $"The ISO would be built of {input.Design.BuiltReference()}, and machines would look for updates under that name. Give the name in the registry.");
        }
    }
}
