using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>dnf would install it and remove it again, with all that needs it.</summary>
public sealed class InstalledAndRemovedRule() : DesignRule("VD2001", DiagnosticSeverity.Error, "A package is installed and removed")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var installed = input.Design.Packages.Install;
        foreach (var removed in input.Design.Packages.Remove)
        {
            var match = removed.IsGlob ? installed.FirstOrDefault(package => PackagePattern.Matches(removed, package)) : installed.Contains(removed) ? removed : null;
            if (match is { } package)
            {
                yield return Report(
                    PackagesFields.Remove.PathOf(removed),
                    $"'{package}' is installed, and the removal of '{removed}' takes it away again, with everything that needs it.",
                    $"Do not remove {removed}",
                    design => PackagesFields.Remove.Remove(design, removed));
            }
        }
    }
}
