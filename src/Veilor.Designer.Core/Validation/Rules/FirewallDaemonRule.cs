using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>firewall-cmd speaks to a daemon over D-Bus, and neither runs in a build (linux-system-roles/firewall#274).</summary>
public sealed class FirewallDaemonRule() : BuildCommandRule("VD9010", DiagnosticSeverity.Error, "No firewall daemon runs in a build")
{
    private protected override string? Problem(BuildCommand command) =>
        command.Is("firewall-cmd") ? "needs a running firewalld. Use firewall-offline-cmd, a zone file in the overlay, or the field Open services." : null;
}
