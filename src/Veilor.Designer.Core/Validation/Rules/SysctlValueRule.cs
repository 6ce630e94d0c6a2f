using System.Globalization;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// A number outside the range of a key: the kernel answers Invalid argument, and systemd-sysctl leaves the setting as it was
/// (tried on Linux 6.18); a few keys take any number and read it as another.
/// </summary>
public sealed class SysctlValueRule() : DesignRule("VD4034", DiagnosticSeverity.Error, "The kernel has no such value for the setting")
{
    /// <summary>Ranges this short have an end that was most likely meant.</summary>
    private const long ShortRange = 4;

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            if (Unknown(setting) is { } known)
            {
                yield return Nearest(setting, known) is { } near && !input.Design.Kernel.Sysctls.Contains(near)
                    ? Report(KernelFields.Sysctls.PathOf(setting), Message(setting, known), $"Take {near.Value}", design => KernelFields.Sysctls.Set(design, design.Kernel.Sysctls.Select(each => each == setting ? near : each).ToEquatableArray()))
                    : Report(KernelFields.Sysctls.PathOf(setting), Message(setting, known), $"Remove {setting}", design => KernelFields.Sysctls.Remove(design, setting));
            }
        }

        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (OfArgument(entry.Argument) is { } setting && Unknown(setting) is { } known)
            {
                yield return Report(KernelFields.Arguments.PathOf(entry), Message(setting, known), $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }

        foreach (var (path, settings) in SysctlFiles.Of(input.Content))
        {
            foreach (var setting in settings.Distinct())
            {
                if (Unknown(setting) is { } known)
                {
                    yield return ReportFile(path, $"overlay/{path}: {Message(setting, known)}");
                }
            }
        }
    }

    /// <summary>The kernel applies <c>sysctl.NAME=VALUE</c> itself (kernel-parameters.txt).</summary>
    private static SysctlSetting? OfArgument(KernelArgument argument) =>
        argument.Key.StartsWith("sysctl.", StringComparison.Ordinal) && SysctlSetting.TryCreate(argument.Key["sysctl.".Length..], argument.Value, ignoresFailure: false, out var setting, out _) ? setting : null;

    private static KnownValue? Unknown(SysctlSetting setting) =>
        setting.Value is { } value && KnownValues.Of(setting) is { } known && !known.Takes(value) ? known : null;

    private static string Message(SysctlSetting setting, KnownValue known) =>
        known.Source.StartsWith("Documentation", StringComparison.Ordinal)
            ? $"'{setting}': {setting.Key} has the values {known.Allowed}. The kernel takes any number and reads this one as another of them."
            : $"'{setting}': {setting.Key} has the values {known.Allowed}. The kernel refuses another, and systemd-sysctl leaves the setting as it was.";

    /// <summary>The end of a short range that is nearest; null for a long one and for what is no number.</summary>
    private static SysctlSetting? Nearest(SysctlSetting setting, KnownValue known) =>
        known.Range is { } range && range.Most - range.Least <= ShortRange && long.TryParse(setting.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && SysctlSetting.TryCreate(setting.Key, Math.Clamp(number, range.Least, range.Most).ToString(CultureInfo.InvariantCulture), setting.IgnoresFailure, out var near, out _)
            ? near
            : null;
}
