using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Without match-architectures other machines get an argument they do not know (kernel-parameters.txt; bootc kargs.d).</summary>
public sealed class ArchitectureArgumentRule() : DesignRule("VD4004", DiagnosticSeverity.Error, "The argument is for x86 only")
{
    private static readonly string[] X86Keys =
    [
        "vsyscall", "vdso32", "ia32_emulation", "pti", "nopti", "spectre_v2", "spectre_v2_user", "spectre_bhi", "spec_store_bypass_disable",
        "l1tf", "kvm-intel.vmentry_l1d_flush", "mds", "tsx", "tsx_async_abort", "mmio_stale_data", "srbds", "retbleed", "spec_rstack_overflow",
        "gather_data_sampling", "reg_file_data_sampling", "l1d_flush", "kvm.nx_huge_pages", "kvm.mitigate_smt_rsb", "intel_iommu", "amd_iommu",
        "mem_encrypt", "split_lock_detect", "cfi", "mce",
    ];

    private static readonly string[] X86Arguments = ["iommu=force", "iommu=pt"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            var text = entry.Argument.ToString();
            if (entry.Architecture is null && entry.Owner == ArgumentOwner.Image && IsForX86(entry.Argument))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry, "architecture"), $"'{text}' is known on x86 only. In a file of its own with match-architectures other machines skip it.", "Limit it to x86_64", design => KernelFields.Arguments.Put(design, entry with { Architecture = Architecture.X86_64 }));
            }
        }
    }

    /// <summary>True for an argument that x86 alone knows.</summary>
    internal static bool IsForX86(KernelArgument argument) =>
        Array.IndexOf(X86Keys, argument.Key) >= 0 || Array.IndexOf(X86Arguments, argument.ToString()) >= 0;
}
