using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc reads only the kargs.d files of the architecture that it runs on (bootc, "Kernel arguments", match-architectures).</summary>
public sealed class UnbuiltArchitectureRule() : DesignRule("VD4046", DiagnosticSeverity.Warning, "The image is not built for the argument's architecture")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments.Where(entry => entry.Architecture is not null && !input.Design.Image.Builds(entry.Architecture)))
        {
            yield return Report(
                KernelFields.Arguments.PathOf(entry),
                $"'{entry.Argument}' is for {entry.Architecture!.Value.ToKernelName()}, which the image is not built for, so no machine reads it. Build for that architecture too, or take the argument out.",
                $"Remove {entry.Argument}",
                design => KernelFields.Arguments.Remove(design, entry.Argument.ToString()));
        }
    }
}
