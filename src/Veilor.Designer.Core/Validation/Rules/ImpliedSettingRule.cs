using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kernel-parameters.txt: the wider setting has the narrower one's effect already.</summary>
public sealed class ImpliedSettingRule() : DesignRule("VD4029", DiagnosticSeverity.Info, "Another argument includes this setting")
{
    private static readonly ImpliedSetting[] Table =
    [
        new("slab_debug", [], ["slab_nomerge"], "slabs under debugging are never merged"),
        new("slub_debug", [], ["slab_nomerge"], "slabs under debugging are never merged"),
        new("lockdown", ["integrity", "confidentiality"], ["module.sig_enforce=1"], "lockdown insists on signed modules"),
        new("lockdown", ["integrity", "confidentiality"], ["hibernate=no"], "lockdown refuses to hibernate"),
        new("lockdown", ["confidentiality"], ["debugfs=off", "debugfs=no-mount"], "lockdown closes most of debugfs"),
        new("nosmt", ["force"], ["nosmt"], "nosmt=force is the stricter form"),
        new("nosmt", [], ["mds=full,nosmt", "tsx_async_abort=full,nosmt", "mmio_stale_data=full,nosmt", "retbleed=auto,nosmt", "mitigations=auto,nosmt"], "SMT is off anyway, and the rest of the mitigation is the default"),
        new("mitigations", ["auto,nosmt"], ["mds=full,nosmt", "tsx_async_abort=full,nosmt", "mmio_stale_data=full,nosmt", "retbleed=auto,nosmt"], "mitigations=auto,nosmt switches SMT off wherever one of them would"),
        new("l1tf", ["full,force"], ["kvm_intel.vmentry_l1d_flush=always"], "l1tf=full,force flushes at every entry of a guest"),
        new("tsx", ["off"], ["tsx_async_abort=*"], "without TSX there is nothing to abort"),
        new("spectre_v2", ["on"], ["spectre_v2_user=*"], "spectre_v2=on protects programs from each other as well"),
        new("ia32_emulation", ["0"], ["vdso32=0", "abi/vsyscall32=0"], "no 32-bit program runs at all"),
        new("iommu.strict", ["1"], ["intel_iommu=strict", "amd_iommu=fullflush"], "iommu.strict=1 has taken their place"),
        new("loglevel", ["0"], ["quiet"], "loglevel=0 hides more"),
        new("oops", ["panic"], ["kernel/panic_on_oops=1", "kernel/oops_limit=1"], "oops=panic is the same from the start on"),
        new("panic_on_warn", ["1"], ["kernel/panic_on_warn=1", "kernel/warn_limit=1"], "panic_on_warn=1 is the same from the start on"),
        new("ipv6.disable", ["1"], ["net/ipv6/*"], "there is no IPv6 left to set"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            foreach (var rule in Table)
            {
                if (string.Equals(rule.Key, entry.Argument.NormalizedKey, StringComparison.Ordinal) && (rule.Values.Length == 0 || Array.IndexOf(rule.Values, entry.Argument.Value) >= 0))
                {
                    foreach (var diagnostic in Included(input.Design, entry, rule))
                    {
                        yield return diagnostic;
                    }
                }
            }
        }
    }

    private IEnumerable<Diagnostic> Included(ImageDesign design, KernelArgumentEntry wider, ImpliedSetting rule)
    {
        foreach (var entry in design.Kernel.Arguments.Where(entry => !ReferenceEquals(entry, wider) && IsIncluded(rule, entry.Argument)))
        {
            yield return Report(KernelFields.Arguments.PathOf(entry), $"'{wider.Argument}' includes '{entry.Argument}': {rule.Why}.", $"Remove {entry.Argument}", each => KernelFields.Arguments.Remove(each, entry.Argument.ToString()));
        }

        foreach (var setting in design.Kernel.Sysctls.Where(setting => IsIncluded(rule, setting)))
        {
            yield return Report(KernelFields.Sysctls.PathOf(setting), $"'{wider.Argument}' includes '{setting}': {rule.Why}.", $"Remove {setting}", each => KernelFields.Sysctls.Remove(each, setting));
        }
    }

    private static bool IsIncluded(ImpliedSetting rule, KernelArgument argument) =>
        Array.Exists(rule.Included, text => text.EndsWith("=*", StringComparison.Ordinal)
            ? string.Equals(text[..^2], argument.NormalizedKey, StringComparison.Ordinal) && argument.Value is not null
            : string.Equals(text, argument.Value is null ? argument.NormalizedKey : $"{argument.NormalizedKey}={argument.Value}", StringComparison.Ordinal));

    private static bool IsIncluded(ImpliedSetting rule, SysctlSetting setting) =>
        Array.Exists(rule.Included, text => text.Contains('/', StringComparison.Ordinal) && (text.EndsWith("/*", StringComparison.Ordinal)
            ? setting.ProcPath.StartsWith(text[..^1], StringComparison.Ordinal)
            : setting.Value is not null && string.Equals(text, $"{setting.ProcPath}={setting.Value}", StringComparison.Ordinal)));
}
