using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>firewall-offline-cmd is part of firewalld; without it the step ends the build.</summary>
public sealed class MissingFirewallRule() : DesignRule("VD6006", DiagnosticSeverity.Error, "Services are opened in a firewall that is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.System.FirewallServices.IsEmpty && !UnitPackages.IsChosen(input.Design, "firewalld"))
        {
            yield return Report(SystemFields.FirewallServices.Path, "The services are opened with firewall-offline-cmd, which comes with firewalld, and firewalld is not installed.", "Install firewalld", design => PackagesFields.Install.Add(design, PackageSpec.Parse("firewalld")));
        }
    }
}
