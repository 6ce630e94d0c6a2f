using System.Collections.Frozen;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>What the tags of the catalogue's tables mean, in words.</summary>
public static class CatalogueTags
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["32bit"] = "32-bit programs",
        ["a11y"] = "accessibility",
        ["apps"] = "single applications",
        ["boot"] = "the start of the machine",
        ["boot-delay"] = "the time a start takes",
        ["bootloop"] = "can end in a loop of restarts",
        ["browser"] = "browsers",
        ["containers"] = "containers",
        ["cosmetic"] = "looks only",
        ["databases"] = "databases",
        ["debug"] = "debuggers and tracing",
        ["dev"] = "development",
        ["dkms"] = "modules built on the machine (DKMS)",
        ["flatpak"] = "Flatpaks",
        ["gaming"] = "games",
        ["gpu"] = "graphics cards",
        ["hibernation"] = "hibernation",
        ["hotplug"] = "devices that come and go",
        ["hw"] = "depends on the hardware",
        ["kdump"] = "crash dumps (kdump)",
        ["legacy-apps"] = "old programs",
        ["logs"] = "logs",
        ["luks"] = "encrypted disks",
        ["mem-low"] = "memory: a little more",
        ["mem-med"] = "memory: noticeably more",
        ["network"] = "the network",
        ["noop"] = "without effect on today's kernels",
        ["nvidia"] = "NVIDIA's driver",
        ["observability"] = "monitoring",
        ["obsolete"] = "obsolete",
        ["perf-"] = "speed: hardly any cost",
        ["perf-high"] = "speed: high cost",
        ["perf-low"] = "speed: low cost",
        ["perf-med"] = "speed: medium cost",
        ["perf-var"] = "speed: cost depends on the load",
        ["recovery"] = "rescue and recovery",
        ["regression"] = "makes the machine weaker",
        ["selinux"] = "SELinux",
        ["server"] = "servers",
        ["smt"] = "hyper-threading (SMT)",
        ["stability"] = "stability",
        ["storage"] = "disks",
        ["suspend"] = "suspend",
        ["suspend-diag"] = "finding faults of suspend",
        ["tests"] = "tests of the kernel",
        ["usb"] = "USB",
        ["virt"] = "virtual machines",
        ["vpn"] = "VPNs",
        ["wifi"] = "Wi-Fi",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words for a tag; the tag itself for an unknown one.</summary>
    public static string Describe(string tag) => Words.GetValueOrDefault(tag, tag);

    /// <summary>True when there are words for the tag.</summary>
    public static bool Knows(string tag) => Words.ContainsKey(tag);
}
