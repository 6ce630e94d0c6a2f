using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// systemctl enable ends the build for a unit that does not exist. Nothing is said where a group or a package of the same
/// family may bring it. Of a base that may bring more the warning for unknown units tells it.
/// </summary>
public sealed class MissingUnitPackageRule() : DesignRule("VD6002", DiagnosticSeverity.Error, "The unit's package is not installed")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var unit in input.Design.Services.Enable)
        {
            if (!input.Design.HasSmallBase() || input.Content.HasUnit(unit.ToString()) || UnitPackages.PackageOf(unit) is not { } package || UnitPackages.IsInBase(package)
                || UnitPackages.MayCome(input.Design, package))
            {
                continue;
            }

            yield return Report(ServicesFields.Enable.PathOf(unit), $"'{unit}' comes with the package {package}, which is not installed: systemctl enable would end the build.", $"Install {package}", design => PackagesFields.Install.Add(design, PackageSpec.Parse(package)));
        }
    }
}
