using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kernel-parameters.txt: the second of each pair undoes the first, or the last one wins silently.</summary>
public sealed class ContradictionRule() : DesignRule("VD4002", DiagnosticSeverity.Error, "Two arguments contradict each other")
{
    /// <summary>Keys that take one value; a second one silently replaces the first.</summary>
    private static readonly HashSet<string> SingleKeys = new(StringComparer.Ordinal)
    {
        "init_on_free", "init_on_alloc", "randomize_kstack_offset", "audit", "mitigations", "pti", "vsyscall", "debugfs", "hash_pointers",
        "proc_mem.force_override", "page_alloc.shuffle", "iommu.passthrough", "iommu.strict", "spec_store_bypass_disable", "spectre_v2",
        "ia32_emulation", "vdso32", "selinux", "enforcing", "random.trust_cpu", "random.trust_bootloader", "usbcore.authorized_default",
        "module.sig_enforce", "module_blacklist", "rodata", "hardened_usercopy", "page_poison", "bdev_allow_write_mounted", "mem_encrypt", "ipv6.disable",
        "lsm", "fips", "init", "systemd.unit", "rd.shell", "rd.emergency", "panic", "panic_on_warn", "loglevel", "audit_backlog_limit", "tsx", "l1d_flush",
        "kpti", "spectre_v2_user", "spectre_bhi", "ssbd", "l1tf", "mds", "tsx_async_abort", "mmio_stale_data", "retbleed", "spec_rstack_overflow",
        "gather_data_sampling", "reg_file_data_sampling", "srbds", "vmscape", "tsa", "indirect_target_selection", "kvm.nx_huge_pages",
        "kvm_intel.vmentry_l1d_flush", "kvm.mitigate_smt_rsb", "split_lock_detect", "efi_pstore.pstore_disable",
    };

    /// <summary>Keys that take several options, of which these two undo each other.</summary>
    private static readonly string[] Switches = ["intel_iommu", "amd_iommu", "iommu"];

    private static readonly (string Left, string Right, string Why)[] Pairs =
    [
        ("lockdown=integrity", "lockdown=confidentiality", "the stricter one wins, and the other is misleading"),
        ("iommu.passthrough=0", "iommu=pt", "iommu=pt lets devices bypass the IOMMU"),
        ("iommu=force", "iommu=pt", "iommu=pt lets devices bypass the IOMMU"),
        ("iommu.strict=1", "iommu=pt", "passthrough leaves nothing to be strict about"),
        ("iommu.strict=1", "iommu.passthrough=1", "passthrough leaves nothing to be strict about"),
        ("init_on_free=1", "page_poison=1", "page poisoning turns init_on_free off"),
        ("init_on_alloc=1", "page_poison=1", "page poisoning turns init_on_alloc off"),
        ("init_on_free=1", "page_poison=on", "page poisoning turns init_on_free off"),
        ("init_on_alloc=1", "page_poison=on", "page poisoning turns init_on_alloc off"),
        ("iommu=force", "iommu.passthrough=1", "passthrough lets devices bypass the IOMMU"),
        ("amd_iommu=force_isolation", "iommu=pt", "iommu=pt lets devices bypass the IOMMU"),
        ("amd_iommu=force_isolation", "iommu.passthrough=1", "passthrough lets devices bypass the IOMMU"),
        ("lockdown=confidentiality", "module.sig_enforce=0", "lockdown insists on signatures"),
        ("hash_pointers=always", "no_hash_pointers", "one hides kernel pointers, the other prints them"),
        ("pti=on", "nopti", "nopti turns page table isolation off"),
        ("slab_nomerge", "slab_merge", "slab_merge undoes it"),
        ("slab_nomerge", "slub_merge", "slub_merge undoes it"),
        ("lockdown=integrity", "module.sig_enforce=0", "lockdown insists on signatures"),
        ("lockdown=integrity", "lockdown=none", "the stricter one wins, and the other is misleading"),
        ("lockdown=confidentiality", "lockdown=none", "the stricter one wins, and the other is misleading"),
        ("amd_iommu=force_isolation", "amd_iommu=off", "there is nothing to isolate with without an IOMMU"),
        ("slub_nomerge", "slab_merge", "slab_merge undoes it"),
        ("spectre_v2=on", "nospectre_v2", "nospectre_v2 turns it off"),
        ("spec_store_bypass_disable=on", "nospec_store_bypass_disable", "nospec_store_bypass_disable turns it off"),
        ("mitigations=auto", "nopti", "nopti turns off a part of what mitigations= asks for"),
        ("mitigations=auto,nosmt", "nopti", "nopti turns off a part of what mitigations= asks for"),
        ("mitigations=auto", "nospectre_v2", "nospectre_v2 turns off a part of what mitigations= asks for"),
        ("mitigations=auto,nosmt", "nospectre_v2", "nospectre_v2 turns off a part of what mitigations= asks for"),
        ("enforcing=1", "selinux=0", "SELinux that is off enforces nothing"),
    ];

    /// <summary>What needs an IOMMU.</summary>
    private static readonly string[] Translating = ["iommu=force", "iommu=strict", "iommu.strict=1", "iommu.passthrough=0", "efi=disable_early_pci_dma"];

