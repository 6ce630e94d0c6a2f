using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Flatpaks are installed by the program flatpak, which fedora-bootc and centos-bootc do not bring; desktops do (fedora-comps).</summary>
public sealed class FlatpakProgramRule() : DesignRule("VD2019", DiagnosticSeverity.Warning, "Flatpaks need the package flatpak")
{
    private static readonly PackageSpec Flatpak = PackageSpec.Parse("flatpak");

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var packages = input.Design.Packages;
        if (packages.Flatpaks.IsEmpty || packages.Install.Contains(Flatpak) || !packages.Environments.IsEmpty || input.Design.LinksOpt())
        {
            yield break;
        }

        yield return Report(
            PackagesFields.Flatpaks.Path,
            "Nothing in the design brings the program flatpak, so no machine would install these. fedora-bootc does not have it.",
            "Install flatpak",
            design => PackagesFields.Install.Add(design, Flatpak));
    }
}
