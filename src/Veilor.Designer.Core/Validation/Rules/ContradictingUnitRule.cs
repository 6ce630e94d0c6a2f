using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable refuses a masked unit, and a later step would undo an earlier one.</summary>
public sealed class ContradictingUnitRule() : DesignRule("VD6001", DiagnosticSeverity.Error, "A unit is enabled and held back")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (ServicesFields.Mask.Contains(input.Design, unit))
            {
                yield return Report(ServicesFields.Mask.PathOf(unit), $"'{unit}' is enabled and masked; masked, it could never start.", $"Do not mask {unit}", design => ServicesFields.Mask.Remove(design, unit));
            }

            if (ServicesFields.Disable.Contains(input.Design, unit))
            {
                yield return Report(ServicesFields.Disable.PathOf(unit), $"'{unit}' is enabled and disabled; the second step undoes the first.", $"Do not disable {unit}", design => ServicesFields.Disable.Remove(design, unit));
            }
        }
    }
}