    /// <summary>Keys of single mitigations; any value but off asks for what mitigations=off turns off.</summary>
    private static readonly string[] Mitigations =
    [
        "pti", "kpti", "spectre_v2", "spectre_v2_user", "spectre_bhi", "spec_store_bypass_disable", "ssbd", "l1tf", "mds", "tsx_async_abort",
        "mmio_stale_data", "retbleed", "spec_rstack_overflow", "gather_data_sampling", "reg_file_data_sampling", "srbds", "vmscape", "tsa",
        "indirect_target_selection",
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var arguments = input.Design.Kernel.Arguments;
        return Paired(arguments).Concat(Mixed(arguments)).Concat(WithoutIommu(arguments)).Concat(Repeated(arguments))
            .Where(each => each.Kept.Architecture is not { } left || each.Dropped.Architecture is not { } right || left == right)
            .Select(each => Report(
                KernelFields.Arguments.PathOf(each.Dropped),
                $"'{each.Dropped.Argument}' and '{each.Kept.Argument}' contradict each other: {each.Why}.",
                $"Remove {each.Dropped.Argument}",
                design => KernelFields.Arguments.Remove(design, each.Dropped.Argument.ToString())))
            .Concat(arguments.Where(entry => input.Design.System.Fips && entry.Argument is { Key: "fips", Value: "0" }).Select(entry => Report(
                KernelFields.Arguments.PathOf(entry),
                $"'{entry.Argument}' and the switch FIPS mode contradict each other: the switch writes fips=1, and only one of the two can hold.",
                $"Remove {entry.Argument}",
                design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()))));
    }

    private static IEnumerable<(KernelArgumentEntry Kept, KernelArgumentEntry Dropped, string Why)> Paired(EquatableArray<KernelArgumentEntry> arguments)
    {
        var byText = new Dictionary<string, KernelArgumentEntry>(arguments.Count, StringComparer.Ordinal);
        foreach (var entry in arguments)
        {
            byText.TryAdd(Normalized(entry.Argument), entry);
        }

        foreach (var (left, right, why) in Pairs)
        {
            if (byText.GetValueOrDefault(left) is { } first && byText.GetValueOrDefault(right) is { } second)
            {
                yield return (first, second, why);
            }
        }

        if (byText.GetValueOrDefault("mitigations=off") is { } off)
        {
            foreach (var entry in arguments.Where(entry => Array.IndexOf(Mitigations, entry.Argument.NormalizedKey) >= 0 && !string.Equals(entry.Argument.Value, "off", StringComparison.Ordinal)))
            {
                yield return (entry, off, "mitigations=off turns off what the other asks for");
            }
        }
    }

    /// <summary>Pairs of which one side is known by a part of its value only.</summary>
    private static IEnumerable<(KernelArgumentEntry Kept, KernelArgumentEntry Dropped, string Why)> Mixed(EquatableArray<KernelArgumentEntry> arguments)
    {
        foreach (var entry in arguments)
        {
            var (key, value) = (entry.Argument.NormalizedKey, entry.Argument.Value);
            if (key is "slab_debug" or "slub_debug" && value is not null && value.Split(',')[0].Contains('P', StringComparison.Ordinal))
            {
                foreach (var wiping in arguments.Where(other => other.Argument is { NormalizedKey: "init_on_free" or "init_on_alloc", Value: "1" }))
                {
                    yield return (wiping, entry, $"poisoning of slabs takes the place of {wiping.Argument.Key}");
                }
            }
            else if (value is "off" && Array.IndexOf(Mitigations, key) >= 0 && arguments.FirstOrDefault(other => other.Argument is { NormalizedKey: "mitigations", Value: "auto" or "auto,nosmt" }) is { } all)
            {
                yield return (all, entry, "the single one switches off what mitigations= asks for");
            }
            else if (key is "resume" && arguments.FirstOrDefault(other => other.Argument is { NormalizedKey: "lockdown", Value: "integrity" or "confidentiality" }) is { } lockdown)
            {
                yield return (lockdown, entry, "lockdown never reads a saved memory back");
            }
        }
    }

    /// <summary>An IOMMU that is on and off, or off beside what asks something of it.</summary>
    private static IEnumerable<(KernelArgumentEntry Kept, KernelArgumentEntry Dropped, string Why)> WithoutIommu(EquatableArray<KernelArgumentEntry> arguments)
    {
        foreach (var off in arguments.Where(entry => entry.Argument.Value is "off" && Array.IndexOf(Switches, entry.Argument.NormalizedKey) >= 0))
        {
            foreach (var other in arguments.Where(entry => !ReferenceEquals(entry, off)))
            {
                var isSame = string.Equals(other.Argument.NormalizedKey, off.Argument.NormalizedKey, StringComparison.Ordinal) && other.Argument.Value?.Split(',')[0] is "on" or "force" or "force_enable";
                if (isSame || (off.Argument.Key is "iommu" && Array.IndexOf(Translating, Normalized(other.Argument)) >= 0))
                {
                    yield return (other, off, "one uses the IOMMU, the other leaves it off");
                }
            }
        }
    }

    private static IEnumerable<(KernelArgumentEntry Kept, KernelArgumentEntry Dropped, string Why)> Repeated(EquatableArray<KernelArgumentEntry> arguments)
    {
        foreach (var group in arguments.Where(entry => SingleKeys.Contains(entry.Argument.NormalizedKey)).GroupBy(entry => entry.Argument.NormalizedKey, StringComparer.Ordinal))
        {
            foreach (var entry in group.Skip(1).Where(entry => !string.Equals(entry.Argument.Value, group.First().Argument.Value, StringComparison.Ordinal)))
            {
                yield return (group.First(), entry, "only one of the two can hold");
            }
        }
    }

    /// <summary>The kernel takes a hyphen in a key for an underscore.</summary>
    private static string Normalized(KernelArgument argument) =>
        argument.Value is { } value ? $"{argument.NormalizedKey}={value}" : argument.NormalizedKey;
}
