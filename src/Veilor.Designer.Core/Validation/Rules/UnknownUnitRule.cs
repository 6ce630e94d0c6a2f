using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable ends the build for a unit that does not exist.</summary>
public sealed class UnknownUnitRule() : DesignRule("VD6003", DiagnosticSeverity.Warning, "Nothing is known to bring this unit")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (!input.Content.HasUnit(unit.ToString()) && UnitPackages.PackageOf(unit) is null)
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"Neither the overlay nor a package known here brings '{unit}'. If no package of yours does, systemctl enable ends the build.");
            }
        }
    }
}
