using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemctl enable ends the build for a unit that went with its package.</summary>
public sealed class RemovedUnitPackageRule() : DesignRule("VD6005", DiagnosticSeverity.Error, "The unit's package is taken away")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (input.Content.HasUnit(unit.ToString()) || UnitPackages.PackageOf(unit) is not { } package)
            {
                continue;
            }

            var spec = PackageSpec.Parse(package);
            if (input.Design.Packages.Remove.Concat(input.Design.Packages.Exclude).Any(pattern => PackagePattern.Matches(pattern, spec)))
            {
                yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' comes with {package}, which the design removes or excludes: systemctl enable would end the build.", $"Do not enable {unit}", design => ServicesFields.Enable.Remove(design, unit));
            }
        }
    }
}
