using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>crashkernel= sets memory aside for a second kernel, which kdump.service loads; Fedora's presets do not enable it (kernel, admin-guide/kdump; kdump-utils).</summary>
public sealed class UnusedCrashMemoryRule() : DesignRule("VD4041", DiagnosticSeverity.Warning, "Nothing uses the memory for a crash kernel")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (!input.Design.HasSmallBase() || input.Design.IsEnterpriseLinux() || DisabledKexecRule.IsKdumpEnabled(input))
        {
            yield break;
        }

        foreach (var entry in input.Design.Kernel.Arguments.Where(entry => entry.Argument.NormalizedKey is "crashkernel"))
        {
            yield return Report(KernelFields.Arguments.PathOf(entry), $"'{entry.Argument}' {Why}", $"Remove {entry.Argument}", design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
        }

        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Where(each => each.Argument.NormalizedKey is "crashkernel").DistinctBy(each => each.Path, StringComparer.Ordinal))
        {
            yield return ReportFile(path, $"overlay/{path}: '{argument}' {Why}");
        }
    }

    private const string Why = "keeps memory back on every machine, and nothing enables kdump.service, which would use it. Enable that, of the package kdump-utils, or leave the argument out.";
}
