using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kernel-parameters.txt: the second of each pair undoes the first, or the last one wins silently.</summary>
public sealed class ContradictionRule() : DesignRule("VD4002", DiagnosticSeverity.Error, "Two arguments contradict each other")
{
    private static readonly (string Left, string Right, string Why)[] Pairs =
    [
        ("lockdown=integrity", "lockdown=confidentiality", "the stricter one wins, and the other is misleading"),
        ("iommu.passthrough=0", "iommu=pt", "iommu=pt lets devices bypass the IOMMU"),
        ("iommu=force", "iommu=pt", "iommu=pt lets devices bypass the IOMMU"),
        ("iommu.strict=1", "iommu.passthrough=1", "passthrough leaves nothing to be strict about"),
        ("init_on_free=1", "page_poison=1", "page poisoning turns init_on_free off"),
        ("init_on_alloc=1", "page_poison=1", "page poisoning turns init_on_alloc off"),
        ("hash_pointers=always", "no_hash_pointers", "one hides kernel pointers, the other prints them"),
        ("pti=on", "nopti", "nopti turns page table isolation off"),
        ("pti=on", "mitigations=off", "mitigations=off turns the mitigations off that the other asks for"),
        ("spec_store_bypass_disable=on", "mitigations=off", "mitigations=off turns the mitigations off that the other asks for"),
        ("slab_nomerge", "slab_merge", "slab_merge undoes it"),
        ("audit=1", "audit=0", "audit=0 turns auditing off"),
        ("proc_mem.force_override=ptrace", "proc_mem.force_override=never", "only one of the two can hold"),
        ("mitigations=auto,nosmt", "mitigations=off", "only one of the two can hold"),
        ("randomize_kstack_offset=on", "randomize_kstack_offset=off", "only one of the two can hold"),
        ("init_on_free=1", "init_on_free=0", "only one of the two can hold"),
        ("init_on_alloc=1", "init_on_alloc=0", "only one of the two can hold"),
    ];

    private static bool Matches(KernelArgument argument, string text) => string.Equals(argument.ToString(), text, StringComparison.Ordinal);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var arguments = input.Design.Kernel.Arguments;
        foreach (var (left, right, why) in Pairs)
        {
            var first = arguments.FirstOrDefault(entry => Matches(entry.Argument, left));
            var second = arguments.FirstOrDefault(entry => Matches(entry.Argument, right) && !ReferenceEquals(entry, first));
            if (first is not null && second is not null)
            {
                yield return Report(KernelFields.Arguments.PathOf(second), $"'{second.Argument}' and '{first.Argument}' contradict each other: {why}.", $"Remove {second.Argument}", design => KernelFields.Arguments.Remove(design, second.Argument.ToString()));
            }
        }
    }
}
