using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>nftables accept in Tailscale's own chain is not final, so firewalld still rejects (tailscale#4639).</summary>
public sealed class TailnetZoneRule() : DesignRule("VD6012", DiagnosticSeverity.Warning, "The firewall does not know the tailnet")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var unit = UnitName.Parse("tailscaled.service");
        if (!ServicesFields.Enable.Contains(input.Design, unit) || !ServicesFields.Enable.Contains(input.Design, UnitName.Parse("firewalld.service")))
        {
            yield break;
        }

        var zones = OverlayFiles.Below(input.Content, "usr/lib/firewalld/zones/", "etc/firewalld/zones/").Where(each => each.File.ReadableText().Contains("tailscale0", StringComparison.Ordinal)).ToList();
        if (zones.Count == 0)
        {
            yield return Report(ServicesFields.Enable.PathOf(unit), "tailscale0 falls into firewalld's default zone, which rejects what Tailscale lets in. Bring a zone file with <interface name=\"tailscale0\"/> and the services of your choice.");
        }

        foreach (var zone in zones.Where(zone => zone.Path.EndsWith("/trusted.xml", StringComparison.Ordinal)))
        {
            yield return Report(PathOf(zone.Path), $"overlay/{zone.Path} puts tailscale0 into the zone trusted, so the whole tailnet reaches every port. Name the services in a zone of its own.");
        }
    }
}
