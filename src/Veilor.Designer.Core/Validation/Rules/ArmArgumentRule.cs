using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>kpti, ssbd and rodata=full are Arm's spellings; x86 does not know them (kernel-parameters.txt).</summary>
public sealed class ArmArgumentRule() : DesignRule("VD4031", DiagnosticSeverity.Warning, "The argument is for Arm only")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var entry in input.Design.Kernel.Arguments)
        {
            if (entry.Owner == ArgumentOwner.Image && entry.Architecture != Architecture.Aarch64 && (entry.Argument.Key is "kpti" or "ssbd" || string.Equals(entry.Argument.ToString(), "rodata=full", StringComparison.Ordinal)))
            {
                yield return Report(KernelFields.Arguments.PathOf(entry, "architecture"), $"'{entry.Argument}' is known on Arm only; on x86 it does nothing. In a file of its own with match-architectures other machines skip it.", "Limit it to aarch64", design => KernelFields.Arguments.Put(design, entry with { Architecture = Architecture.Aarch64 }));
            }
        }
    }
}
