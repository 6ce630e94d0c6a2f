using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// Sysctl settings that take away a protection which stock Fedora has (the kernel's admin-guide/sysctl and
/// networking/ip-sysctl; systemd's 50-default.conf). What Fedora leaves open by itself is not reported.
/// </summary>
public sealed partial class WeakeningSysctlRule() : DesignRule("VD4045", DiagnosticSeverity.Warning, "The sysctl setting takes a protection away")
{
    private const string Addresses = "makes the addresses of programs easy to guess";

    private const string Links = "lets a program follow or make links in shared folders that another user has laid out for it";

    private const string Shared = "lets a program be tricked into writing to another user's file in a shared folder such as /tmp";

    /// <summary>By the path below /proc/sys: the values that weaken, and what they do as the rest of a sentence.</summary>
    private static readonly Dictionary<string, (Predicate<long> IsWeak, string Effect)> Known = new(StringComparer.Ordinal)
    {
        ["kernel/randomize_va_space"] = (value => value is 0 or 1, Addresses),
        ["kernel/dmesg_restrict"] = (value => value == 0, "shows the kernel's log, addresses among it, to every user"),
        ["kernel/unprivileged_bpf_disabled"] = (value => value == 0, "lets every user load BPF programs into the kernel"),
        ["kernel/perf_event_paranoid"] = (value => value < 2, "lets every user measure what the kernel does, which helps attacks on it"),
        ["kernel/sysrq"] = (value => value == 1, "lets whoever has the keyboard end programs and write memory out"),
        ["kernel/oops_limit"] = (value => value == 0, "lets an attack try as often as it likes, since the kernel never stops after faults"),
        ["vm/mmap_min_addr"] = (value => value < 65_536, "lets programs map the first pages, where a null pointer of the kernel ends"),
        ["vm/unprivileged_userfaultfd"] = (value => value == 1, "lets every user stop the kernel in the middle of a copy, which makes races easy to win"),
        ["dev/tty/legacy_tiocsti"] = (value => value == 1, "lets a program type into the terminal that it runs in"),
        ["fs/protected_symlinks"] = (value => value == 0, Links),
        ["fs/protected_hardlinks"] = (value => value == 0, Links),
        ["fs/protected_fifos"] = (value => value == 0, Shared),
        ["fs/protected_regular"] = (value => value == 0, Shared),
        ["fs/suid_dumpable"] = (value => value == 1, "writes the memory of privileged programs where their users can read it"),
        ["net/ipv4/tcp_syncookies"] = (value => value == 0, "lets a flood of half-open connections shut the services"),
        ["net/ipv4/icmp_echo_ignore_broadcasts"] = (value => value == 0, "answers pings to all, so that the machine can be used to flood others"),
        ["net/ipv4/conf/all/route_localnet"] = (value => value == 1, "lets the network reach services that listen on 127.0.0.1"),
    };

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            if (EffectOf(setting) is { } effect)
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), $"'{setting}' {effect}. Stock Fedora does not.", $"Remove {setting}", design => KernelFields.Sysctls.Remove(design, setting));
            }
        }
    }

    private static string? EffectOf(SysctlSetting setting) =>
        !long.TryParse(setting.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? null
        : Known.TryGetValue(setting.ProcPath, out var known) ? (known.IsWeak(value) ? known.Effect : null)
        : value == 1 && SourceRoute().IsMatch(setting.ProcPath) ? "lets a sender choose the way of its packets, past filters"
        : null;

    [GeneratedRegex("^net/ipv4/conf/[^/]+/accept_source_route$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SourceRoute();
}
