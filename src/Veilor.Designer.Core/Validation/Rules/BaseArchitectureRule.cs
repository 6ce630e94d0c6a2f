using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>Bazzite is built for x86_64 alone (ublue-os/bazzite, .github/workflows/build.yml).</summary>
public sealed class BaseArchitectureRule() : DesignRule("VD1011", DiagnosticSeverity.Warning, "The base is not made for the architecture")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Image.Base.Name.Contains("/ublue-os/bazzite", StringComparison.Ordinal) && ImageFields.Architectures.Contains(input.Design, Architecture.Aarch64))
        {
            yield return Report(
                ImageFields.Architectures.Path,
                $"{input.Design.Image.Base.Name} is made for x86_64 alone, so podman finds no image for aarch64 and the build ends at FROM.",
                "Build for x86_64",
                design => ImageFields.Architectures.Set(design, [Architecture.X86_64]));
        }
    }
}
