using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf would install it and remove it again, with all that needs it.</summary>
public sealed class InstalledAndRemovedRule() : DesignRule("VD2001", DiagnosticSeverity.Error, "A package is installed and removed")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var package in input.Design.Packages.Remove)
        {
            if (PackagesFields.Install.Contains(input.Design, package))
            {
                yield return Report(
                    PackagesFields.Remove.PathOf(package),
                    $"'{package}' is both installed and removed. It would be gone in the end, with everything that needs it.",
                    $"Do not remove {package}",
                    design => PackagesFields.Remove.Remove(design, package));
            }
        }
    }
}
