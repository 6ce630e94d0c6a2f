using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc joins all files of kargs.d; of an argument in two places nobody knows which one to withdraw (bootc_kargs.rs).</summary>
public sealed class SecondOwnerRule() : DesignRule("VD7029", DiagnosticSeverity.Warning, "An argument stands in the design and in the overlay")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, argument, _) in KargsFiles.Arguments(input.Content).Distinct())
        {
            if (input.Design.Kernel.Arguments.FirstOrDefault(entry => string.Equals(entry.Argument.NormalizedKey, argument.NormalizedKey, StringComparison.Ordinal)) is { } entry && argument.Key is not "console" and not "earlycon")
            {
                yield return Report(
                    KernelFields.Arguments.PathOf(entry),
                    string.Equals(entry.Argument.Value, argument.Value, StringComparison.Ordinal)
                        ? $"'{argument}' stands in overlay/{path} as well. Keep one, so that it is clear where it is withdrawn."
                        : $"'{entry.Argument}' stands here, and '{argument}' in overlay/{path}: machines get both, and the kernel takes the later one.",
                    $"Remove {entry.Argument} here",
                    design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
            }
        }
    }
}
