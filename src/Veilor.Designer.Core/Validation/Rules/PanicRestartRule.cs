using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The kernel's default is to wait for ever after a panic (kernel-parameters.txt, panic=).</summary>
public sealed class PanicRestartRule() : DesignRule("VD4030", DiagnosticSeverity.Warning, "After a panic the machine stands still")
{
    private static readonly string[] Arguments = ["oops=panic", "panic_on_warn=1"];

    private static readonly string[] Settings = ["kernel/panic_on_oops=1", "kernel/oops_limit=1", "kernel/panic_on_warn=1", "kernel/warn_limit=1"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var kernel = input.Design.Kernel;
        if (kernel.Arguments.Any(entry => entry.Argument is { Key: "panic", Value: not (null or "0") })
            || kernel.Sysctls.Any(setting => string.Equals(setting.ProcPath, "kernel/panic", StringComparison.Ordinal) && setting.Value is not (null or "0")))
        {
            yield break;
        }

        foreach (var entry in kernel.Arguments.Where(entry => Array.IndexOf(Arguments, entry.Argument.ToString()) >= 0))
        {
            yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' makes a fault a panic, and nothing restarts the machine after one. Set kernel.panic, such as 10 seconds.", "Restart after 10 seconds", Restart);
        }

        foreach (var setting in kernel.Sysctls.Where(setting => Array.IndexOf(Settings, $"{setting.ProcPath}={setting.Value}") >= 0))
        {
            yield return Report(KernelFields.Sysctls.PathOf(setting), $"'{setting}' makes a fault a panic, and nothing restarts the machine after one. Set kernel.panic, such as 10 seconds.", "Restart after 10 seconds", Restart);
        }
    }

    private static ImageDesign Restart(ImageDesign design)
    {
        var others = design.Kernel.Sysctls.Where(setting => !string.Equals(setting.ProcPath, "kernel/panic", StringComparison.Ordinal));
        return KernelFields.Sysctls.Set(design, [.. others, SysctlSetting.Parse("kernel.panic = 10")]);
    }
}
