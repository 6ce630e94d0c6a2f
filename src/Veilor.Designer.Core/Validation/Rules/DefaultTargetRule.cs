using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl set-default takes a target (systemctl(1)).</summary>
public sealed class DefaultTargetRule() : DesignRule("VD6014", DiagnosticSeverity.Error, "The default target is no target")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Services.DefaultTarget is { } unit && !string.Equals(unit.Type, "target", StringComparison.Ordinal))
        {
            yield return Report(ServicesFields.DefaultTarget.Path, $"'{unit}' is a {unit.Type}, and a machine boots into a target, such as graphical.target or multi-user.target.", "Keep the base's", design => ServicesFields.DefaultTarget.Set(design, null));
        }
    }
}
