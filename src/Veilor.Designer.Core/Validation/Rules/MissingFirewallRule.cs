using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>firewall-offline-cmd is part of firewalld; without it the step ends the build. What it writes is applied by the daemon alone.</summary>
public sealed class MissingFirewallRule() : DesignRule("VD6006", DiagnosticSeverity.Error, "Services are opened in a firewall that is not there")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var system = input.Design.System;
        var path = !system.FirewallServices.IsEmpty ? SystemFields.FirewallServices.Path
            : !system.FirewallPorts.IsEmpty ? SystemFields.FirewallPorts.Path
            : system.FirewallZone is not null ? SystemFields.FirewallZone.Path
            : default;
        var unit = UnitName.Parse("firewalld.service");
        if (path.Value is not null && (ServicesFields.Mask.Contains(input.Design, unit) || ServicesFields.Disable.Contains(input.Design, unit)))
        {
            yield return ServicesFields.Mask.Contains(input.Design, unit)
                ? Report(path, "The firewall is set, and firewalld, which alone applies it, is masked: every port is open.", "Do not mask firewalld", design => ServicesFields.Mask.Remove(design, unit))
                : Report(path, "The firewall is set, and firewalld, which alone applies it, is disabled: every port is open.", "Do not disable firewalld", design => ServicesFields.Disable.Remove(design, unit));
        }

        if (path.Value is not null && input.Design.HasSmallBase() && !UnitPackages.IsChosen(input.Design, "firewalld"))
        {
            yield return Report(path, "The firewall is set with firewall-offline-cmd, which comes with firewalld, and firewalld is not installed.", "Install firewalld", design => PackagesFields.Install.Add(design, PackageSpec.Parse("firewalld")));
        }
    }
}
