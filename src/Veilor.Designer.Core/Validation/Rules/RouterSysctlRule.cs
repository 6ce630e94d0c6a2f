using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Strict reverse path filtering and no forwarding break exit nodes and subnet routers (kernel, ip-sysctl). Where the design is for a router, its use says the same.</summary>
public sealed class RouterSysctlRule() : DesignRule("VD4018", DiagnosticSeverity.Warning, "A network service needs another sysctl value")
{
    private static readonly string[] Services = ["tailscaled.service", "wg-quick@wg0.service", "libvirtd.service", "docker.service"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.IsFor(MachineUse.Router) || Services.FirstOrDefault(name => ServicesFields.Enable.Contains(input.Design, UnitName.Parse(name))) is not { } service)
        {
            yield break;
        }

        foreach (var same in input.Design.Kernel.Sysctls.Where(setting => IsStrict(setting) || IsClosed(setting)).GroupBy(IsStrict))
        {
            var settings = same.ToList();
            yield return Report(
                KernelFields.Sysctls.PathOf(settings[0]),
                $"{service} routes packets of others, and '{string.Join("', '", settings)}' {(settings.Count > 1 ? "drop" : "drops")} them. Use {(same.Key ? "rp_filter = 2" : "forwarding = 1")} where this machine is a router or an exit node.",
                settings.Count > 1 ? UseConflictRule.RemovalOf(settings) : "Remove the setting",
                design => settings.Aggregate(design, KernelFields.Sysctls.Remove));
        }
    }

    private static bool IsStrict(SysctlSetting setting) => setting.ProcPath.EndsWith("/rp_filter", StringComparison.Ordinal) && string.Equals(setting.Value, "1", StringComparison.Ordinal);

    private static bool IsClosed(SysctlSetting setting) => setting.ProcPath is "net/ipv4/ip_forward" or "net/ipv6/conf/all/forwarding" && string.Equals(setting.Value, "0", StringComparison.Ordinal);
}
