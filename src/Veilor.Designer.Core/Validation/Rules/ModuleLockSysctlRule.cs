using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>systemd-sysctl runs before udev has finished, so even boot drivers are refused (Kicksecure, security-misc; lynis#1252).</summary>
public sealed class ModuleLockSysctlRule() : DesignRule("VD4005", DiagnosticSeverity.Error, "Modules would be locked before the machine has started")
{
    private const string Why = "sysctl settings are applied before the drivers are loaded, so the machine would start without network, USB or display. Only a late service may lock modules.";

    private static readonly string[] Folders = ["usr/lib/sysctl.d/", "usr/local/lib/sysctl.d/", "etc/sysctl.d/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var setting in input.Design.Kernel.Sysctls)
        {
            if (string.Equals(setting.Key.Replace('/', '.'), "kernel.modules_disabled", StringComparison.Ordinal) && string.Equals(setting.Value, "1", StringComparison.Ordinal))
            {
                yield return Report(KernelFields.Sysctls.PathOf(setting), Why, "Remove the setting", design => KernelFields.Sysctls.Remove(design, setting));
            }
        }

        foreach (var entry in input.Design.Kernel.Arguments.Where(entry => IsLock(entry.Argument)))
        {
            yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}': {Why}", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct().Where(each => IsLock(each.Argument)))
        {
            yield return ReportFile(path, $"overlay/{path}: '{argument}': {Why}");
        }

        foreach (var (path, file) in OverlayFiles.All(input.Content))
        {
            if ((path is "etc/sysctl.conf" || (path.EndsWith(".conf", StringComparison.Ordinal) && Array.Exists(Folders, folder => path.StartsWith(folder, StringComparison.Ordinal))))
                && OverlayFiles.Lines(file).Any(ModuleLocks.IsSetting))
            {
                yield return ReportFile(path, $"overlay/{path} sets kernel.modules_disabled: {Why}");
            }
        }
    }

    /// <summary>The kernel applies <c>sysctl.NAME=VALUE</c> itself, before anything of the system runs (kernel-parameters.txt).</summary>
    private static bool IsLock(KernelArgument argument) =>
        argument.Key.StartsWith("sysctl.", StringComparison.Ordinal) && ModuleLocks.IsSetting($"{argument.Key["sysctl.".Length..]}={argument.Value}");
}
