using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>firewall-offline-cmd ends with INVALID_SERVICE or INVALID_ZONE for a name without a file (run with firewalld 2.5.2).</summary>
public sealed class UnknownFirewallNameRule() : DesignRule("VD6023", DiagnosticSeverity.Warning, "firewalld may not know the name")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var system = input.Design.System;
        if (system.FirewallZone?.ToString() is { } zone && !KnownNames.FirewallZones.Has(zone) && !HasFile(input, "zones", zone))
        {
            yield return ReportName(
                SystemFields.FirewallZone.Path,
                $"Neither firewalld nor the overlay brings the zone {zone}. If no package of yours does, the build ends at INVALID_ZONE.",
                zone,
                KnownNames.FirewallZones.All,
                (design, near) => SystemFields.FirewallZone.Set(design, FirewallZone.Parse(near)));
        }

        foreach (var service in system.FirewallServices)
        {
            var name = service.ToString();
            if (!KnownNames.FirewallServices.Has(name) && !HasFile(input, "services", name))
            {
                yield return ReportName(
                    SystemFields.FirewallServices.PathOf(service),
                    $"Neither firewalld nor the overlay brings the service {name}. If no package of yours does, the build ends at INVALID_SERVICE.",
                    name,
                    KnownNames.FirewallServices.All,
                    (design, near) => SystemFields.FirewallServices.Add(SystemFields.FirewallServices.Remove(design, service), FirewallService.Parse(near)));
            }
        }
    }

    private static bool HasFile(RuleInput input, string folder, string name) =>
        OverlayFiles.Has(input.Content, $"usr/lib/firewalld/{folder}/{name}.xml") || OverlayFiles.Has(input.Content, $"etc/firewalld/{folder}/{name}.xml");
}
