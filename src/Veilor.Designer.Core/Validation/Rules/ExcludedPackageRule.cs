using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf ends the transaction: all matches were filtered out by exclude filtering.</summary>
public sealed class ExcludedPackageRule() : DesignRule("VD2008", DiagnosticSeverity.Error, "A package is installed and excluded")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var excluded in input.Design.Packages.Exclude)
        {
            if (input.Design.Packages.Install.FirstOrDefault(package => PackagePattern.Matches(excluded, package)) is { } package)
            {
                yield return Report(PackagesFields.Exclude.PathOf(excluded), $"'{package}' is to be installed, and '{excluded}' excludes it: dnf ends with 'All matches were filtered out by exclude filtering'.", $"Do not exclude {excluded}", design => PackagesFields.Exclude.Remove(design, excluded));
            }
        }
    }
}
