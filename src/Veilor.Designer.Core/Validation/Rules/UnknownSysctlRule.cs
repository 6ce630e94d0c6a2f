using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// systemd-sysctl passes over a key that the kernel does not have, with a line in the log (tried with systemd 252). Modules and
/// other kernels bring more keys than the list has, so only a name that is nearly one of it is told.
/// </summary>
public sealed class UnknownSysctlRule() : DesignRule("VD4037", DiagnosticSeverity.Warning, "The kernel is not known to have the setting")
{
    /// <summary>Names shorter than this may differ in one letter, others in two.</summary>
    private const int ShortName = 16;

    /// <summary>Keys of guides that no kernel of a base has, with the reason.</summary>
    private static readonly Dictionary<string, string> Gone = new(StringComparer.Ordinal)
    {
        ["net/ipv4/tcp_tw_recycle"] = "it was removed in Linux 4.12",
        ["kernel/unprivileged_userns_clone"] = "it is a patch of Debian's kernel; user.max_user_namespaces limits namespaces everywhere",
        ["kernel/exec-shield"] = "it was a patch of Red Hat's kernels before RHEL 7, and the processor does it since",
    };

    private static readonly Remembered<SysctlSetting, string> Nearest = new(Find);

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            if (WhyGone(input, setting) is { } reason)
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), Message(reason, setting), $"Remove {setting}", design => KernelFields.Sysctls.Remove(design, setting));
            }
            else if (Nearest.Of(setting) is { Length: > 0 } near)
            {
                var other = SysctlSetting.TryCreate(near, setting.Value, ignoresFailure: false, out var taken, out _) ? taken : null;
                yield return other is null || input.Design.Kernel.Sysctls.Contains(other)
                    ? Report(KernelFields.Sysctls.PathOf(setting), Message(setting, near), $"Remove {setting}", design => KernelFields.Sysctls.Remove(design, setting))
                    : Report(KernelFields.Sysctls.PathOf(setting), Message(setting, near), $"Take {near}", design => KernelFields.Sysctls.Set(design, design.Kernel.Sysctls.Select(each => each == setting ? other : each).ToEquatableArray()));
            }
        }

        foreach (var (path, settings) in SysctlFiles.Of(input.Content))
        {
            foreach (var setting in settings.Distinct())
            {
                if (WhyGone(input, setting) is { } reason)
                {
                    yield return ReportFile(path, $"overlay/{path}: {Message(reason, setting)}");
                }
                else if (Nearest.Of(setting) is { Length: > 0 } near)
                {
                    yield return ReportFile(path, $"overlay/{path}: {Message(setting, near)}");
                }
            }
        }
    }

    /// <summary>Why the kernel of a known base has no such key; another kernel may have it.</summary>
    private static string? WhyGone(RuleInput input, SysctlSetting setting) =>
        !setting.IgnoresFailure && input.Design.Packages.Kernel.IsEmpty && (input.Design.HasSmallBase() || input.Design.IsAtomicDesktop()) ? Gone.GetValueOrDefault(setting.ProcPath) : null;

    private static string Message(string reason, SysctlSetting setting) =>
        $"'{setting}': the kernel has no {setting.Key}: {reason}. systemd-sysctl passes over it.";

    private static string Message(SysctlSetting setting, string near) =>
        $"'{setting}': the kernel is not known to have {setting.Key}, and systemd-sysctl passes over a key that is not there. Did you mean {near}?";

    /// <summary>The key of the list that is meant, or an empty text.</summary>
    private static string Find(SysctlSetting setting)
    {
        var path = setting.ProcPath;
        if (setting.IgnoresFailure || KnownNames.SysctlKeys.Has(path))
        {
            return "";
        }

        string? name = null;
        if (path.Split('/') is ["net", "ipv4" or "ipv6", "conf" or "neigh", var card, ..] parts)
        {
            name = card;
            parts[3] = "*";
            path = string.Join('/', parts);
        }

        if (KnownNames.SysctlKeys.Has(path) || setting.Key.AsSpan().ContainsAny("?[") || (name is null && path.Contains('*', StringComparison.Ordinal)))
        {
            return "";
        }

        var allowed = path.Length < ShortName ? 1 : 2;
        var near = KnownNames.SysctlKeys.All
            .Where(known => Math.Abs(known.Length - path.Length) <= allowed && UnknownKey.Distance(path, known) <= allowed)
            .OrderBy(known => UnknownKey.Distance(path, known)).ThenBy(known => known, StringComparer.Ordinal)
            .FirstOrDefault();
        return near is null || (name is not null && (!near.Contains('*', StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal))) ? "" : (name is null ? near : near.Replace("*", name, StringComparison.Ordinal)).Replace('/', '.');
    }
}
