using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Strict reverse path filtering and no forwarding break exit nodes and subnet routers (kernel, ip-sysctl).</summary>
public sealed class RouterSysctlRule() : DesignRule("VD4018", DiagnosticSeverity.Warning, "A network service needs another sysctl value")
{
    private static readonly string[] Services = ["tailscaled.service", "wg-quick@wg0.service", "libvirtd.service", "docker.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (Services.FirstOrDefault(name => ServicesFields.Enable.Contains(input.Design, UnitName.Parse(name))) is not { } service)
        {
            yield break;
        }

        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            var isStrict = setting.ProcPath.EndsWith("/rp_filter", StringComparison.Ordinal) && string.Equals(setting.Value, "1", StringComparison.Ordinal);
            var isClosed = setting.ProcPath is "net/ipv4/ip_forward" or "net/ipv6/conf/all/forwarding" && string.Equals(setting.Value, "0", StringComparison.Ordinal);
            if (isStrict || isClosed)
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), $"{service} routes packets of others, and '{setting}' drops them. Use {(isStrict ? "rp_filter = 2" : "forwarding = 1")} where this machine is a router or an exit node.", "Remove the setting", design => KernelFields.Sysctls.Remove(design, setting));
            }
        }
    }
}
