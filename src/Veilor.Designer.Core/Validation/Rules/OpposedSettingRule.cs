using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An argument and a sysctl setting speak of the same thing and say the opposite (kernel-parameters.txt, sysctl/kernel).</summary>
public sealed class OpposedSettingRule() : DesignRule("VD4024", DiagnosticSeverity.Warning, "An argument and a setting contradict each other")
{
    private static readonly (string Argument, string Key, Func<string, bool> IsOpposed, string Why)[] Pairs =
    [
        ("sysrq_always_enabled", "kernel/sysrq", value => value is "0", "the argument overrides kernel.sysrq"),
        ("oops=panic", "kernel/oops_limit", value => value is not ("1" or "0"), "oops=panic stops at the first oops, so the limit is never reached"),
        ("panic_on_warn=1", "kernel/warn_limit", value => value is not ("1" or "0"), "panic_on_warn stops at the first warning, so the limit is never reached"),
        ("loglevel=0", "kernel/printk", value => value.TrimStart()[..1] is not ("0" or "1" or "2" or "3" or "4"), "the setting brings messages back to the console that the argument hides"),
        ("norandmaps", "kernel/randomize_va_space", value => value is not "0", "the argument switches address randomisation off"),
        ("ipv6.disable=1", "net/ipv6/conf/all/disable_ipv6", value => value is "0", "the argument removes IPv6 altogether"),
    ];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (argument, key, isOpposed, why) in Pairs)
        {
            var entry = input.Design.Kernel.Arguments.FirstOrDefault(each => string.Equals(each.Argument.ToString(), argument, StringComparison.Ordinal));
            var setting = input.Design.Kernel.Sysctls.FirstOrDefault(each => string.Equals(each.ProcPath, key, StringComparison.Ordinal) && each.Value is { } value && isOpposed(value));
            if (entry is not null && setting is not null)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' and '{setting}' contradict each other: {why}.", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, argument));
            }
        }

        var panic = input.Design.Kernel.Arguments.FirstOrDefault(each => each.Argument is { Key: "panic", Value: not null });
        var wait = input.Design.Kernel.Sysctls.FirstOrDefault(each => string.Equals(each.ProcPath, "kernel/panic", StringComparison.Ordinal) && each.Value is not null);
        if (panic is not null && wait is not null && !string.Equals(panic.Argument.Value, wait.Value, StringComparison.Ordinal))
        {
            yield return Report(KernelFields.Arguments.PathOf(panic), $"'{panic.Argument}' and '{wait}' contradict each other: the argument holds until the setting is applied.", $"Remove {panic.Argument}", design => KernelFields.Arguments.Remove(design, panic.Argument.ToString()));
        }
    }
}
