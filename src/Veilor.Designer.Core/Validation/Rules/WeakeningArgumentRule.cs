using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Arguments that switch a protection off (kernel-parameters.txt, hw-vuln; systemd-debug-generator(8)).</summary>
public sealed class WeakeningArgumentRule() : DesignRule("VD4012", DiagnosticSeverity.Warning, "The argument weakens the kernel")
{
    private const string Processor = "leaves a known fault of processors open, so that one program or guest can read the memory of another";

    private const string Devices = "lets devices read and write all memory, such as one that is plugged in from outside";

    private const string Memory = "leaves old contents in memory for others to find";

    /// <summary>Arguments by their text, with hyphens in keys as underscores, and what each does.</summary>
    private static readonly Dictionary<string, string> Effects = new(StringComparer.Ordinal)
    {
        ["mitigations=off"] = Processor,
        ["nopti"] = Processor,
        ["pti=off"] = Processor,
        ["kpti=0"] = Processor,
        ["nospectre_v1"] = Processor,
        ["nospectre_v2"] = Processor,
        ["nospec_store_bypass_disable"] = Processor,
        ["ssbd=force-off"] = Processor,
        ["kvm.nx_huge_pages=off"] = Processor,
        ["kvm_intel.vmentry_l1d_flush=never"] = Processor,
        ["intel_iommu=off"] = Devices,
        ["amd_iommu=off"] = Devices,
        ["iommu=off"] = Devices,
        ["init_on_alloc=0"] = Memory,
        ["init_on_free=0"] = Memory,
        ["randomize_kstack_offset=off"] = "makes the place of the kernel's stack easy to guess",
        ["randomize_kstack_offset=0"] = "makes the place of the kernel's stack easy to guess",
        ["hash_pointers=never"] = "prints addresses of the kernel, which an attack needs to know",
        ["rodata=off"] = "lets the kernel's own code be overwritten",
        ["hardened_usercopy=off"] = "lets a wrong length copy the kernel's memory to a program",
        ["vsyscall=emulate"] = "brings back code at a fixed address, which attacks jump to",
        ["slab_merge"] = "lets an overflow of one kind of object reach another",
        ["slub_merge"] = "lets an overflow of one kind of object reach another",
        ["lockdown=none"] = "lets root change the running kernel",
        ["module.sig_enforce=0"] = "lets root load modules that nobody signed",
        ["apparmor=0"] = "switches a security module off",
        ["audit=0"] = "keeps a record of nothing: auditd starts and hears of no event",
    };

    /// <summary>Faults of processors whose argument, set to off, leaves them open (hw-vuln in the kernel's documentation).</summary>
    private static readonly HashSet<string> Faults = new(StringComparer.Ordinal)
    {
        "spectre_v2", "spectre_v2_user", "spectre_bhi", "spec_store_bypass_disable", "l1tf", "mds", "tsx_async_abort", "mmio_stale_data", "retbleed",
        "spec_rstack_overflow", "gather_data_sampling", "reg_file_data_sampling", "srbds", "indirect_target_selection", "tsa", "vmscape",
    };

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (EffectOf(entry.Argument) is { } effect)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' {effect}. It holds on every machine with this image.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }

    /// <summary>What the argument does to a protection, as the rest of a sentence; null when it weakens none.</summary>
    internal static string? EffectOf(KernelArgument argument)
    {
        var (key, value) = (argument.NormalizedKey, argument.Value);
        return Effects.TryGetValue(value is null ? key : $"{key}={value}", out var effect) ? effect
            : value is "off" && Faults.Contains(key) ? Processor
            : key is "systemd.debug_shell" && value is not ("0" or "no" or "false" or "off") ? "opens a shell of root on a console without a password"
            : key is "lsm" && value?.Split(',').Contains("selinux", StringComparer.Ordinal) == false ? "leaves SELinux out of the security modules, so nothing is confined"
            : key is "security" && value is not "selinux" ? "takes another security module in SELinux's place, which Fedora has no policy for"
            : DesignCatalogue.EntriesFor(argument).FirstOrDefault(known => known.Use == CatalogueUse.Absent) is { } known ? $"switches a protection of the kernel off: {char.ToLowerInvariant(known.Does[0])}{known.Does[1..].TrimEnd('.')}"
            : null;
    }
}
