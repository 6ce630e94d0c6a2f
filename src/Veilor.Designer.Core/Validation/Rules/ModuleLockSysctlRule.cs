using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

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

        foreach (var (path, file) in OverlayFiles.All(input.Content))
        {
            if ((path is "etc/sysctl.conf" || (path.EndsWith(".conf", StringComparison.Ordinal) && Array.Exists(Folders, folder => path.StartsWith(folder, StringComparison.Ordinal))))
                && OverlayFiles.Lines(file).Any(ModuleLocks.IsSetting))
            {
                yield return ReportFile(path, $"overlay/{path} sets kernel.modules_disabled: {Why}");
            }
        }
    }
}
