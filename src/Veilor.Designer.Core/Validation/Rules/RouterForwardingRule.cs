using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Forwarding is off unless somebody switches it on (kernel, ip-sysctl); Tailscale asks for it on exit nodes and subnet routers.</summary>
public sealed class RouterForwardingRule() : DesignRule("VD4028", DiagnosticSeverity.Warning, "A router does not pass packets on")
{
    private static readonly string[] Paths = ["net/ipv4/ip_forward", "net/ipv4/conf/*/forwarding"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.IsFor(MachineUse.Router) && !input.Design.Kernel.Sysctls.Any(setting => Array.IndexOf(Paths, UseConflicts.AllInterfaces(setting.ProcPath)) >= 0))
        {
            yield return Report(KernelFields.Sysctls.Path, "Machines are used as routers, and no setting switches forwarding on: packets of others are dropped. Set net.ipv4.ip_forward = 1 and net.ipv6.conf.all.forwarding = 1.", "Switch forwarding on", Forward);
        }
    }

    private static ImageDesign Forward(ImageDesign design)
    {
        design = KernelFields.Sysctls.Add(design, SysctlSetting.Parse("net.ipv4.ip_forward = 1"));
        return design.Kernel.Sysctls.Any(setting => string.Equals(UseConflicts.AllInterfaces(setting.ProcPath), "net/ipv6/conf/*/forwarding", StringComparison.Ordinal))
            ? design
            : KernelFields.Sysctls.Add(design, SysctlSetting.Parse("net.ipv6.conf.all.forwarding = 1"));
    }
}
