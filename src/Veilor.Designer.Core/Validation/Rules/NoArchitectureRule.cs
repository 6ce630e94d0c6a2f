using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An image is built for at least one architecture.</summary>
public sealed class NoArchitectureRule() : DesignRule("VD1004", DiagnosticSeverity.Error, "No architecture is chosen")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Image.Architectures.IsEmpty)
        {
            yield return Report(ImageFields.Architectures.Path, "No architecture is chosen, so the workflow would build nothing.", "Build for x86_64", design => ImageFields.Architectures.Set(design, [Architecture.X86_64]));
        }
    }
}
